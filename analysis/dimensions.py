"""What a measure can be split by, and how a frame comes by that column."""

from collections.abc import Iterable, Sequence

import pandas as pd

from data.vocabulary import SPLITS

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
# An activity may fall under several of these at once, so their parts may add to more than the whole.
OVERLAPPING = frozenset((*_BRIDGES, *_OF_TERMS))


def attach_all(main: str, frame: pd.DataFrame, dimensions: Iterable[str], frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The frame with a column for each dimension. Terms come before what they belong to, so that a methodology keeps to its own channel."""
    for dimension in sorted(dimensions, key=lambda name: name in _OF_TERMS):
        frame = attach(main, frame, dimension, frames)
    return frame


def attach(main: str, frame: pd.DataFrame, dimension: str, frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The frame with a column for the dimension. An activity with several terms has a row for each; one with none, a row without.

    Tallies are narrowed to the split of that name. Raises KeyError where the frame says nothing about the dimension.
    """
    if dimension in frame.columns:
        return frame
    if dimension in _OF_TERMS and "activity_id" in frame.columns:
        return _grouped(frame, dimension, frames)
    if dimension in _BRIDGES and "activity_id" in frame.columns:
        return frame.merge(frames[_BRIDGES[dimension][0]], on="activity_id", how="left")
    if dimension in SPLITS and "split" in frame.columns:
        split = frame[frame["split"] == dimension]
        return split.assign(**{dimension: split["category"], "split": "all"})
    if {"survey_id", "question_id"} & set(frame.columns) and dimension in frames["surveys"].columns:
        asked = frame if "survey_id" in frame.columns else frame.merge(frames["questions"][["question_id", "survey_id"]], on="question_id")
        return asked.merge(frames["surveys"][["survey_id", dimension]], on="survey_id", how="left")
    raise KeyError(f"{main} cannot be split by {dimension}")


def with_each(frame: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """A row for each term a row of the frame names, keeping to the terms the frame is already split by."""
    return frame.merge(named, on=[column for column in named.columns if column in frame.columns])


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


def _grouped(frame: pd.DataFrame, dimension: str, frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    term, listing = _OF_TERMS[dimension]
    groups = frames[listing][[term, dimension]]
    if term in frame.columns:
        return frame.merge(groups, on=term, how="left")
    named = frames[_BRIDGES[term][0]].merge(groups, on=term)
    return frame.merge(named[["activity_id", dimension]].drop_duplicates(), on="activity_id", how="left")
