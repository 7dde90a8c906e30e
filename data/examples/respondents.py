"""Made-up people who answer a survey: too few of the youngest and of men, too many from one area, as with any survey open to all."""

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


def respondents(profile: Profile, count: int, wave: int, throw: Random) -> list[Respondent]:
    """People drawn from the census of the office's areas, those readier to answer more often. `wave` counts from 0."""
    codes = {area.name: area.code for area in profile.areas if not area.whole}
    # Moods are spread evenly and then dealt out, so that a change between waves is not lost in chance.
    moods = [NormalDist().inv_cdf((i + 0.5) / count) for i in range(count)]
    throw.shuffle(moods)
    return [_one(profile, codes, mood + _BETTER_EACH_WAVE * wave, throw) for mood in moods]


def _one(profile: Profile, codes: Mapping[str, str], own_mood: float, throw: Random) -> Respondent:
    survey, own = material(profile.id).survey, words("respondents")
    lean = own["lean"]
    people = {name: _census(code, "all")[""] * (lean["area"] if name == survey.over_represented else 1) for name, code in codes.items()}
    area = pick(throw, people)
    ages = {band: sum(_census(codes[area], "age")[atom] for atom in atoms) * lean["age"][band] for band, atoms in own["bands"].items()}
    age = pick(throw, ages)
    a_lot, a_little = own["limited"][age]
    about = {
        "area": area,
        "age": age,
        "sex": pick(throw, {sex: share * lean["sex"][sex] for sex, share in _census(codes[area], "sex").items()}),
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
