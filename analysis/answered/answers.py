"""One question's answers as results of the one shape: in all, or by the categories of one split."""

import numpy as np
import pandas as pd

from analysis.measure import Measure, measures
from analysis.statistics.intervals import wilson
from analysis.suppression import Published, publish


def answered() -> Measure:
    """The definition under which answers are published."""
    return measures()["answers"]


def topline(tallies: pd.DataFrame, options: pd.DataFrame, evidence: str = "open") -> Published:
    """The share of respondents who gave each answer, of those who gave any, one row an option in the order it was offered.

    `tallies` and `options` are those of one question; in all. People who chose don't know or prefer not to say are not in the base.
    """
    rows = _rows(tallies, options).drop(columns="category")
    return publish(_with_limits(rows, evidence), answered(), ("answer",))


def by_category(tallies: pd.DataFrame, options: pd.DataFrame, order: list[str]) -> Published:
    """The same by the categories of one split, in the order given; a category's own respondents are its base."""
    rows = _rows(tallies, options)
    place = {category: i for i, category in enumerate(order)}
    ordered = rows.sort_values("category", key=lambda column: column.map(place), kind="stable")
    return publish(_with_limits(ordered, "open"), answered(), ("category", "answer"))


def ranks(tallies: pd.DataFrame, options: pd.DataFrame) -> Published:
    """For a ranking: the share who ranked each answer first, then those who ranked it second or third."""
    base = tallies.loc[tallies["option"].isna(), "people"].sum()
    options = options[options["state"] == "answered"]
    placed = tallies[tallies["place"].notna()].merge(options, on=["question_id", "option"])
    placed = placed.assign(rank=np.where(placed["place"] == 1, "First", np.where(placed["place"] <= 3, "Second or third", "")))
    counted = placed[placed["rank"] != ""].groupby(["label", "rank"], sort=False)["people"].sum()
    wanted = pd.MultiIndex.from_product([options["label"], ["First", "Second or third"]], names=["category", "answer"])
    rows = counted.rename_axis(["category", "answer"]).reindex(wanted, fill_value=0.0).reset_index(name="numerator")
    return publish(_with_limits(rows.assign(denominator=base, base=base), "open"), answered(), ("category", "answer"))


def _rows(tallies: pd.DataFrame, options: pd.DataFrame) -> pd.DataFrame:
    """Every category with every answer offered, nought where nobody gave it."""
    everybody = tallies["option"].isna()
    bases = tallies[everybody].groupby("category", dropna=False)["people"].sum().reset_index(name="denominator")
    given = tallies[~everybody].groupby(["category", "option"], dropna=False)["people"].sum().reset_index(name="numerator")
    offered = options.loc[options["state"] == "answered", ["option", "label"]].sort_values("option")
    rows = bases.merge(offered, how="cross").merge(given, on=["category", "option"], how="left").rename(columns={"label": "answer"})
    return rows[["category", "answer"]].assign(numerator=rows["numerator"].fillna(0.0), denominator=rows["denominator"], base=rows["denominator"])


def _with_limits(rows: pd.DataFrame, evidence: str) -> pd.DataFrame:
    shares = rows["numerator"] / rows["denominator"].where(rows["denominator"] > 0)
    limits = [(np.nan, np.nan)] * len(rows)
    if evidence in ("probability", "quota"):
        found = [wilson(share, base) if base > 0 else None for share, base in zip(shares, rows["denominator"], strict=True)]
        limits = [limit or (np.nan, np.nan) for limit in found]
    rows = rows.assign(measure="answers", value=shares, lower=[low for low, _ in limits], upper=[high for _, high in limits])
    return rows.reset_index(drop=True)
