"""Whether a share really changed between two waves of a survey: of different people, or of the same people asked twice."""

import math
from dataclasses import dataclass

from scipy.special import bdtr, chdtrc, ndtr

from analysis.statistics.intervals import Interval, difference_interval, wilson
from analysis.statistics.linearised import Estimate, effective_base

FEW_CHANGED_MINDS = 100


@dataclass(frozen=True)
class WaveChange:
    """The change of a share, later less earlier, from −1 to 1. `z` and `p` are None where neither share varies; `limits` is the 95%
    interval, None where either wave is too small for one."""

    difference: float
    se: float
    z: float | None
    p: float | None
    limits: Interval | None


@dataclass(frozen=True)
class PairedChange:
    """The change among people asked twice. `p` is the one to use: mid-p where fewer than 100 changed their mind, else chi-square."""

    difference: float
    chi_square: float | None
    exact_p: float
    mid_p: float
    p: float


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


def paired_change(both: int, left: int, joined: int, neither: int) -> PairedChange | None:
    """The change among the same people asked twice: `left` answered yes and then no, `joined` no and then yes.

    None where no one was asked twice. McNemar (1947), exact and with the mid-p correction (Fagerland, Lydersen and Laake 2013).
    With weights, take the difference within each person as the value of a weighted average instead.
    """
    people, changed = both + left + joined + neither, left + joined
    if people == 0:
        return None
    fewer = min(left, joined)
    tail = float(bdtr(fewer, changed, 0.5)) if changed else 1.0
    point = tail - (float(bdtr(fewer - 1, changed, 0.5)) if fewer else 0.0)
    mid_p = min(1.0, 2 * tail - point)
    chi_square = (left - joined) ** 2 / changed if changed else None
    large = chi_square is not None and changed >= FEW_CHANGED_MINDS
    return PairedChange(
        difference=(joined - left) / people,
        chi_square=chi_square,
        exact_p=min(1.0, 2 * tail),
        mid_p=mid_p,
        p=float(chdtrc(1, chi_square)) if large else mid_p,
    )
