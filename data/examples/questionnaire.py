"""The questions of a made-up survey and how a made-up person answers them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import NormalDist
from typing import Any

from data.examples.chance import pick
from data.examples.comments import comment
from data.examples.handwriting import terms
from data.examples.material import material, words
from data.examples.respondents import Respondent
from data.profile import Profile, Term

_NORMAL = NormalDist()
_YOUNG, _OLD = ("18-24",), ("65-74", "75+")
_UNSAID = "Prefer not to say"
# How often people from an area give its other name.
_OTHER_NAME = 0.05

Answer = Callable[[Respondent, Random], list[str]]


@dataclass(frozen=True)
class Asked:
    """A question as it stands in an export: its wording over as many columns as `labels`, which are '' for a single one.

    A label that is a column of words for "other" stands in `labels` as it is; `answer` gives a cell for each column.
    """

    wording: str
    labels: tuple[str, ...]
    answer: Answer


def questionnaire(profile: Profile, name: str) -> list[Asked]:
    """The questions of one survey: material/<name>.toml. A question may be one that only some `offices` ask."""
    return [_asked(profile, raw) for raw in words(name)["question"] if profile.id in raw.get("offices", (profile.id,))]


def _asked(profile: Profile, raw: dict[str, Any]) -> Asked:
    wording = raw["asks"].format(force=profile.organisation.force, increase=material(profile.id).survey.increase)
    kinds: dict[str, Callable[[], tuple[Sequence[str], Answer]]] = {
        "scale": lambda: ([""], lambda person, throw: [_on_scale(raw, person, throw)]),
        "statements": lambda: ([one["says"] for one in raw["statements"]], lambda person, throw: _statements(raw, person, throw)),
        "number": lambda: ([""], lambda person, throw: [_times(throw)]),
        "nought to ten": lambda: ([""], lambda person, throw: [_nought_to_ten(raw, person, throw)]),
        "ticks": lambda: ([*(one["says"] for one in raw["options"]), "Other (please specify)"], lambda person, throw: _ticks(raw, person, throw)),
        "ranking": lambda: ([one["says"] for one in raw["options"]], lambda person, throw: _ranks(raw, throw)),
        "words": lambda: ([""], lambda person, throw: [_words(profile, raw, person, throw)]),
        "about": lambda: ([""], lambda person, throw: [_about(profile, raw, person, throw)]),
    }
    labels, answer = kinds[raw["kind"]]()
    return Asked(wording, tuple(labels), answer)


def _on_scale(raw: dict[str, Any], person: Respondent, throw: Random, lean: float = 0.0) -> str:
    """Best answer first: a person's view and chance together place them among all residents."""
    if throw.random() < raw["young" if person.age in _YOUNG else "unsure"]:
        return "Don't know"
    pull = raw["pull"]
    place = _NORMAL.cdf(-(pull * person.mood + lean + (1 - pull**2) ** 0.5 * throw.gauss(0, 1)))
    passed = 0.0
    for option, share in zip(raw["options"], raw["shares"], strict=True):
        passed += share / sum(raw["shares"])
        if place <= passed:
            return str(option)
    return str(raw["options"][-1])


def _statements(raw: dict[str, Any], person: Respondent, throw: Random) -> list[str]:
    if "hasty" in raw and throw.random() < raw["hasty"]:
        return [_on_scale(raw, person, throw)] * len(raw["statements"])
    leans = [one["lean"] + (one["women"] if person.woman else 0.0) for one in raw["statements"]]
    return [_on_scale(raw, person, throw, lean) for lean in leans]


def _times(throw: Random) -> str:
    """Most never, some once or twice, a few again and again."""
    return str(pick(throw, {0: 58, 1: 20, 2: 10, 3: 5, 4: 3, throw.randint(5, 14): 3, throw.randint(15, 30): 1}))


def _nought_to_ten(raw: dict[str, Any], person: Respondent, throw: Random) -> str:
    return str(min(10, max(0, round(raw["middle"] + 2.4 * (raw["pull"] * person.mood + throw.gauss(0, 1))))))


def _ticks(raw: dict[str, Any], person: Respondent, throw: Random) -> list[str]:
    group = "young" if person.age in _YOUNG else "old" if person.age in _OLD else ""
    wanted = [one["says"] for one in raw["options"] if throw.random() < one["share"] + one.get(group, 0.0)]
    ticked = throw.sample(wanted, min(len(wanted), raw["most"]))
    return [
        *("Yes" if one["says"] in ticked else "No" for one in raw["options"]),
        throw.choice(raw["other"]) if throw.random() < 0.06 else "",
    ]


def _ranks(raw: dict[str, Any], throw: Random) -> list[str]:
    if throw.random() < 0.07:
        return [""] * len(raw["options"])
    left = {one["says"]: one["weight"] for one in raw["options"]}
    order = []
    while left:
        order.append(pick(throw, left))
        del left[order[-1]]
    return [str(order.index(one["says"]) + 1) for one in raw["options"]]


def _words(profile: Profile, raw: dict[str, Any], person: Respondent, throw: Random) -> str:
    if throw.random() > raw["answered"]:
        return ""
    if "campaign" in raw and throw.random() < raw["campaign"]["share"]:
        return str(throw.choice(raw["campaign"]["texts"]))
    return comment(throw, raw.get("topic", "police"), person.mood, material(profile.id).places[person.about["area"]].towns)


def _about(profile: Profile, raw: dict[str, Any], person: Respondent, throw: Random) -> str:
    chance = throw.random()
    if chance < raw["unsaid"]:
        return _UNSAID
    if chance > 0.97:
        return ""
    answer = person.about[raw["about"]]
    if raw["about"] == "area":
        return terms(throw, [answer], [Term(area.name, tuple(other.title() for other in area.also[:1])) for area in profile.areas], _OTHER_NAME)
    return answer
