"""Three or more waves of a survey: whether anything changed at all, and whether it went steadily one way."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, fdtrc, logit, ndtr, stdtr

from analysis.statistics.linearised import Estimate, Sample, covariance, degrees_of_freedom

SETTLED = 1e-14
MOST_STEPS = 50


@dataclass(frozen=True)
class Slope:
    """The change per unit of time, in the units said where it is made, with its test."""

    slope: float
    se: float
    p: float
    df: int | None = None


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


def linear_slope(waves: Sequence[Estimate], times: Sequence[float]) -> Slope | None:
    """How much the share rises for each unit of time, each wave counting the same; None with fewer than two times.

    A linear contrast of the waves' shares with scores centred on time.
    """
    scores = np.asarray(times, dtype=float) - np.mean(times)
    size = float(scores @ scores)
    if size == 0:
        return None
    slope = float(scores @ [wave.value for wave in waves]) / size
    se = math.sqrt(float(scores**2 @ [wave.variance for wave in waves])) / size
    return Slope(slope, se, 2 * float(ndtr(-abs(slope / se))) if se else 1.0)


def logit_slope(people: Sample, asked: np.ndarray, favourable: np.ndarray, time: np.ndarray) -> Slope | None:
    """How much the log-odds of a favourable answer rise for each unit of time, over all waves at once.

    `people` is a tally of all the waves, each a stratum; `asked`, `favourable` (1 or 0) and `time` have one entry for each of its rows.
    None where all answered alike or at one time only. Weighted logistic regression by Newton's method with the linearised variance
    (Binder 1983) and Student's t.
    """
    weights = people.start * people.factor * asked
    y, x = np.where(asked, favourable, 0.0), np.column_stack([np.ones(len(time)), time])
    if np.unique(y[weights > 0]).size < 2 or np.unique(x[weights > 0, 1]).size < 2:
        return None
    beta = np.zeros(2)
    for _ in range(MOST_STEPS):
        fitted = expit(x @ beta)
        information = (x * (weights * fitted * (1 - fitted))[:, None]).T @ x
        step = np.linalg.solve(information, x.T @ (weights * (y - fitted)))
        beta = beta + step
        if np.abs(step).max() < SETTLED * (1 + np.abs(beta).max()):
            break
    fitted = expit(x @ beta)
    linear = (asked * (y - fitted))[:, None] * x @ np.linalg.inv(information)
    se = math.sqrt(covariance(people, linear)[1, 1])
    df = degrees_of_freedom(people, asked) - 1
    return Slope(float(beta[1]), se, 2 * float(stdtr(df, -abs(beta[1] / se))), df)
