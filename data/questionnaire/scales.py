"""The order of a rating's answers, known from how questionnaires print their scales."""

import re
import tomllib
from functools import cache
from pathlib import Path

from data.logbook.terms import plain
from data.questionnaire.states import state_of


@cache
def _scales() -> tuple[dict[str, int], ...]:
    raw = tomllib.loads((Path(__file__).parents[1] / "reference" / "scales.toml").read_text(encoding="utf-8"))
    return tuple({plain(s): place for place, point in enumerate(scale["points"]) for s in point} for scale in raw["scale"])


@cache
def _most_points() -> int:
    return max(max(points.values()) for points in _scales()) + 1


# "Extremely useful" down to "Not at all useful": how much of one and the same thing, most first.
_MUCH = (
    "extremely|critically|completely",
    "very",
    "quite|fairly",
    "moderately|reasonably",
    "somewhat",
    "slightly|a little|a bit",
    "not very|not so|not particularly|not that",
    "not at all|not",
)
_HOW_MUCH = re.compile(rf"(?:{'|'.join(f'(?P<p{place}>{words})' for place, words in enumerate(_MUCH))}) (?P<thing>[a-z][a-z -]{{1,40}}?)(?: at all)?")
_POINT = re.compile(r"(?P<point>10|\d)(?P<words>\s*[-–=:(]\s*[A-Za-z].{0,80})?")


def _numbered(answers: list[str]) -> dict[str, int]:
    """The point of each label of a scale of numbers whose ends, or all of it, are put in words: "1 (Not at all)", "2", "3 = Very"."""
    found = {label: match for label in answers if (match := _POINT.fullmatch(label))}
    points = {label: int(match["point"]) for label, match in found.items()}
    worded = sum(bool(match["words"]) for match in found.values())
    return points if len(found) == len(answers) > 2 and worded and len(set(points.values())) == len(points) else {}


def _by_how_much(answers: list[str]) -> dict[str, int]:
    """The point of each label that says how much of the same thing: "Very clear", "Slightly clear", "Not clear at all".

    A bare "Not clear" may be a plain no: it is a point only beside three others.
    """
    if not 2 <= len(answers) <= len(_MUCH):
        return {}
    found = {label: match for label in answers if (match := _HOW_MUCH.fullmatch(plain(label)))}
    points = {label: next(place for place in range(len(_MUCH)) if match[f"p{place}"]) for label, match in found.items()}
    alike = len({match["thing"] for match in found.values()}) == 1
    plainly = len(answers) < 4 and any(plain(label) == f"not {match['thing']}" for label, match in found.items())
    return points if alike and not plainly and len(found) == len(answers) > 1 and len(set(points.values())) == len(points) else {}


def scale_order(labels: list[str]) -> list[str] | None:
    """The labels in the order of the scale they belong to, best or most first, or None where no one scale holds them all.

    Ways of not answering come last and do not count. Two labels of different points are the least that makes a scale; two
    labels may not share a point, for then they are not one scale's.
    """
    answers = [label for label in labels if state_of(label) == "answered"]
    rest = [label for label in labels if state_of(label) != "answered"]
    if points := _numbered(answers) or _by_how_much(answers):
        return sorted(answers, key=points.__getitem__) + rest
    if not 2 <= len(answers) <= _most_points():
        return None
    spelled = {label: plain(label) for label in answers}
    for points in _scales():
        places = {label: points.get(key) for label, key in spelled.items()}
        if None not in places.values() and len(set(places.values())) == len(places):
            return sorted(answers, key=lambda label: points[spelled[label]]) + rest
    return None
