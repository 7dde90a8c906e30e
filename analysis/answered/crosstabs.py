"""A question by who people are, how they came or what else they said: each group's shares beside everyone else's, and what stands out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import ndtr

from analysis.measure import SHAPE, measures
from analysis.statistics.association import Association, association
from analysis.statistics.linearised import sample
from analysis.statistics.multiple_testing import benjamini_hochberg
from analysis.statistics.reliability import share_reliability
from analysis.suppression import LOW_BASE, TOO_FEW, WITHHELD, Published, publish

# A difference is said to stand out when, all those looked at together, at most one in twenty so named is expected to be chance.
FALSE_DISCOVERIES = 0.05
TESTED = frozenset({"probability", "quota"})
_SUMS = ["people", "weighed", "weight", "squares"]


@dataclass(frozen=True)
class Crosstab:
    """A two-way table that may be shown. `published` has a row for each category and answer; `rest` the same for everyone not in the category.

    `cells` has what was tested, row for row: `difference`, `p`, `adjusted_p` and `stands_out`; all blank where nothing may be tested, as when people
    chose whether to take part. `test` is that of the whole table, None where there is none; `too_uncertain` counts the shares withheld as unreliable.
    """

    published: Published
    rest: Published
    cells: pd.DataFrame
    test: Association | None
    tested: bool
    weighted: bool
    too_uncertain: int


def crosstab(tally: pd.DataFrame, options: pd.DataFrame, order: Sequence[str], evidence: str, many: bool = False, weighted: bool = False) -> Crosstab:
    """The table of one question from its two-way tally; `order` is that of the categories, `many` says that people could give several answers.

    Each cell is compared with everyone not in its category, never with a total that contains it. Rao and Scott's test for the table as a whole;
    Benjamini and Hochberg's correction over all the cells compared, of a table that differs at all. Cells that may not be shown,
    or are too unreliable to show, are not compared.
    """
    grid = _grid(tally, options, order)
    rows = _shares(grid, grid[_SUMS], grid[[f"base_{name}" for name in _SUMS]].set_axis(_SUMS, axis="columns"), weighted)
    everyone_else = grid[[f"option_{name}" for name in _SUMS]].to_numpy() - grid[_SUMS].to_numpy()
    base_else = grid[[f"all_{name}" for name in _SUMS]].to_numpy() - grid[[f"base_{name}" for name in _SUMS]].to_numpy()
    rest_rows = _shares(grid, pd.DataFrame(everyone_else, columns=_SUMS), pd.DataFrame(base_else, columns=_SUMS), weighted)
    measure = measures()["weighted_answers" if weighted else "answers"]
    published, rest = (publish(one, measure, ("category", "answer")) for one in (rows, rest_rows))
    tested = evidence in TESTED and not grid.empty
    doubtful = _unreliable(grid, weighted) if tested else np.zeros(len(grid), dtype=bool)
    doubtful &= published.rows["flag"].isin(["", LOW_BASE]).to_numpy()
    published = _withheld(published, doubtful)
    able = published.rows["flag"].isin(["", LOW_BASE]) & rest.rows["flag"].isin(["", LOW_BASE])
    cells = _compared(grid, able.to_numpy(), weighted) if tested else pd.DataFrame({"difference": np.nan, "p": np.nan}, index=grid.index)
    overlap = bool(len(grid)) and _overlapping(tally)
    test = _whole(grid, weighted) if tested and not many and not overlap else None
    differs = _differ(grid, weighted, test) if tested and not overlap else np.ones(len(grid), dtype=bool)
    cells["adjusted_p"] = np.minimum(1, benjamini_hochberg(cells["p"].to_numpy(dtype=float)) * (_any_dependence(cells["p"]) if overlap else 1))
    cells["stands_out"] = (cells["adjusted_p"] < FALSE_DISCOVERIES) & differs
    return Crosstab(published, rest, cells, test, tested, weighted, int(doubtful.sum()))


def _grid(tally: pd.DataFrame, options: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """Every category with every answer offered, nought where nobody gave it, each with the sums of its category, of its answer and of all."""
    found = {
        (grain, None if pd.isna(option) else int(option), category if isinstance(category, str) else None): row
        for grain, option, category, *row in tally[["grain", "option", "category", *_SUMS]].itertuples(index=False)
    }
    known = [category for grain, _, category in found if grain == "category"]
    categories = [*(name for name in order if name in known), *(name for name in known if name not in order)]
    offered = options[options["state"] == "answered"].sort_values("option")
    cells = [(category, answer, option) for category in categories for option, answer in zip(offered["option"], offered["label"], strict=True)]
    grid = pd.DataFrame(cells, columns=["category", "answer", "option"])
    none = [0.0] * len(_SUMS)
    for prefix, keys in (
        ("", [("cell", option, category) for category, _, option in cells]),
        ("base_", [("category", None, category) for category, _, _ in cells]),
        ("option_", [("option", option, None) for _, _, option in cells]),
        ("all_", [("all", None, None)] * len(cells)),
        ("everyone_", [("everyone", None, None)] * len(cells)),
    ):
        numbers = np.array([found.get(key, none) for key in keys], dtype=float).reshape(len(cells), len(_SUMS))
        grid[[f"{prefix}{name}" for name in _SUMS]] = numbers
    return grid


def _shares(grid: pd.DataFrame, part: pd.DataFrame, whole: pd.DataFrame, weighted: bool) -> pd.DataFrame:
    count, size = ("weighed", "weight") if weighted else ("people", "people")
    rows = pd.DataFrame({"measure": "weighted_answers" if weighted else "answers", "category": grid["category"], "answer": grid["answer"]})
    rows["numerator"], rows["denominator"] = part[count].to_numpy(), whole[count].to_numpy()
    rows["value"] = part[size].to_numpy() / whole[size].where(whole[size] > 0).to_numpy()
    return rows.assign(lower=np.nan, upper=np.nan, base=rows["denominator"])[["measure", "category", "answer", *SHAPE]]


def _three(grid: pd.DataFrame, prefix: str, weighted: bool) -> np.ndarray:
    """People, sum of weights and sum of their squares, one column each."""
    names = ("weighed", "weight", "squares") if weighted else ("people",) * 3
    return np.column_stack([grid[f"{prefix}{name}"].to_numpy(dtype=float) for name in names])


def _share(part: np.ndarray, whole: np.ndarray, units: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weighted shares and their variances, linearised as `linearised.estimate` does it for weights that are taken as they come.

    Each row of `part` and `whole` is people, sum of weights and sum of their squares; `units` how many people the survey has. All cells at once: a
    click must not wait for a loop.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        share = part[:, 1] / whole[:, 1]
        squares = part[:, 2] * (1 - share) ** 2 + (whole[:, 2] - part[:, 2]) * share**2
        return share, units / (units - 1) * squares / whole[:, 1] ** 2


def _unreliable(grid: pd.DataFrame, weighted: bool) -> np.ndarray:
    """Which shares rest on too little to be shown, by the reliability rule."""
    base, units = _three(grid, "base_", weighted), _three(grid, "everyone_", weighted)[:, 0]
    share, variance = _share(_three(grid, "", weighted), base, units)
    with np.errstate(invalid="ignore", divide="ignore"):
        worth = np.where(variance > 0, share * (1 - share) / variance, base[:, 1] ** 2 / base[:, 2])
    decided = [
        share_reliability(float(share[i]), int(base[i, 0]), float(min(base[i, 0], worth[i]))).decision if base[i, 1] > 0 else "withhold"
        for i in range(len(grid))
    ]
    return np.array([decision == "withhold" for decision in decided], dtype=bool)


def _withheld(published: Published, doubtful: np.ndarray) -> Published:
    rows = published.rows.copy()
    rows.loc[doubtful, ["value", "lower", "upper"]] = np.nan
    rows.loc[doubtful, "flag"] = WITHHELD
    return Published(published.measure, published.by, rows)


def _compared(grid: pd.DataFrame, able: np.ndarray, weighted: bool) -> pd.DataFrame:
    """The difference of each cell from everyone not in its category, with its p-value; blank where it may not be compared.

    The two shares are of different people of one survey: their errors add up to that of the difference, as in `group_vs_rest`.
    """
    cell, base, option, whole, everyone = (_three(grid, prefix, weighted) for prefix in ("", "base_", "option_", "all_", "everyone_"))
    share, variance = _share(cell, base, everyone[:, 0])
    else_, variance_else = _share(option - cell, whole - base, everyone[:, 0])
    difference, se = share - else_, np.sqrt(np.maximum(variance + variance_else, 0))
    with np.errstate(invalid="ignore", divide="ignore"):
        p = 2 * ndtr(-np.abs(difference / np.where(se > 0, se, np.nan)))
    return pd.DataFrame({"difference": np.where(able, difference, np.nan), "p": np.where(able, p, np.nan)}, index=grid.index)


def _whole(grid: pd.DataFrame, weighted: bool) -> Association | None:
    """The test of the whole table; groups too small to show a share of are left out of it."""
    kept = grid[grid["base_people"] >= TOO_FEW].reset_index(drop=True)
    if kept.empty:
        return None
    cell = _three(kept, "", weighted)
    counts = np.vstack([cell, _three(kept, "everyone_", weighted)[0] - cell.sum(axis=0)])
    people = sample(pd.DataFrame(np.maximum(counts, 0), columns=["people", "start", "start_squares"]))
    answer, group = (np.append(pd.factorize(kept[name])[0], -1) for name in ("option", "category"))
    return association(people, answer, group)


def _differ(grid: pd.DataFrame, weighted: bool, test: Association | None) -> np.ndarray:
    """Which cells may stand out at all: those of a table whose answers differ between groups taken together, or, where people gave several answers
    and the table cannot be tested as one, of an answer that does, allowing for the number of answers. In small groups the correction over the cells
    alone would let slightly more than one false alarm in twenty through."""
    if test is not None:
        return np.full(len(grid), test.p < FALSE_DISCOVERIES)
    kept = grid[grid["base_people"] >= TOO_FEW]
    found = {}
    for option, own in kept.groupby("option", sort=False):
        cell, base = _three(own, "", weighted), _three(own, "base_", weighted)
        counts = np.vstack([cell, base - cell, _three(own, "everyone_", weighted)[0] - base.sum(axis=0)])
        people = sample(pd.DataFrame(np.maximum(counts, 0), columns=["people", "start", "start_squares"]))
        size = len(own)
        one = association(people, np.repeat([1, 0, -1], [size, size, 1]), np.append(np.tile(np.arange(size), 2), -1))
        found[option] = one.p if one else np.nan
    raised = dict(zip(found, benjamini_hochberg(np.array(list(found.values()))), strict=True))
    return np.array([raised.get(option, np.nan) < FALSE_DISCOVERIES for option in grid["option"]], dtype=bool)


def _any_dependence(p: pd.Series) -> float:
    """What the correction must be multiplied by where people are in several groups at once (Benjamini and Yekutieli 2001)."""
    return float((1 / np.arange(1, p.notna().sum() + 1)).sum()) or 1.0


def _overlapping(tally: pd.DataFrame) -> bool:
    """Whether some people are in several categories."""
    people = tally.groupby("grain")["people"].sum()
    return bool(people.get("category", 0) > people.get("all", 0))


def standing_out(found: Crosstab) -> Iterator[tuple[pd.Series, pd.Series]]:
    """The cells that stand out, largest difference first: the published figure of the group, and that of everyone else."""
    cells = found.cells[found.cells["stands_out"]]
    for i in cells["difference"].abs().sort_values(ascending=False, kind="stable").index:
        yield found.published.rows.loc[i], found.rest.rows.loc[i]
