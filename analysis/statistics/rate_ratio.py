"""Whether two counts could differ by chance alone: of events that come one by one, and of people who come in crowds."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import betaincinv, stdtr
from scipy.stats import binomtest

from analysis.statistics.intervals import LOWER, UPPER, Interval


@dataclass(frozen=True)
class RateRatio:
    """A count over an earlier one; `interval` ends at infinity where nothing was counted before, and `p` is of the two being alike."""

    ratio: float | None
    interval: Interval
    p: float


def rate_ratio(earlier: int, later: int) -> RateRatio | None:
    """How many times as many events there were in the later of two equally long periods, and how far chance could have moved that.

    Only for events that come one by one, such as written submissions or activities; never for people, who come to events in crowds. None when neither
    period had any. The conditional exact test and the limits of Clopper and Pearson (Przyborowski and Wilenski 1940).
    """
    both = earlier + later
    if both == 0:
        return None
    low = 0.0 if later == 0 else float(betaincinv(later, earlier + 1, LOWER))
    high = 1.0 if earlier == 0 else float(betaincinv(later + 1, earlier, UPPER))
    limits = low / (1 - low), high / (1 - high) if high < 1 else float("inf")
    return RateRatio(later / earlier if earlier else None, limits, float(binomtest(later, both).pvalue))


@dataclass(frozen=True)
class AttendanceRatio:
    """People for each activity over those of the earlier period, with `p` of the two being alike."""

    ratio: float
    p: float


def attendance_ratio(earlier: np.ndarray, later: np.ndarray) -> AttendanceRatio | None:
    """How many times as many people an activity had as in the period before, and whether the ups and downs of single activities could explain it.

    One attendance an activity, blanks left out beforehand. People come in crowds, so the variance is taken from the activities themselves:
    quasi-Poisson regression on the period with the Pearson dispersion (McCullagh and Nelder 1989), Student's t. None with fewer than three activities
    in all, or nobody at all in either period.
    """
    both = len(earlier) + len(later)
    if both < 3 or not earlier.sum() or not later.sum():
        return None
    spread = sum(float(((values - values.mean()) ** 2 / values.mean()).sum()) for values in (earlier, later)) / (both - 2)
    ratio = float(later.mean() / earlier.mean())
    se = math.sqrt(spread * (1 / float(earlier.sum()) + 1 / float(later.sum())))
    t = abs(math.log(ratio)) / se if se else 0.0 if ratio == 1 else math.inf
    return AttendanceRatio(ratio, 2 * float(stdtr(both - 2, -t)))
