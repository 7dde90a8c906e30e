"""Adding up within groups, so that every measure does it alike: one row in all, or one row per group, and none where nothing is."""

from collections.abc import Sequence

import pandas as pd


def add_up(frame: pd.DataFrame, by: Sequence[str], **columns: pd.Series) -> pd.DataFrame:
    """The sum of each column within each group; `columns` are numbers in step with the frame's rows, missing ones adding nothing.

    Rows without a term of a dimension form a group of their own, with a blank term.
    """
    numbers = pd.DataFrame({name: column.astype("float64") for name, column in columns.items()}, index=frame.index)
    if not by:
        return numbers.sum().to_frame().T
    groups = [frame[dimension] for dimension in by]
    return numbers.groupby(groups, dropna=False, observed=True, sort=True).sum().reset_index()


def distinct(frame: pd.DataFrame, by: Sequence[str], column: str) -> pd.DataFrame:
    """How many different values a column has within each group, blanks not counted, as `numerator`; and rows that have one, as `base`."""
    if not by:
        return pd.DataFrame({"numerator": [frame[column].nunique()], "base": [frame[column].notna().sum()]})
    grouped = frame.groupby(list(by), dropna=False, observed=True, sort=True)[column]
    return grouped.agg(numerator="nunique", base="count").reset_index()
