"""A survey weighted to its population: how hard the weights work, and every answer weighted beside unweighted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measure import measures
from analysis.statistics.linearised import Sample, estimate, share_interval
from analysis.statistics.linearised import sample as as_sample
from analysis.statistics.margins import margin_table
from analysis.statistics.weighting import WeightReport, rake, rake_with_cap, weight_report
from analysis.suppression import Published, publish

AS_ANSWERED = "As answered"
_HAS_INTERVAL = ("quota", "probability")


@dataclass(frozen=True)
class Weighting:
    """One way of weighting a survey.

    `cells` has a row for each combination of levels and start weight, `factor` what the start weight of each is multiplied by; `margins` is the
    table of each level's share before and after, beside the population; `cap` says whether weights were held to five times
    the average, and `capped` people had theirs cut.
    """

    by: tuple[str, ...]
    cells: pd.DataFrame
    factor: np.ndarray
    report: WeightReport
    margins: pd.DataFrame
    cap: bool
    capped: int


def weigh(cells: pd.DataFrame, targets: Mapping[str, pd.Series], cap: bool = True) -> Weighting:
    """Weights that meet every margin at once; with `cap`, none over five times the average.

    `cells` and `targets` as `analysis.answered.weighting_targets.weighting_targets` gives them. WeightingError, in plain words, where no honest
    weights exist: an empty level, different totals, margins that cannot be met together.
    """
    # Combinations that became alike when levels were merged stay apart: the same levels and start weight have the same factor all the same.
    tally = cells.assign(start=cells["people"] * cells["weight"], start_squares=cells["people"] * cells["weight"] ** 2)
    raking = (rake_with_cap if cap else rake)(tally, targets)
    report = weight_report(raking.factor * cells["weight"].to_numpy(), cells["people"].to_numpy())
    return Weighting(tuple(targets), tally, raking.factor, report, margin_table(tally, targets, raking.factor), cap, raking.capped)


def weighted_topline(given: pd.DataFrame, options: pd.DataFrame, ways: Mapping[str, Weighting], evidence: str) -> Published:
    """`weighted_shares`, fit to be shown: a share is hidden where the number of people behind it would be."""
    return publish(weighted_shares(given, options, ways, evidence), measures()["weighted_answers"], ("answer", "who"))


def weighted_shares(given: pd.DataFrame, options: pd.DataFrame, ways: Mapping[str, Weighting], evidence: str) -> pd.DataFrame:
    """The share who gave each answer to one question, one row an answer and way: the first way of weighting, as answered, the other ways.

    `given` counts people by row of the cells (`cell`), `option` null for any answer; `options` are those the question offered; `ways` names each
    weighting. Random samples and quotas get 95% intervals from the calibrated standard error (Deville and Särndal 1992) by Wilson with
    the effective base; an open consultation gets none.
    """
    offered = options.loc[options["state"] == "answered", ["option", "label"]].sort_values("option")
    compared = dict([*list(ways.items())[:1], (AS_ANSWERED, _unweighted(next(iter(ways.values())))), *list(ways.items())[1:]])
    size = len(next(iter(ways.values())).cells)
    base = _by_cell(given[given["option"].isna()], size)
    chosen = {option: _by_cell(given[given["option"] == option], size) for option in offered["option"]}
    rows = [
        {"answer": label, "who": who, "numerator": chosen[option].sum(), "denominator": base.sum()} | _share(way, base, chosen[option], evidence)
        for option, label in zip(offered["option"], offered["label"], strict=True)
        for who, way in compared.items()
    ]
    columns = ["answer", "who", "numerator", "denominator", "value", "lower", "upper"]
    result = pd.DataFrame(rows, columns=columns).assign(base=base.sum())
    result.insert(0, "measure", "weighted_answers")
    return result


def _unweighted(way: Weighting) -> Weighting:
    """The same cells with everyone weighing the same."""
    alike = way.cells.assign(start=way.cells["people"], start_squares=way.cells["people"])
    return Weighting((), alike, np.ones(len(alike)), way.report, way.margins, way.cap, 0)


def numbered(given: pd.DataFrame, cells: pd.DataFrame, margins: Sequence[str]) -> pd.DataFrame:
    """Answers by combination of levels, with the number of the cell each belongs to in place of the levels."""
    keys = [*margins, "weight"]
    places = cells[keys].assign(cell=np.arange(len(cells)))
    return given.merge(places, on=keys, how="left")[["question_id", "option", "cell", "people"]]


def _by_cell(given: pd.DataFrame, size: int) -> np.ndarray:
    return np.bincount(given["cell"].to_numpy(dtype=int), given["people"].to_numpy(dtype=float), minlength=size)


def _share(way: Weighting, base: np.ndarray, chosen: np.ndarray, evidence: str) -> dict[str, float]:
    each = way.cells["start"].to_numpy() / way.cells["people"].to_numpy() * way.factor
    weighed = float(base @ each)
    found = {"value": float(chosen @ each) / weighed if weighed > 0 else np.nan, "lower": np.nan, "upper": np.nan}
    if evidence not in _HAS_INTERVAL or not weighed > 0:
        return found
    people, asked, value = _apart(way, base, chosen)
    share = estimate(people, asked, value)
    limits = share_interval(share) if share else None
    return found | ({"lower": limits[0], "upper": limits[1]} if limits else {})


def _apart(way: Weighting, base: np.ndarray, chosen: np.ndarray) -> tuple[Sample, np.ndarray, np.ndarray]:
    """The survey with each cell cut in three: who chose the answer, who gave another, and who gave none. Everyone stays in the variance."""
    everyone = way.cells["people"].to_numpy()
    parts = [chosen, base - chosen, everyone - base]
    size = len(way.cells)
    tally = pd.concat([way.cells] * 3, ignore_index=True)
    people = np.concatenate(parts)
    scale = people / np.tile(everyone, 3)
    whole = tally.assign(people=people, start=tally["start"] * scale, start_squares=tally["start_squares"] * scale)
    kept = people > 0
    asked = np.repeat([True, True, False], size)
    return (
        as_sample(whole[kept].reset_index(drop=True), way.by, np.tile(way.factor, 3)[kept]),
        asked[kept],
        np.repeat([1.0, 0.0, 0.0], size)[kept],
    )
