"""What a measure can be split by, and how a frame comes by that column."""

from collections.abc import Sequence

import pandas as pd

# Dimension → (the table that joins it to activities, the profile's list of its terms).
_BRIDGES = {
    "method": ("activity_methods", "methods"),
    "area": ("activity_areas", "areas"),
    "audience": ("activity_audiences", "audiences"),
    "characteristic": ("activity_characteristics", None),
    "duty": ("activity_duties", "duties"),
    "objective": ("activity_objectives", "objectives"),
}
_OF_TERMS = {"channel": ("method", "methods"), "audience_group": ("audience", "audiences")}


def attach(main: str, frame: pd.DataFrame, dimension: str, frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The frame with a column for the dimension. An activity with several terms has a row for each; one with none, a row without."""
    if dimension in frame.columns:
        return frame
    if dimension in _OF_TERMS:
        term, listing = _OF_TERMS[dimension]
        named = attach(main, frame, term, frames).merge(frames[listing][[term, dimension]], on=term, how="left")
        return named.drop_duplicates(subset=[_key(frame), dimension])
    if dimension in _BRIDGES and "activity_id" in frame.columns:
        return frame.merge(frames[_BRIDGES[dimension][0]], on="activity_id", how="left")
    if dimension == "wave" and "survey_id" in frame.columns:
        return frame.merge(frames["surveys"][["survey_id", "wave"]], on="survey_id", how="left")
    if "split" in frame.columns:
        split = frame[frame["split"] == dimension]
        return split.assign(**{dimension: split["category"], "split": "all"})
    raise KeyError(f"{main} cannot be split by {dimension}")


def complete(result: pd.DataFrame, by: Sequence[str], frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The result with a row of nought for each term of the strategy's list that nothing fell under, in the list's order.

    Only for results by one such dimension: a term nobody used is a finding, not a gap.
    """
    if len(by) != 1 or by[0] not in _BRIDGES or _BRIDGES[by[0]][1] is None:
        return result
    (dimension,) = by
    terms = frames[str(_BRIDGES[dimension][1])][dimension]
    known = result[result[dimension].notna()]
    missing = terms[~terms.isin(known[dimension])]
    filled = pd.concat([known, pd.DataFrame({dimension: missing, "numerator": 0.0, "base": 0.0})], ignore_index=True) if len(missing) else known
    order = {term: place for place, term in enumerate(terms)}
    ordered = filled.sort_values(dimension, key=lambda column: column.map(order), kind="stable")
    return pd.concat([ordered, result[result[dimension].isna()]], ignore_index=True)


def _key(frame: pd.DataFrame) -> str:
    return next(name for name in ("activity_id", "outcome_id", "plan_id", "survey_id") if name in frame.columns)
