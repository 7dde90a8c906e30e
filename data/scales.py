"""The order of a rating's answers, known from how questionnaires print their scales."""

import tomllib
from functools import cache
from pathlib import Path

from data.states import state_of
from data.terms import plain


@cache
def _scales() -> tuple[tuple[dict[str, int], str], ...]:
    raw = tomllib.loads((Path(__file__).parent / "reference" / "scales.toml").read_text(encoding="utf-8"))
    return tuple(({plain(s): place for place, point in enumerate(scale["points"]) for s in point}, scale["name"]) for scale in raw["scale"])


def scale_order(labels: list[str]) -> list[str] | None:
    """The labels in the order of the scale they belong to, best or most first, or None where no one scale holds them all.

    Ways of not answering come last and do not count. Two labels of different points are the least that makes a scale; two
    labels may not share a point, for then they are not one scale's.
    """
    answers = [label for label in labels if state_of(label) == "answered"]
    rest = [label for label in labels if state_of(label) != "answered"]
    if len(answers) < 2:
        return None
    for points, _ in _scales():
        places = [points.get(plain(label)) for label in answers]
        if None not in places and len(set(places)) == len(places):
            return sorted(answers, key=lambda label: points[plain(label)]) + rest
    return None
