"""Reads the published and reference values that a working copy may have beside it; the tests that need them skip where it has not."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

REFERENCE = Path(__file__).resolve().parents[2] / ".." / "shared" / "reference"

needs_reference = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference values are not beside this copy; the typed-in values were tested")

WAVES = ("2023/24", "2024/25", "2025/26")
MARGINS = ("area", "age_band", "sex", "ethnic3")
NEXT = dict(pairwise(WAVES))


def expected(name: str) -> Any:
    return json.loads((REFERENCE / "expected" / f"{name}.json").read_text(encoding="utf-8"))


def given(name: str) -> pd.DataFrame:
    return pd.read_csv(REFERENCE / "inputs" / f"{name}.csv", keep_default_na=False, na_values=[""])


def survey(*waves: str) -> pd.DataFrame:
    """The made-up survey of reference, one row a respondent, beside its six reference weights."""
    weights = pd.read_csv(REFERENCE / "expected" / "weights_by_row.csv").drop(columns="wave")
    rows = given("survey").merge(weights, on="rid", validate="one_to_one")
    return rows[rows["wave"].isin(waves)].reset_index(drop=True) if waves else rows


def population(names: Sequence[str] = MARGINS) -> dict[str, pd.Series]:
    figures = given("margins")
    return {name: figures[figures["variable"] == name].set_index("level")["population"] for name in names}


def tally(rows: pd.DataFrame, columns: Sequence[str]) -> tuple[pd.DataFrame, pd.Series]:
    """The respondents added up by the columns, and for each respondent the row of the tally they are in."""
    rows = rows.assign(start_squares=rows["d"] ** 2)
    grouped = rows.groupby(list(columns), dropna=False, sort=True)
    added = grouped.agg(people=("d", "size"), start=("d", "sum"), start_squares=("start_squares", "sum")).reset_index()
    return added, grouped.ngroup()
