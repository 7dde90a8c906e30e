"""Weights that give each group of respondents its share of the population, or a plain refusal where no honest weights exist.

Everyone with the same levels has the same factor, so it is worked out on a tally (one row for each combination of levels) and a
respondent's weight is their start weight times the factor of their row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.statistics.margins import Margin, WeightingError, read_margins

MOST_SWEEPS = 1000
MET = 1e-10
# Sweeps go on past "met" while it costs nothing, so that the weights themselves are settled, not only the margins.
SETTLED = 1e-12
CAP = 5.0
CAP_SLACK = 1e-4
CAP_MET = 1e-6


@dataclass(frozen=True)
class Raking:
    """`factor` multiplies the start weight of each row of the tally; the weights add up to the population.

    `error` is the largest distance left between a level's share and its population share; `capped` how many people had their weight
    cut on the way.
    """

    factor: np.ndarray
    sweeps: int
    error: float
    capped: int = 0


@dataclass(frozen=True)
class WeightReport:
    """How hard the weights work. `effective` is how many equally weighted people the answers are worth, `efficiency` its share of all.

    `signal` is "red" when efficiency is under a half, "amber" under 0.70, else empty.
    """

    people: int
    effective: float
    design_effect: float
    efficiency: float
    smallest_over_mean: float
    largest_over_mean: float
    signal: str


def rake(tally: pd.DataFrame, population: Mapping[str, pd.Series]) -> Raking:
    """Factors that bring every margin of the respondents to the population at once. With one margin: geographic weighting.

    `tally` and `population` as for `margins.read_margins`; start weights are 1 where there is no design. Someone whose level is not
    known on one margin is kept, and that margin leaves their weight alone. Raking (Deming and Stephan 1940; with start weights
    Deville, Särndal and Sautory 1993), to 1e-10 of the population within 1,000 sweeps; otherwise WeightingError names the margin and
    level furthest off.
    """
    margins, total = read_margins(tally, population)
    start = tally["start"].to_numpy(dtype=float)
    weights = start * (total / start.sum())
    sweeps, error = 0, np.inf
    while sweeps < MOST_SWEEPS and error >= SETTLED:
        weights = _sweep(weights, margins)
        sweeps, error = sweeps + 1, max(margin.errors(weights).max() for margin in margins)
    if error >= MET:
        raise _unmet("margins cannot be met", margins, weights)
    return Raking(_over(weights, start, total / start.sum()), sweeps, float(error))


def rake_with_cap(tally: pd.DataFrame, population: Mapping[str, pd.Series]) -> Raking:
    """Raking in which no one's weight may exceed five times the average; plain raking where none does.

    The tally must also be split by start weight, so that everyone in a row weighs the same, and say so with `start_squares` (the sum
    of squared start weights); ValueError if it is not. Each sweep over the margins is followed by cutting and rescaling until the
    largest weight is within one ten-thousandth of the cap, until the weights stand still (DeBell and Krosnick 2009; the scheme of
    anesrake). WeightingError when the margins are then further off than one in a million.
    """
    plain = rake(tally, population)
    margins, total = read_margins(tally, population)
    people, start = (tally[column].to_numpy(dtype=float) for column in ("people", "start"))
    if not np.allclose(tally["start_squares"].to_numpy(dtype=float) * people, start**2, rtol=1e-9):
        raise ValueError("to cap weights, the tally must be split by start weight")
    each, everyone = start / people, people.sum()
    if (plain.factor * each).max() <= CAP * total / everyone:
        return plain
    weights, cut, sweeps, moved = start * (everyone / start.sum()), np.zeros(len(people), dtype=bool), 0, np.inf
    while sweeps < MOST_SWEEPS and moved > SETTLED:
        before = weights
        weights = _sweep(weights, margins)
        while (weights / people).max() > CAP + CAP_SLACK:
            cut |= weights / people > CAP
            weights = np.minimum(weights, CAP * people)
            weights = weights * (everyone / weights.sum())
        sweeps, moved = sweeps + 1, np.abs(weights - before).max() / everyone
    error = max(margin.errors(weights).max() for margin in margins)
    if error >= CAP_MET or moved > SETTLED:
        raise _unmet("cap cannot be held", margins, weights)
    return Raking(_over(weights, start, 1.0) * (total / everyone), sweeps, float(error), int(people[cut].sum()))


def weight_report(weights: Sequence[float] | np.ndarray, people: Sequence[int] | np.ndarray) -> WeightReport:
    """How many people the weighted answers are worth, and how far the weights had to stretch.

    `people[i]` people have the weight `weights[i]`. Kish (1965, 1992): effective base (Σw)² / Σw². ValueError when all weigh nothing.
    """
    w, n = np.asarray(weights, dtype=float), np.asarray(people, dtype=float)
    total, squares, everyone = float(n @ w), float(n @ w**2), float(n.sum())
    if not total > 0:
        raise ValueError("someone must weigh something")
    efficiency = total**2 / squares / everyone
    mean, there = total / everyone, n > 0
    return WeightReport(
        people=int(everyone),
        effective=total**2 / squares,
        design_effect=1 / efficiency,
        efficiency=efficiency,
        smallest_over_mean=float(w[there].min()) / mean,
        largest_over_mean=float(w[there].max()) / mean,
        signal="red" if efficiency < 0.50 else "amber" if efficiency < 0.70 else "",
    )


def _sweep(weights: np.ndarray, margins: Sequence[Margin]) -> np.ndarray:
    for margin in margins:
        sums = margin.sums(weights)
        ratio = np.divide(margin.shares * sums.sum(), sums, out=np.ones(sums.size), where=sums > 0)
        # The last entry answers the code −1: an unknown level leaves the weight as it is.
        weights = weights * np.append(ratio, 1.0)[margin.codes]
    return weights


def _over(weights: np.ndarray, start: np.ndarray, where_nothing: float) -> np.ndarray:
    return np.divide(weights, start, out=np.full(start.size, where_nothing), where=start > 0)


def _unmet(reason: str, margins: Sequence[Margin], weights: np.ndarray) -> WeightingError:
    worst = max(margins, key=lambda margin: margin.errors(weights).max())
    level = worst.levels[int(worst.errors(weights).argmax())]
    sentence = f"The population figures cannot all be met; “{level}” of {worst.name} stays furthest off. Merge levels, or leave a margin out."
    return WeightingError(reason, sentence, worst.name, level)
