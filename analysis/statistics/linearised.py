"""A weighted share or average and its standard error, worked out on a tally instead of on respondents.

Weighted answers vary in two ways at once: people differ, and the weights were themselves made to fit the population. The standard
error here allows for both (linearisation with calibration residuals).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.statistics.intervals import Interval, wilson


@dataclass(frozen=True)
class Sample:
    """All respondents of a wave as a tally; every array has one entry (or row) for each row of it.

    `people`, `start` and `start_squares` are the number of people, the sum of their start weights and the sum of those squared;
    `factor` is what weighting multiplied the start weight by; `x` the margins weighted to, as noughts and ones (no column where the
    answers are not weighted to margins); `stratum` and `cluster` whole numbers, `cluster` None where people were drawn one by one.
    """

    people: np.ndarray
    start: np.ndarray
    start_squares: np.ndarray
    factor: np.ndarray
    x: np.ndarray
    stratum: np.ndarray
    cluster: np.ndarray | None


@dataclass(frozen=True)
class Estimate:
    """A weighted share or average: its value, its variance, how many people it rests on and what they are worth.

    `kish` is their effective number by the weights alone; `df` the degrees of freedom of the variance.
    """

    value: float
    variance: float
    people: int
    kish: float
    df: int

    @property
    def se(self) -> float:
        return float(np.sqrt(self.variance))


def sample(
    tally: pd.DataFrame, margins: Sequence[str] = (), factor: np.ndarray | None = None, stratum: str | None = None, cluster: str | None = None
) -> Sample:
    """The respondents of a wave, ready for estimates.

    `tally` has `people`, `start`, `start_squares`, the columns named, and whatever answers and groups are to be studied: one row for
    each combination. It must hold everyone who was weighted, not only those who answered the question. `margins` are the columns
    weighted to (unknown levels blank), `factor` the factors found; `stratum` and `cluster` the columns of the sample's design.
    """
    rows = len(tally)
    columns = [np.ones(rows)] if margins else []
    for name in margins:
        codes, levels = pd.factorize(tally[name])
        columns += [(codes == level).astype(float) for level in range(len(levels))]
    return Sample(
        people=tally["people"].to_numpy(dtype=float),
        start=tally["start"].to_numpy(dtype=float),
        start_squares=tally["start_squares"].to_numpy(dtype=float),
        factor=np.ones(rows) if factor is None else np.asarray(factor, dtype=float),
        x=np.column_stack(columns) if columns else np.empty((rows, 0)),
        stratum=pd.factorize(tally[stratum])[0] if stratum else np.zeros(rows, dtype=int),
        cluster=pd.factorize(tally[cluster])[0] if cluster else None,
    )


def estimate(people: Sample, asked: np.ndarray, value: np.ndarray) -> Estimate | None:
    """The weighted average of a value among those asked, with its variance; None where no one was.

    `asked` is true for the rows in the base; `value` is 1 for a favourable answer and 0 for another (a share), 1, 0 and −1 (a net
    score) or the score itself (an average), and may be blank outside the base. Everyone else in the wave stays in the variance.
    Binder (1983) with the residuals of Deville and Särndal (1992).
    """
    linear = linearise(people, asked, value)
    if linear is None:
        return None
    weight = (people.start * people.factor)[asked].sum()
    squares = (people.start_squares * people.factor**2)[asked].sum()
    return Estimate(
        value=linear[0],
        variance=float(covariance(people, linear[1][:, None])[0, 0]),
        people=int(people.people[asked].sum()),
        kish=float(weight**2 / squares),
        df=degrees_of_freedom(people, asked),
    )


def linearise(people: Sample, asked: np.ndarray, value: np.ndarray) -> tuple[float, np.ndarray] | None:
    """The weighted average among those asked, and what each person (of each row) adds to its error; None where no one weighs anything."""
    weights = people.start * people.factor * asked
    total = weights.sum()
    if not total > 0:
        return None
    kept = np.where(asked, value, 0.0)
    average = float(weights @ kept / total)
    return average, asked * (kept - average) / total


def covariance(people: Sample, linear: np.ndarray) -> np.ndarray:
    """The covariance of several estimates from what each person adds to their errors: rows × estimates in, estimates × estimates out.

    ValueError where a stratum has a single person or cluster, because nothing then shows how much it varies.
    """
    residual = linear - people.x @ _projection(people, linear)
    added = residual * (people.factor * people.start)[:, None]
    total = np.zeros((linear.shape[1], linear.shape[1]))
    for stratum in np.unique(people.stratum):
        here = people.stratum == stratum
        if people.cluster is None:
            units = people.people[here].sum()
            weighted = residual[here] * (people.factor[here] ** 2 * people.start_squares[here])[:, None]
            squares = weighted.T @ residual[here]
            sums = added[here].sum(axis=0)
        else:
            _, cluster = np.unique(people.cluster[here], return_inverse=True)
            units = cluster.max() + 1
            by_cluster = np.zeros((units, linear.shape[1]))
            np.add.at(by_cluster, cluster, added[here])
            squares, sums = by_cluster.T @ by_cluster, by_cluster.sum(axis=0)
        if units < 2:
            raise ValueError("a stratum has a single person or cluster; merge it with another")
        total += units / (units - 1) * (squares - np.outer(sums, sums) / units)
    return total


def degrees_of_freedom(people: Sample, asked: np.ndarray) -> int:
    """People (or clusters) with someone in the base, less the strata with someone in it."""
    there = asked & (people.people > 0)
    strata = np.unique(people.stratum[there]).size
    if people.cluster is None:
        return int(people.people[there].sum()) - strata
    return len(set(zip(people.stratum[there].tolist(), people.cluster[there].tolist(), strict=True))) - strata


def effective_base(share: Estimate) -> float:
    """How many simply drawn people a weighted share is worth, never more than answered; by the weights alone at 0%, at 100%, or
    where the variance is nought."""
    spread = share.value * (1 - share.value)
    return min(share.people, spread / share.variance) if spread > 0 and share.variance > 0 else share.kish


def weighted_interval(favourable: Sequence[float], answered: Sequence[float]) -> Interval | None:
    """The 95% interval of a weighted share from sums alone: people, weights and squared weights of the favourable and of all who answered."""
    yes, base = np.asarray(favourable, dtype=float), np.asarray(answered, dtype=float)
    rows = pd.DataFrame(np.maximum(np.stack([yes, base - yes]), 0), columns=["people", "start", "start_squares"])
    share = estimate(sample(rows), np.array([True, True]), np.array([1.0, 0.0])) if base[0] >= 2 else None
    return share_interval(share) if share else None


def share_interval(share: Estimate) -> Interval | None:
    """The 95% interval of a weighted share: Wilson's, with the effective base and Student's t. None where the base is 1 or less."""
    return wilson(share.value, effective_base(share), share.df)


def _projection(people: Sample, linear: np.ndarray) -> np.ndarray:
    root = np.sqrt(people.start)[:, None]
    return np.linalg.lstsq(root * people.x, root * linear, rcond=None)[0]
