"""Whether a share really changed between two waves of a survey that asked different people."""

import math
from dataclasses import dataclass

from scipy.special import ndtr

from analysis.statistics.intervals import Interval, difference_interval, wilson
from analysis.statistics.linearised import Estimate, effective_base


@dataclass(frozen=True)
class WaveChange:
    """The change of a share, later less earlier, from −1 to 1. `z` and `p` are None where neither share varies; `limits` is the 95%
    interval, None where either wave is too small for one."""

    difference: float
    se: float
    z: float | None
    p: float | None
    limits: Interval | None


def wave_change(earlier: Estimate, later: Estimate) -> WaveChange:
    """The change of a weighted share between two waves that asked different people, with its test and its interval.

    z test on the difference of linearised estimates, two-sided; interval by Newcombe's method 10 (1998; Zou and Donner 2008) from
    the Wilson limits of the two shares. Offered only where the two waves asked the same thing in the same way of the same sort of
    sample, and never where people chose to take part.
    """
    difference, se = later.value - earlier.value, math.sqrt(earlier.variance + later.variance)
    before, after = (wilson(share.value, effective_base(share)) for share in (earlier, later))
    limits = difference_interval(earlier.value, before, later.value, after) if before and after else None
    if se == 0:
        return WaveChange(difference, se, None, None, limits)
    return WaveChange(difference, se, difference / se, 2 * float(ndtr(-abs(difference / se))), limits)
