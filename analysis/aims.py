"""A value beside its aim: met, missed, on course, too close to call, or not to be judged – and why, in words."""

from dataclasses import dataclass

import numpy as np

from analysis.statistics.intervals import difference_interval
from analysis.suppression import Published


@dataclass(frozen=True)
class Status:
    """A judgement as a word, a shape and a name for its colour; never a colour alone."""

    name: str
    word: str
    shape: str


MET = Status("met", "Aim met", "✔")
MISSED = Status("missed", "Aim missed", "✖")
ON_COURSE = Status("on-course", "On course", "▲")
BEHIND = Status("behind", "Behind", "▼")
CLOSE = Status("close", "Too close to call", "≈")
NO_TARGET = Status("no-target", "No target set", "–")
NOT_JUDGED = Status("not-judged", "Cannot be judged", "○")
NO_DATA = Status("no-data", "Not enough data", "?")

STATUSES = (MET, MISSED, ON_COURSE, BEHIND, CLOSE, NO_TARGET, NOT_JUDGED, NO_DATA)

HOW_WE_DECIDE = {
    MET: "The strategy says what should happen, the period is over, and it did.",
    MISSED: "The strategy says what should happen, the period is over, and it did not.",
    ON_COURSE: "The period is not over; so far it is doing what the strategy says, against the same part of the year before.",
    BEHIND: "The period is not over; so far it is not doing what the strategy says.",
    CLOSE: "A survey's range of uncertainty reaches to both sides, or the figure has not moved.",
    NO_TARGET: "The strategy follows this figure without saying what it should be. We do not invent a target.",
    NOT_JUDGED: "People chose whether to take part, so a difference between waves may only be who answered.",
    NO_DATA: "Nothing, or too little, is recorded for the period or for the one before.",
}


def judge(now: Published, before: Published | None, aim: str, target: float | None = None, so_far: bool = False, evidence: str = "") -> Status:
    """How a value stands against its aim.

    `aim` is 'increase' or 'decrease' (against the period before), 'at least' or 'at most' (against `target`; a share of its denominator for a count
    with one), or '' where the strategy states none. `evidence` is the standing of the survey behind it: an open one is never judged on its movement.
    """
    if now.empty:
        return NO_DATA
    if not aim or (target is None and aim in ("at least", "at most")):
        return NO_TARGET
    if target is not None and aim in ("at least", "at most"):
        return _against_target(now, aim, target, so_far)
    if evidence == "open":
        return NOT_JUDGED
    if before is None or before.empty:
        return NO_DATA
    return _against_before(now, before, aim, so_far)


def could_be_chance(now: Published, before: Published) -> bool:
    """For opinions in a survey: whether chance could have made the difference. What is recorded, and who took part, are facts."""
    if now.measure.counts != "respondents" or now.measure.kind != "share":
        return False
    a, b = before.first, now.first
    if bool(a.get("weighted", False)) != bool(b.get("weighted", False)):
        return True
    if not all(np.isfinite(row[side]) for row in (a, b) for side in ("lower", "upper")):
        return True
    low, high = difference_interval(a["value"], (a["lower"], a["upper"]), b["value"], (b["lower"], b["upper"]))
    return bool(low <= 0 <= high)


def _against_target(now: Published, aim: str, target: float, so_far: bool) -> Status:
    row = now.first
    share = now.measure.kind == "count" and row["denominator"] > 0 and target <= 1
    value = row["numerator"] / row["denominator"] if share else row["value"]
    lower, upper = (row["lower"], row["upper"]) if now.measure.kind == "share" and np.isfinite(row["lower"]) else (value, value)
    good, bad = (lower >= target, upper < target) if aim == "at least" else (upper <= target, lower > target)
    return _word(good, bad, so_far)


def _against_before(now: Published, before: Published, aim: str, so_far: bool) -> Status:
    change = round(now.first["value"] - before.first["value"], 9)
    good, bad = (change > 0, change < 0) if aim == "increase" else (change < 0, change > 0)
    return CLOSE if could_be_chance(now, before) else _word(good, bad, so_far)


def _word(good: bool, bad: bool, so_far: bool) -> Status:
    if good:
        return ON_COURSE if so_far else MET
    if bad:
        return BEHIND if so_far else MISSED
    return CLOSE
