"""The four Gunning questions of each consultation (R v Brent London Borough Council, ex parte Gunning, 1985), as far as records can answer them."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.check import GAP, SHOWN, UNKNOWN, Check
from analysis.duties.duty_tests import Records
from analysis.text import says_something
from analysis.thread.each_row import each_row
from data.days import in_words

# The day that ends the formative stage of what a duty asks about.
_DECIDES = {"plan": "plan issued", "precept": "precept set"}


@dataclass(frozen=True)
class Consultation:
    """One consultation and its four questions."""

    title: str
    when: str
    checks: tuple[Check, ...]


def consultations(records: Records, outcomes: pd.DataFrame, outcome_activities: pd.DataFrame) -> list[Consultation]:
    """Each consultation of the year, newest first: an activity that fielded a survey, or that answers the duty on the plan or the precept."""
    year = records.this_year
    formal = year[year["survey"].map(says_something).astype("bool") | year["duties"].map(lambda named: bool(named & set(_DECIDES))).astype("bool")]
    named = outcome_activities.assign(key=outcome_activities["activity_ref"].str.casefold())
    found = []
    for row in each_row(formal.sort_values("held_on", ascending=False, kind="stable")):
        keys = {name.casefold() for name in (row.activity_ref, row.survey) if isinstance(name, str) and name}
        own = outcomes[outcomes["outcome_id"].isin(named.loc[named["key"].isin(keys), "outcome_id"])]
        title = row.title if isinstance(row.title, str) and row.title else "Untitled activity"
        found.append(Consultation(title, _when(row), (_formative(row, own, records), _informed(), _time(row), _considered(own))))
    return found


def _when(row: Any) -> str:
    first, last = row.held_on, row.last_on
    return in_words(first) if first == last else f"{in_words(first)} to {in_words(last)}"


def _formative(row: Any, own: pd.DataFrame, records: Records) -> Check:
    asks, last = "1. Asked before the decision", row.last_on
    days = sorted(day for duty in row.duties & set(_DECIDES) for day in records.days(_DECIDES[duty]) if day >= row.held_on)
    decided = days[0] if days else own["decided_on"].min()
    if pd.isna(decided):
        return Check(asks, UNKNOWN, "no day of a decision is recorded")
    if last < decided:
        return Check(asks, SHOWN, f"closed on {in_words(last)}, decided on {in_words(decided)}")
    return Check(asks, GAP, f"decided on {in_words(decided)}, and open until {in_words(last)}")


def _informed() -> Check:
    return Check("2. People had enough information", UNKNOWN, "the log cannot show this: keep what people were given")


def _time(row: Any) -> Check:
    asks, first, last = "3. People had enough time", row.held_on, row.last_on
    if pd.isna(row.ended_on):
        return Check(
            asks,
            SHOWN if not says_something(row.survey) else UNKNOWN,
            "held on one day" if not says_something(row.survey) else "no last day is recorded",
        )
    return Check(asks, SHOWN, f"open for {(last - first).days + 1} days; no law fixes a number")


def _considered(own: pd.DataFrame) -> Check:
    asks = "4. Answers were considered before the decision"
    if own.empty:
        return Check(asks, UNKNOWN, "no outcome in the log names this consultation")
    seen = own["considered_on"].notna() | own["considered_by"].map(says_something)
    decided = own["decided_on"].notna() | own["decided"].map(says_something)
    too_late = (own["considered_on"] > own["decided_on"]) | (decided & ~seen)
    if too_late.any():
        return Check(asks, GAP, f"{int(too_late.sum())} of {len(own)} things heard were decided without being considered first")
    where = sorted({name.strip() for name in own["considered_by"] if says_something(name)})
    if not seen.any():
        return Check(asks, UNKNOWN, f"none of {len(own)} things heard has been considered yet")
    return Check(asks, SHOWN, f"{int(seen.sum())} of {len(own)} things heard were considered" + (f" by: {', '.join(where)}" if where else ""))
