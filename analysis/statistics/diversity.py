"""How evenly methodologies are used: how many equally used ones they amount to, and how many a quieter year would have shown."""

from collections.abc import Sequence

import numpy as np
from scipy.special import gammaln


def equally_used(counts: Sequence[float] | np.ndarray) -> float | None:
    """How many methodologies there would be if all were used equally and the variety were the same.

    `counts` has one number a methodology (activities, or participations), noughts allowed. None when nothing was counted. The Hill number of
    order 1, the exponential of Shannon's entropy (Hill 1973; Jost 2006). ValueError if a count is negative or missing.
    """
    used = _used(counts)
    if used.size == 0:
        return None
    shares = used / used.sum()
    return float(np.exp(-np.sum(shares * np.log(shares))))


def rarefied_richness(counts: Sequence[int] | np.ndarray, activities: int) -> float | None:
    """How many methodologies would be expected had only this many activities been held, so that a busy year compares with a quiet one.

    `counts` has the number of activities of each methodology; `activities` is the smaller year's number. None when nothing was counted.
    Hurlbert's rarefaction (1971). ValueError when more activities are asked for than were held.
    """
    used = _used(counts)
    if used.size == 0:
        return None
    held = used.sum()
    if not 0 <= activities <= held:
        raise ValueError("rarefaction needs a number of activities no larger than the number held")
    others = held - used
    possible = others >= activities
    missed = np.exp(_log_choose(others[possible], activities) - _log_choose(held, activities))
    return float(used.size - missed.sum())


def _used(counts: Sequence[float] | np.ndarray) -> np.ndarray:
    values = np.asarray(counts, dtype=float)
    if not np.all(values >= 0):
        raise ValueError("counts must be numbers of nought or more")
    return values[values > 0]


def _log_choose(held: np.ndarray, drawn: int) -> np.ndarray:
    return gammaln(held + 1) - gammaln(drawn + 1) - gammaln(held - drawn + 1)
