"""What a reader asked to see: a period, an area, an audience, a methodology. One value, kept in the address, narrowing every frame."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

import pandas as pd
from pandas.api.types import is_list_like

from analysis.periods import FIRST_MONTH, Period, label_days

Frames = dict[str, pd.DataFrame]

# The day each thing happened, by which it falls in a period.
DATES = {"activities": "held_on", "outcomes": "counted_on", "outcomes_heard": "heard_on", "plan": "due_to", "surveys": "closed_on"}
# Facet → (the table that joins it to activities, the list of its terms).
_FACETS = {"area": ("activity_areas", "areas"), "audience": ("activity_audiences", "audiences"), "method": ("activity_methods", "methods")}


@dataclass(frozen=True)
class Scope:
    """The reader's selection, each part '' where nothing was selected. The names are those of the address."""

    period: str = ""
    area: str = ""
    audience: str = ""
    method: str = ""

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> "Scope":
        return cls(**{field.name: query.get(field.name, "")[:100] for field in fields(cls)})

    def address(self) -> dict[str, str]:
        """The parts that say something, for an address."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


def with_calendar(frames: Frames, first_month: int = FIRST_MONTH) -> Frames:
    """The frames with the day each thing counts on and its year, quarter and month, worked out once.

    An outcome counts on the day it was done, or else decided, or else heard; `outcomes_heard` has the same outcomes by the day they were heard.
    """
    named = dict(frames)
    if "outcomes" in named:
        outcomes = named["outcomes"]
        named["outcomes"] = outcomes.assign(counted_on=outcomes["done_on"].fillna(outcomes["decided_on"]).fillna(outcomes["heard_on"]))
        named["outcomes_heard"] = outcomes
    for name, column in DATES.items():
        if name in named:
            days = named[name][column]
            named[name] = named[name].assign(**{by: label_days(days, by, first_month) for by in ("year", "quarter", "month")})
    return named


def narrow(frames: Frames, scope: Scope, period: Period | None) -> Frames:
    """The frames with only what lies in the scope. Frames a part of the scope cannot apply to are left as they are."""
    narrowed = dict(frames)
    for facet, (table, listing) in _FACETS.items():
        term = getattr(scope, facet)
        if term:
            narrowed[listing] = narrowed[listing][narrowed[listing][facet] == term]
            narrowed[table] = narrowed[table][narrowed[table][facet] == term]
            narrowed["activities"] = _members(narrowed["activities"], "activity_id", narrowed[table])
            narrowed["plan"] = _planned(narrowed["plan"], facet, term)
    if any(getattr(scope, facet) for facet in _FACETS):
        # Before the period is cut: what came of an activity often comes in a later year.
        traced = _traced(narrowed)
        narrowed |= {name: _members(narrowed[name], "outcome_id", traced) for name in ("outcomes", "outcomes_heard")}
    if period:
        for name, column in DATES.items():
            if name in narrowed:
                narrowed[name] = narrowed[name][_within(narrowed[name][column], period.start, period.end)]
    return _follow(_in_area(narrowed, scope.area))


def _within(days: pd.Series, start: date, end: date) -> pd.Series:
    return (days >= pd.Timestamp(start)) & (days < pd.Timestamp(end) + pd.Timedelta(days=1))


def _members(frame: pd.DataFrame, key: str, of: pd.DataFrame) -> pd.DataFrame:
    return frame[frame[key].isin(of[key])]


def _planned(plan: pd.DataFrame, facet: str, term: str) -> pd.DataFrame:
    named_there = [is_list_like(named) and term in list(named) for named in plan[f"{facet}s"]]
    return plan[pd.Series(named_there, index=plan.index, dtype=bool)]


def _traced(frames: Frames) -> pd.DataFrame:
    """Which outcomes came from an activity still in the scope."""
    references = frames["activities"]["activity_ref"].dropna()
    return frames["outcome_activities"][frames["outcome_activities"]["activity_ref"].isin(references)]


def _in_area(frames: Frames, area: str) -> Frames:
    """For surveys an area selects the people who live there: their tallies stand in for everybody's."""
    if not area:
        return frames
    for name in ("tallies", "respondent_tallies"):
        if name in frames:
            tally = frames[name]
            frames[name] = tally[(tally["split"] == "area") & (tally["category"] == area)].assign(split="all", category=None)
    return frames


def _follow(frames: Frames) -> Frames:
    """Frames that hang on another keep only what hangs on rows still there."""
    for name in list(frames):
        if name.startswith("activity_"):
            frames[name] = _members(frames[name], "activity_id", frames["activities"])
    if "surveys" in frames:
        for name in ("questions", "respondent_tallies"):
            if name in frames:
                frames[name] = _members(frames[name], "survey_id", frames["surveys"])
        for name in ("options", "tallies"):
            if name in frames:
                frames[name] = _members(frames[name], "question_id", frames["questions"])
    return frames
