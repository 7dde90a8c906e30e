"""Answers given in numbers, for a table: numbers that stand for no answer, and bands where there are too many to print."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data.ages import OLDEST, TOLD_IN, band_of_ages
from data.counted.reply import Reply
from data.problems import ImportRefused
from data.questionnaire.bands import number_bands
from data.questionnaire.decimals import decimals

# More different numbers than this make no table.
MOST_APART = 20
OUTSIDE = "Outside these bands"
_MOSTLY = 0.9
_NUMBER = re.compile(r"-?\d{1,15}([.,]\d{1,15})?")
_BAND = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:(\+|and over|or more|or over)|(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*", re.IGNORECASE)
_AGE = re.compile(r"(?<![a-z])(r|dv|d|h)?age(s|d|yrs?|years?|in)?(?![a-z])|how old", re.IGNORECASE)
# Codes that statistics programs keep for "don't know", "refused" and the like, where they stand apart from the answers.
_KEPT_CODES = frozenset({8, 9, 88, 89, 96, 97, 98, 99, 888, 988, 989, 996, 997, 998, 999, 9997, 9998, 9999})


def without_missing_codes(reply: Reply) -> Reply:
    """The same answers with negative codes as ways of not answering, unless they are the lower half of a scale: -2, -1, 0, 1, 2."""
    codes = _codes(reply)
    below = {code for code in codes.values() if code < 0}
    if not below or below == {-code for code in codes.values() if code > 0}:
        return reply
    states = tuple("no answer" if codes.get(label, 0) < 0 else state for label, state in zip(reply.labels, reply.states, strict=True))
    return replace(reply, states=states)


def doubtful_codes(reply: Reply) -> list[str]:
    """Codes counted as answers that may stand for none: 8 and 9, 98 and 99, where they stand apart from the rest."""
    codes = {label: code for label, code in _codes(reply).items() if code >= 0}
    apart = [label for label, code in codes.items() if code in _KEPT_CODES and not {code - 1, code - 2} & (set(codes.values()) - _KEPT_CODES)]
    return apart if 0 < len(apart) < len(codes) <= MOST_APART else []


def in_bands(reply: Reply, bands: str = "") -> tuple[Reply, bool]:
    """The same answers in bands, and whether they were put in any. `bands` is what was asked for: "16-24, 25-44, 65+", or "each" for none."""
    numbers = decimals(reply.labels)
    answered = np.array([state == "answered" for state in reply.states], dtype=bool)
    known = answered & np.isfinite(numbers)
    asked = bands.strip().casefold()
    if asked == "each" or not known.any() or known.sum() < answered.sum() or (not asked and known.sum() <= MOST_APART):
        return reply, False
    found = np.array(reply.labels, dtype=object)
    if asked:
        order, found[known] = _asked_for(numbers[known], asked)
    elif _AGE.search(reply.name) and (numbers[known] <= OLDEST).mean() > _MOSTLY:
        # A number that is no one's age, as 999 is, stands for no answer.
        ages = band_of_ages(numbers[known])
        order, found[known] = list(TOLD_IN), [OUTSIDE if band is None else band for band in ages]
    else:
        people = np.isin(reply.option, np.flatnonzero(known))
        order, _ = number_bands(numbers[reply.option[people]])
        place = dict(zip(reply.option[people].tolist(), number_bands(numbers[reply.option[people]])[1].tolist(), strict=True))
        found[known] = [order[place[at]] if at in place else order[0] for at in np.flatnonzero(known).tolist()]
    states = dict.fromkeys(order, "answered") | {OUTSIDE: "not asked"}
    states |= {str(label): state for label, state in zip(reply.labels, reply.states, strict=True) if state != "answered"}
    return _gathered(reply, [str(label) for label in found], states, [*order, OUTSIDE]), True


def _asked_for(numbers: np.ndarray, asked: str) -> tuple[list[str], np.ndarray]:
    found = np.full(len(numbers), OUTSIDE, dtype=object)
    order = []
    for part in filter(None, map(str.strip, re.split(r"[,;]", asked))):
        match = _BAND.fullmatch(part)
        if not match:
            raise ImportRefused("E_BANDS", f"“{part}” is not a band of numbers.", 'Write bands as "16-24, 25-44, 45-64, 65+".')
        low, high = float(match[1]), float(match[3] or match[1])
        # A person aged 24 and a half is 24.
        found[(numbers >= low) & ((numbers < high + 1) | bool(match[2]))] = part
        order.append(part)
    return order, found


def _codes(reply: Reply) -> dict[str, float]:
    """Label → number, where all that was answered is whole numbers; nothing anywhere else."""
    labels = [label for label, state in zip(reply.labels, reply.states, strict=True) if state == "answered"]
    codes = {label: float(label.replace(",", ".")) for label in labels if _NUMBER.fullmatch(label)}
    return codes if len(codes) == len(labels) and all(code == int(code) for code in codes.values()) else {}


def _gathered(reply: Reply, named: Sequence[str], states: dict[str, str], order: Sequence[str] = ()) -> Reply:
    """The answers under new labels; those that become the same are one."""
    used = set(named)
    labels = [label for label in dict.fromkeys([*order, *named]) if label in used]
    place = {label: at for at, label in enumerate(labels)}
    moved = np.array([place[name] for name in named], dtype=np.int32)
    return replace(reply, labels=tuple(labels), states=tuple(states[label] for label in labels), option=moved[reply.option])
