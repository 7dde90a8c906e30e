"""How evenly the ways of reaching people are used: Hill numbers, evenness and rarefied richness."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln


@dataclass(frozen=True)
class Diversity:
    """How many methods were used and how evenly; every effective number reads "as if this many methods were used equally".

    `evenness` runs from 0 to 1 and is None when a single method was used, because it would be nothing divided by nothing.
    """

    methods: int
    effective: float
    effective_of_common: float
    effective_of_largest: float
    evenness: float | None
    unlike_pair: float


def diversity(counts: Sequence[float] | np.ndarray) -> Diversity | None:
    """How many methods were used, and how many equally used methods that amounts to.

    `counts` has one number a method (activities, or participations), noughts allowed. None when nothing was counted.
    Orders 0, 1, 2 and infinity of the Hill numbers (Hill 1973; Jost 2006), Pielou's evenness (1966) and, as `unlike_pair`, the
    chance that two drawn at random used different methods (Simpson 1949). ValueError if a count is negative or missing.
    """
    used = _used(counts)
    if used.size == 0:
        return None
    shares = used / used.sum()
    entropy = -float(np.sum(shares * np.log(shares)))
    pairs = float(np.sum(shares**2))
    return Diversity(
        methods=used.size,
        effective=float(np.exp(entropy)),
        effective_of_common=1 / pairs,
        effective_of_largest=1 / float(shares.max()),
        evenness=entropy / float(np.log(used.size)) if used.size > 1 else None,
        unlike_pair=1 - pairs,
    )


def rarefied_richness(counts: Sequence[int] | np.ndarray, activities: int) -> float | None:
    """How many methods would be expected had only this many activities been held, so that a busy year compares with a quiet one.

    `counts` has the number of activities of each method; `activities` is the smaller year's number. None when nothing was counted.
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
