"""How far a figure could be from what it estimates: 95% intervals for a share, and a difference of two shares."""

import math

from scipy.special import betaincinv, ndtri, stdtrit

LEVEL = 0.95
UPPER = (1 + LEVEL) / 2
LOWER = (1 - LEVEL) / 2
Z = float(ndtri(UPPER))

Interval = tuple[float, float]


def wilson(share: float, base: float, df: float | None = None) -> Interval | None:
    """The range a share could reasonably have in the population, for a sample of this size.

    `share` from 0 to 1; `base` the number of answers, or the effective number where answers are weighted (it need not be whole);
    `df` the degrees of freedom of a survey's standard error, for Student's t instead of the normal quantile.
    None when the base is 1 or less, or no degree of freedom is left. The lower limit of 0 and the upper limit of 1 are exact.
    Wilson (1927), with effective base as in Kott (2017) and Franco, Little, Louis and Slud (2019).
    """
    if base <= 1 or (df is not None and df < 1):
        return None
    t = Z if df is None else float(stdtrit(df, UPPER))
    shrink = 1 + t * t / base
    centre = (share + t * t / (2 * base)) / shrink
    half = t / shrink * math.sqrt(share * (1 - share) / base + t * t / (4 * base * base))
    lower = 0.0 if share <= 0 else min(max(0.0, centre - half), share)
    upper = 1.0 if share >= 1 else max(min(1.0, centre + half), share)
    return lower, upper


def korn_graubard(share: float, base: float) -> Interval | None:
    """A cautious range for a share, used to decide whether the share is reliable enough to show.

    `share` from 0 to 1; `base` the effective number of answers. None when the base is not above 0.
    Clopper–Pearson with an effective base (Korn and Graubard 1998).
    """
    if base <= 0:
        return None
    favourable = share * base
    lower = 0.0 if share <= 0 else float(betaincinv(favourable, base - favourable + 1, LOWER))
    upper = 1.0 if share >= 1 else float(betaincinv(favourable + 1, base - favourable, UPPER))
    return lower, upper


def difference_interval(before: float, before_limits: Interval, after: float, after_limits: Interval) -> Interval:
    """The range the change from `before` to `after` could reasonably have, from the two shares and their own intervals.

    All from 0 to 1; the answer is from −1 to 1. The two samples must be different people.
    Newcombe's method 10 (1998), in the general form of Zou and Donner (2008).
    """
    change = after - before
    down = math.hypot(after - after_limits[0], before_limits[1] - before)
    up = math.hypot(after_limits[1] - after, before - before_limits[0])
    return change - down, change + up
