"""How large a change a survey could have noticed, said beside every "no clear change"."""

import math

from scipy.optimize import brentq
from scipy.special import ndtr

from analysis.statistics.intervals import Z

POWER = 0.80


def detectable_rise(share: float, base: float) -> float | None:
    """The smallest true rise that two such surveys would notice four times in five.

    `share` from 0 to 1 is where it starts; `base` the effective number of answers in each of the two waves. From 0 to 1.
    None when even a rise to everyone would go unnoticed. Two-sample normal power at the 5% level, two-sided (Fleiss 1981).
    """

    def shortfall(rise: float) -> float:
        return _power(share, share + rise, base) - POWER

    if share >= 1 or base <= 0 or shortfall(1 - share) < 0:
        return None
    return float(brentq(shortfall, 0, 1 - share, xtol=1e-15, rtol=1e-14))


def _power(before: float, after: float, base: float) -> float:
    middle = (before + after) / 2
    spread = math.sqrt(before * (1 - before) + after * (1 - after))
    excess = math.sqrt(base) * (after - before) - Z * math.sqrt(2 * middle * (1 - middle))
    if spread == 0:
        return 1.0 if excess > 0 else 0.0
    return float(ndtr(excess / spread))
