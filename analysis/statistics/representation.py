"""Who took part beside who lives here: ratio and gap for each group, and one distance for the whole profile.

It describes the people who took part, who are known exactly, so nothing here is an interval about opinion.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import chdtrc
from scipy.stats import binomtest

from analysis.statistics.multiple_testing import benjamini_hochberg

UNDER, OVER = 0.8, 1.25
FEWEST_EXPECTED = 5
MOST_NOT_STATED = 0.20
CHANCE = 0.05
DRAWS = 100_000
SEED = 20210321

UNDER_REPRESENTED = "under-represented"
IN_LINE = "about in line"
OVER_REPRESENTED = "over-represented"
COULD_BE_CHANCE = "could be chance"
TOO_FEW = "too few to judge"
NOT_STATED = "too many not stated"
NO_BENCHMARK = "no census figure"


@dataclass(frozen=True)
class Distance:
    """How far the whole profile is from the census.

    `dissimilarity` is the share who would have to be someone else for the profile to match; `floor` what random drawing of as many
    people gives on average; `excess` what is left once the floor is taken off, by which characteristics are ranked. `variation` is
    the coefficient of variation of participation, the same number as Cohen's w; `largest_bias` the most, in percentage points, that
    a share of respondents could be out by because of this characteristic. `p` is simulated where groups are too small.
    """

    people: int
    dissimilarity: float
    floor: float
    excess: float
    chi_square: float
    df: int
    p: float
    simulated: bool
    variation: float
    largest_bias: float


def representation(people: pd.Series, population: pd.Series, not_stated: int = 0) -> pd.DataFrame:
    """Each group's share of those who took part against its share of the population, with a word for it.

    `people` and `population` count by group and share an index; every group of the population is in the answer, with 0 where no one
    came. `not_stated` people did not say. Columns: `people`, `share` (of those who said), `population_share`, `ratio`, `gap`
    (percentage points), `per_1000`, `expected`, `p`, `adjusted_p`, `band`, `note`, `lowest`, `highest`. The last two are the least and
    most the share can be whatever the silent would have said (Manski 1989); above 20% not stated they are all that is shown.
    `p` is the exact binomial test, two-sided by minimum likelihood, adjusted over the groups (Benjamini and Hochberg 1995).
    ValueError when a group of people is not in the population, or the population is empty.
    """
    table = _aligned(people, population)
    stated = int(table["people"].sum())
    everyone = stated + not_stated
    table["lowest"] = table["people"] / everyone if everyone else np.nan
    table["highest"] = (table["people"] + not_stated) / everyone if everyone else np.nan
    judged = stated > 0 and not_stated <= MOST_NOT_STATED * everyone
    known = (table["population"] > 0) & judged
    share = table["people"] / stated if judged else pd.Series(np.nan, table.index)
    expected = stated * table["population_share"]
    table["share"] = share
    table["ratio"] = share[known] / table["population_share"][known]
    table["gap"] = 100 * (share - table["population_share"])
    table["per_1000"] = 1000 * table["people"][known] / table["population"][known]
    table["expected"] = expected
    table["p"] = [
        binomtest(int(n), stated, min(float(chance), 1.0)).pvalue if tested else np.nan
        for n, chance, tested in zip(table["people"], table["population_share"], known, strict=True)
    ]
    table["adjusted_p"] = benjamini_hochberg(table["p"].to_numpy())
    table["band"] = [_band(ratio) for ratio in table["ratio"]] if judged else NOT_STATED if everyone else TOO_FEW
    table.loc[judged & ~known, "band"] = NO_BENCHMARK
    chance = (table["adjusted_p"] >= CHANCE) & table["band"].isin([UNDER_REPRESENTED, OVER_REPRESENTED])
    table["note"] = np.where(known & (expected < FEWEST_EXPECTED), TOO_FEW, np.where(chance, COULD_BE_CHANCE, ""))
    order = ["people", "share", "population_share", "ratio", "gap", "per_1000", "expected", "p", "adjusted_p"]
    return table[[*order, "band", "note", "lowest", "highest"]]


def distance(people: pd.Series, population: pd.Series) -> Distance | None:
    """How far the profile of those who took part is from the census profile, and how much of that chance alone would give.

    Arguments as for `representation`, groups without a census figure left out. None when no one took part or one group is left.
    Index of dissimilarity (Duncan and Duncan 1955) with its floor and excess (Carrington and Troske 1997); chi-square, or 100,000
    seeded multinomial draws where an expected count is under 1 or more than a fifth are under 5; Cohen's w (1988), which equals the
    coefficient of variation of participation, and the bias it allows a share (Schouten, Cobben and Bethlehem 2009).
    """
    table = _aligned(people, population)
    table = table[table["population"] > 0]
    counts, target = table["people"].to_numpy(dtype=float), table["population_share"].to_numpy()
    n = int(counts.sum())
    if n == 0 or len(table) < 2:
        return None
    found = float(np.abs(counts / n - target).sum()) / 2
    floor = float(np.sqrt(2 * target * (1 - target) / (math.pi * n)).sum()) / 2
    chi_square = _chi_square(counts, n, target)
    sparse = bool(np.any(n * target < 1) or np.mean(n * target < FEWEST_EXPECTED) > 0.2)
    variation = math.sqrt(chi_square / n)
    return Distance(
        people=n,
        dissimilarity=found,
        floor=floor,
        excess=max(0.0, (found - floor) / (1 - floor)),
        chi_square=chi_square,
        df=len(table) - 1,
        p=_simulated_p(chi_square, n, target) if sparse else float(chdtrc(len(table) - 1, chi_square)),
        simulated=sparse,
        variation=variation,
        largest_bias=50 * variation,
    )


def _aligned(people: pd.Series, population: pd.Series) -> pd.DataFrame:
    strangers = people.index.difference(population.index)
    if len(strangers):
        raise ValueError(f"no population figure for {', '.join(map(str, strangers))}")
    if not population.sum() > 0:
        raise ValueError("the population is empty")
    table = pd.DataFrame({"people": people.reindex(population.index, fill_value=0), "population": population})
    table["population_share"] = population / population.sum()
    return table


def _band(ratio: float) -> str:
    return UNDER_REPRESENTED if ratio < UNDER else OVER_REPRESENTED if ratio > OVER else IN_LINE


def _chi_square(counts: np.ndarray, n: int, target: np.ndarray) -> float:
    return float(((counts - n * target) ** 2 / (n * target)).sum())


def _simulated_p(observed: float, n: int, target: np.ndarray) -> float:
    draws = np.random.default_rng(SEED).multinomial(n, target, size=DRAWS)
    reached = ((draws - n * target) ** 2 / (n * target)).sum(axis=1) >= observed * (1 - 1e-12)
    return float(reached.sum() + 1) / (DRAWS + 1)
