"""The records a measure was counted from, as people read them: what every figure opens to."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.measure import Measure
from analysis.scope import Frames
from analysis.wording import number, responses
from data.days import in_words

_OF_SURVEYS = frozenset({"tallies", "questions", "respondent_tallies", "surveys", "options", "tracked"})
_OF_OUTCOMES = frozenset({"outcomes", "outcomes_heard"})


def evidence(measure: Measure, frames: Frames) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of the log that a measure is worked out from, newest first. Respondents are only ever a rounded number of them."""
    main = measure.needs[0]
    if main in _OF_SURVEYS:
        return ("Survey", "Closed", "Responses"), [
            (str(row.title), _day(row.closed_on), responses(row.respondents)) for row in _newest(frames["surveys"], "closed_on")
        ]
    if main in _OF_OUTCOMES:
        return ("You said", "Reference", "Stage", "Date"), [
            (_text(row.you_said), _text(row.outcome_ref), _text(row.stage), _day(row.counted_on)) for row in _newest(frames["outcomes"], "counted_on")
        ]
    if main == "plan":
        return ("Planned activity", "Due by", "Status"), [
            (_text(row.title), _day(row.due_to), _text(row.status)) for row in _newest(frames["plan"], "due_to")
        ]
    return ("Activity", "Reference", "Date", "People"), [
        (_text(row.title), _text(row.activity_ref), _day(row.held_on), _people(row.participants_low))
        for row in _newest(frames["activities"], "held_on")
    ]


def _newest(rows: pd.DataFrame, day: str) -> Iterator[Any]:
    return iter(rows.sort_values(day, ascending=False, kind="stable", na_position="last").itertuples())


def _text(value: object) -> str:
    return value if isinstance(value, str) and value else "not recorded"


def _day(value: pd.Timestamp) -> str:
    return "not recorded" if pd.isna(value) else in_words(value)


def _people(value: float) -> str:
    return "not recorded" if pd.isna(value) else number(value, "")
