"""Ordinary ups and downs, or something that changed: the XmR chart of a monthly or quarterly measure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BASELINE = 12
RUN = 7
LIMIT = 2.66
OUTER = LIMIT * 2 / 3
SCREEN = 3.267

OUTSIDE = "outside the limits"
TREND = "trend"
TWO_OF_THREE = "two of three near a limit"
SHIFT = "shift"

NORMAL, IMPROVING, WORSE = "Normal variation", "Improving", "Getting worse"
HIGHER, LOWER = "Higher than usual", "Lower than usual"
WILL_MEET, WILL_MISS, HIT_OR_MISS = "Will usually meet target", "Will usually miss target", "Hit or miss"


@dataclass(frozen=True)
class ProcessLimits:
    """The lines of an XmR chart, in the measure's own unit. `trial` while there are fewer than 12 points."""

    mean: float
    lower: float
    upper: float
    outer_lower: float
    outer_upper: float
    trial: bool


@dataclass(frozen=True)
class Signal:
    """What is special about one point: why (empty when nothing is) and which way, 1 up, −1 down, 0 neither."""

    cause: str = ""
    direction: int = 0


def process_limits(values: Sequence[float] | np.ndarray) -> ProcessLimits | None:
    """Where a measure that is not changing would stay, from its first 12 points; None with fewer than two points.

    `values` in order of time within one baseline, none missing; start anew where the baseline was moved. Mean ± 2.66 × the average
    moving range, moving ranges of 3.267 times their average or more left out once (Shewhart 1931; Wheeler 1993; NHS England, Making
    Data Count). The limits of a percentage are clipped to 0 and 100 where drawn, not here. ValueError when a value is missing.
    """
    points = np.asarray(values, dtype=float)
    if np.isnan(points).any():
        raise ValueError("a process chart needs every value; leave the missing periods out")
    if points.size < 2:
        return None
    baseline = points[:BASELINE]
    moving = np.abs(np.diff(baseline))
    usual = moving[moving < SCREEN * moving.mean()]
    spread = float(usual.mean()) if usual.size else 0.0
    mean = float(baseline.mean())
    return ProcessLimits(
        mean=mean,
        lower=mean - LIMIT * spread,
        upper=mean + LIMIT * spread,
        outer_lower=mean - OUTER * spread,
        outer_upper=mean + OUTER * spread,
        trial=points.size < BASELINE,
    )


def signals(values: Sequence[float] | np.ndarray, limits: ProcessLimits) -> list[Signal]:
    """What is special about each point, the strongest reason first: outside a limit, a trend of seven, two of three near a limit,
    or seven in a row on one side of the mean."""
    y = np.asarray(values, dtype=float)
    side = np.sign(y - limits.mean).astype(int)
    outside = (y > limits.upper) | (y < limits.lower)
    near = ~outside & ((y > limits.outer_upper) | (y < limits.outer_lower))
    step = np.sign(np.diff(y)).astype(int)
    found = [Signal()] * y.size
    # Weakest first, so that a stronger reason overwrites it.
    for start in range(y.size - RUN + 1):
        if abs(side[start : start + RUN].sum()) == RUN:
            found[start : start + RUN] = [Signal(SHIFT, int(side[start]))] * RUN
    for start in range(y.size - 2):
        window = slice(start, start + 3)
        if abs(side[window].sum()) == 3 and near[window].sum() >= 2:
            for at in np.flatnonzero(near[window]) + start:
                found[at] = Signal(TWO_OF_THREE, int(side[at]))
    for start in range(y.size - RUN + 1):
        if abs(step[start : start + RUN - 1].sum()) == RUN - 1:
            found[start : start + RUN] = [Signal(TREND, int(step[start]))] * RUN
    for at in np.flatnonzero(outside):
        found[at] = Signal(OUTSIDE, int(side[at]))
    return found


def variation(values: Sequence[float] | np.ndarray, limits: ProcessLimits, good_direction: int) -> str | None:
    """A word for the latest point: normal, improving, getting worse; higher or lower than usual where neither way is better.

    `good_direction` is 1 where higher is better, −1 where lower is, 0 where neither. None while the limits are on trial.
    """
    if limits.trial:
        return None
    way = signals(values, limits)[-1].direction
    if way == 0:
        return NORMAL
    if good_direction == 0:
        return HIGHER if way > 0 else LOWER
    return IMPROVING if way == good_direction else WORSE


def assurance(limits: ProcessLimits, good_direction: int, target: float) -> str | None:
    """Whether the measure, left as it is, will meet its target: usually, usually not, or hit or miss.

    None while the limits are on trial, or where neither direction is better.
    """
    if limits.trial or good_direction == 0:
        return None
    if limits.lower <= target <= limits.upper:
        return HIT_OR_MISS
    return WILL_MEET if (target < limits.lower) == (good_direction > 0) else WILL_MISS
