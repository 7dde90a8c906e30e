"""The four Gunning questions of each consultation (R v Brent London Borough Council, ex parte Gunning, 1985), as far as records can answer them."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.check import GAP, SHOWN, UNKNOWN, Check
from analysis.duties.duty_tests import Records
from analysis.text import label, says_something
from analysis.thread.each_row import each_row
from data.days import in_words

# The day that ends the formative stage of what a duty asks about.
_DECIDES = {"plan": "plan issued", "precept": "precept set"}


@dataclass(frozen=True)
class Consultation:
    """One consultation and its four questions; `ref` and `title` are what the log knows it by, either may be ''."""

    ref: str
    title: str
    when: str
    checks: tuple[Check, ...]


def consultations(records: Records, outcomes: pd.DataFrame, outcome_activities: pd.DataFrame, given: pd.DataFrame) -> list[Consultation]:
    """Each consultation of the year, newest first: an activity that fielded a survey, or that answers the duty on the plan or the precept.

    `given` has a row a thing people were given to answer with: activity_ref, title, what, kept, given_on.
    """
    year = records.this_year
    formal = year[year["survey"].map(says_something).astype("bool") | year["duties"].map(lambda named: bool(named & set(_DECIDES))).astype("bool")]
    named = outcome_activities.assign(key=outcome_activities["activity_ref"].str.casefold())
    information = given.assign(key=[_known_by(ref, title) for ref, title in zip(given["activity_ref"], given["title"], strict=True)])
    found = []
    for row in each_row(formal.sort_values("held_on", ascending=False, kind="stable")):
        keys = {name.casefold() for name in (row.activity_ref, row.survey) if isinstance(name, str) and name}
        own = outcomes[outcomes["outcome_id"].isin(named.loc[named["key"].isin(keys), "outcome_id"])]
        title = row.title if isinstance(row.title, str) and row.title else "Untitled activity"
        ref = row.activity_ref if isinstance(row.activity_ref, str) else ""
        handed = information[information["key"] == _known_by(ref, title)]
        found.append(Consultation(ref, title, _when(row), (_formative(row, own, records), _informed(row, handed), _time(row), _considered(own))))
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


def _known_by(ref: object, title: object) -> str:
    """What a consultation is known by: its reference, or its title where it has none."""
    return next((name.strip().casefold() for name in (ref, title) if isinstance(name, str) and name.strip()), "")


def _informed(row: Any, handed: pd.DataFrame) -> Check:
    """Shown by what is written down as given while people could still answer. Whether it was enough, no record can say."""
    asks = "2. People had enough information"
    if handed.empty:
        return Check(asks, UNKNOWN, "nothing is written down of what people were given")
    in_time = handed[handed["given_on"] <= row.last_on]
    if in_time.empty:
        first = handed.sort_values("given_on", kind="stable").iloc[0]
        return Check(asks, GAP, f"{label(first['what'], 90)} was given on {in_words(first['given_on'])}, after it closed on {in_words(row.last_on)}")
    listed = "; ".join(f"{label(one.what, 90)} given on {in_words(one.given_on)}, see {label(one.kept, 90)}" for one in each_row(in_time))
    return Check(asks, SHOWN, listed)


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
