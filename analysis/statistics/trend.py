"""Two waves of a survey or more: whether anything changed at all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc, logit

from analysis.statistics.linearised import Estimate


@dataclass(frozen=True)
class AnyChange:
    """The test that all waves have the same share; `df` are those of F."""

    f: float
    df: tuple[int, int]
    p: float


def any_change(waves: Sequence[Estimate]) -> AnyChange | None:
    """Whether the share differs between any of the waves, which asked different people.

    Wald test on the log-odds, as a survey-weighted logistic regression on the wave gives it, with the design's degrees of freedom.
    None with fewer than two waves, where a share is 0 or 1, or where the sample is too small for a test.
    """
    df = sum(wave.df for wave in waves) - len(waves) + 1
    if len(waves) < 2 or df < 1 or any(wave.variance <= 0 or not 0 < wave.value < 1 for wave in waves):
        return None
    share, variance = (np.array([getattr(wave, part) for wave in waves]) for part in ("value", "variance"))
    odds, precision = logit(share), (share * (1 - share)) ** 2 / variance
    common = precision @ odds / precision.sum()
    f = float(precision @ (odds - common) ** 2) / (len(waves) - 1)
    return AnyChange(f, (len(waves) - 1, df), float(fdtrc(len(waves) - 1, df, f)))
