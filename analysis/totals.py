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


def distinct(frame: pd.DataFrame, by: Sequence[str], column: str, of: str) -> pd.DataFrame:
    """How many different values a column has within each group, as `numerator`, blanks not counted.

    `base` is how many different records have one; `of` is the column that tells records apart.
    """
    having = frame.assign(having=frame[of].where(frame[column].notna()))
    if not by:
        return pd.DataFrame({"numerator": [having[column].nunique()], "base": [having["having"].nunique()]})
    groups = [having[dimension] for dimension in by]
    counted = having.groupby(groups, dropna=False, observed=True, sort=True)[[column, "having"]].nunique()
    return counted.set_axis(["numerator", "base"], axis="columns").reset_index()
