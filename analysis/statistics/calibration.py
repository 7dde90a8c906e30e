"""Weights kept between two bounds from the start, for when cutting large weights afterwards is unstable."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.statistics.margins import Margin, WeightingError, read_margins

MOST_STEPS = 200
MET = 1e-12


def calibrate(tally: pd.DataFrame, population: Mapping[str, pd.Series], lower: float, upper: float) -> np.ndarray:
    """Factors on the start weights that meet every margin while changing no one's start weight by less or more than the bounds.

    `tally` and `population` as for `margins.read_margins`; start weights are first scaled to the population, and `lower` < 1 < `upper`
    bound what each is then multiplied by. Logit-distance calibration (Deville and Särndal 1992) by Newton's method with halved steps.
    WeightingError where the bounds cannot be held or a level is unknown; ValueError for bounds that do not enclose 1.
    """
    if not 0 <= lower < 1 < upper:
        raise ValueError("the bounds must enclose 1")
    margins, total = read_margins(tally, population)
    for margin in margins:
        if np.any(margin.codes < 0):
            raise WeightingError("too many unknown", f"Someone's {margin.name} is not known; bounded weights need it for everyone.", margin.name)
    start = tally["start"].to_numpy(dtype=float)
    start = start / start.sum()
    x, goal = _dummies(margins), np.concatenate([[1.0], *(margin.shares[1:] for margin in margins)])
    effect = np.zeros(x.shape[1])
    off = x.T @ (start * _bounded(x @ effect, lower, upper)) - goal
    for _ in range(MOST_STEPS):
        if np.abs(off).max() < MET:
            return _bounded(x @ effect, lower, upper) * (total / float(tally["start"].sum()))
        slope = (x * (start * _slope(x @ effect, lower, upper))[:, None]).T @ x
        step = np.linalg.lstsq(slope, off, rcond=None)[0]
        size = 1.0
        while size > 1e-6:
            tried = x.T @ (start * _bounded(x @ (effect - size * step), lower, upper)) - goal
            if np.linalg.norm(tried) < np.linalg.norm(off):
                break
            size /= 2
        else:
            break
        effect, off = effect - size * step, tried
    if np.abs(off).max() < 1e-10:
        return _bounded(x @ effect, lower, upper) * (total / float(tally["start"].sum()))
    raise WeightingError("bounds cannot be held", "No weights within these bounds meet the population figures. Widen the bounds, or merge levels.")


def _dummies(margins: list[Margin]) -> np.ndarray:
    columns = [np.ones(len(margins[0].codes))]
    columns += [(margin.codes == level).astype(float) for margin in margins for level in range(1, len(margin.levels))]
    return np.column_stack(columns)


def _bounded(u: np.ndarray, lower: float, upper: float) -> np.ndarray:
    grown = np.exp(np.clip(_steepness(lower, upper) * u, -500, 500))
    return (lower * (upper - 1) + upper * (1 - lower) * grown) / (upper - 1 + (1 - lower) * grown)


def _slope(u: np.ndarray, lower: float, upper: float) -> np.ndarray:
    factor = _bounded(u, lower, upper)
    return _steepness(lower, upper) * (factor - lower) * (upper - factor) / (upper - lower)


def _steepness(lower: float, upper: float) -> float:
    return (upper - lower) / ((1 - lower) * (upper - 1))
