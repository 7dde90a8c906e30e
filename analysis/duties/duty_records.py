"""The log put in the shape the tests of duties look at: one row an activity, its terms as sets, its last day beside its first."""

from datetime import date

import pandas as pd

from analysis.duties.duty_tests import Records
from analysis.periods import a_year_back
from analysis.scope import Frames

_TERMS = {
    "duties": ("activity_duties", "duty"),
    "audiences": ("activity_audiences", "audience"),
    "areas": ("activity_areas", "area"),
    "methods": ("activity_methods", "method"),
    "characteristics": ("activity_characteristics", "characteristic"),
}


def records_of(frames: Frames, window: pd.DataFrame, key_dates: pd.DataFrame) -> Records:
    """`frames` are those of all time and `window` the days of the period looked at."""
    start, end, term = (pd.Timestamp(window[column].iloc[0]) for column in ("year_start", "end", "term_start"))
    surveys = frames["surveys"]
    recent = surveys[(surveys["closed_on"] >= start) & (surveys["closed_on"] < end + pd.Timedelta(days=1))]
    asked = frames["questions"][frames["questions"]["survey_id"].isin(recent["survey_id"])].drop_duplicates(["survey_id", "characteristic"])
    return Records(
        duties=frames["duties"],
        activities=with_terms(frames),
        audiences=frames["audiences"],
        methods=frames["methods"],
        key_dates=key_dates,
        asked=asked.loc[asked["characteristic"].fillna("") != "", "characteristic"],
        year_start=start,
        term_start=term,
        end=end,
    )


def with_terms(frames: Frames) -> pd.DataFrame:
    """The dated activities with each list of terms as a set, and `last_on`: the last day, or the first where it ran for one."""
    activities = frames["activities"].dropna(subset=["held_on"]).copy()
    for column, (table, term) in _TERMS.items():
        sets = frames[table].groupby("activity_id")[term].apply(frozenset).to_dict() if len(frames[table]) else {}
        activities[column] = [sets.get(one, frozenset()) for one in activities["activity_id"]]
    ended = activities["ended_on"]
    activities["last_on"] = ended.where(ended >= activities["held_on"], activities["held_on"])
    return activities


def last_twelve_months(frames: Frames, today: date) -> pd.DataFrame:
    """The same, of the activities held after this day a year ago and up to today."""
    activities = with_terms(frames)
    return activities[(activities["held_on"] > pd.Timestamp(a_year_back(today))) & (activities["held_on"] <= pd.Timestamp(today))]
