"""Made-up people who answer a survey: too few of the youngest and of men, too many from one area, as with any survey open to all.

Where people were chosen to match quotas the same lean is there and much smaller, for quotas are never filled to the last person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from statistics import NormalDist

from data.examples.chance import pick
from data.examples.material import material, words
from data.population import NOT_ANSWERED, built_in
from data.profile import Profile

# People are a little better disposed in the second wave than in the first.
_BETTER_EACH_WAVE = 0.2
# What is left of each lean, as a power of it, where people were chosen to match quotas.
_LEFT_BY_QUOTAS = 0.35
_DISABILITY = ("Yes, limited a lot", "Yes, limited a little", "No")


@dataclass(frozen=True)
class Respondent:
    """One person: `about` holds their true answer to each question on who they are, `mood` how well they think of the police (0 is usual)."""

    about: dict[str, str]
    mood: float

    @property
    def age(self) -> str:
        return self.about["age"]

    @property
    def woman(self) -> bool:
        return self.about["sex"] == "Female"


def respondents(profile: Profile, count: int, wave: int, throw: Random, chosen: bool = False) -> list[Respondent]:
    """People drawn from the census of the office's areas, those readier to answer more often. `wave` counts from 0; `chosen` to match quotas."""
    codes = {area.name: area.code for area in profile.areas if not area.whole}
    # Moods are spread evenly and then dealt out, so that a change between waves is not lost in chance.
    moods = [NormalDist().inv_cdf((i + 0.5) / count) for i in range(count)]
    throw.shuffle(moods)
    left = _LEFT_BY_QUOTAS if chosen else 1.0
    return [_one(profile, codes, mood + _BETTER_EACH_WAVE * wave, throw, left) for mood in moods]


def census(code: str, characteristic: str) -> dict[str, float]:
    """Adults by the form's own answers in one area: "age" in its bands, and "sex", which the census has of all ages."""
    if characteristic != "age":
        return _census(code, characteristic)
    return {band: sum(_census(code, "age")[atom] for atom in atoms) for band, atoms in words("respondents")["bands"].items()}


def _one(profile: Profile, codes: Mapping[str, str], own_mood: float, throw: Random, left: float) -> Respondent:
    survey, own = material(profile.id).survey, words("respondents")
    lean = own["lean"]
    people = {name: _census(code, "all")[""] * (lean["area"] ** left if name == survey.over_represented else 1) for name, code in codes.items()}
    area = pick(throw, people)
    ages = {band: living * lean["age"][band] ** left for band, living in census(codes[area], "age").items()}
    age = pick(throw, ages)
    a_lot, a_little = own["limited"][age]
    about = {
        "area": area,
        "age": age,
        "sex": pick(throw, {sex: share * lean["sex"][sex] ** left for sex, share in _census(codes[area], "sex").items()}),
        "disability": pick(throw, dict(zip(_DISABILITY, (a_lot, a_little, 1 - a_lot - a_little), strict=True))),
    }
    for name in ("race", "religion or belief", "sexual orientation"):
        category = pick(throw, _census(codes[area], name))
        about[name] = pick(throw, own["options"][name][category])
    return Respondent(about, own_mood + survey.mood + survey.moods[area] + own["moods"][age])


@cache
def _census(code: str, characteristic: str) -> dict[str, float]:
    """People by category in one area, those who left the question out of the census apart."""
    figures = built_in()
    found = figures[(figures["area_code"] == code) & (figures["characteristic"] == characteristic) & (figures["category"] != NOT_ANSWERED)]
    return dict(zip(found["category"].fillna("").tolist(), found["people"].astype(float).tolist(), strict=True))
