"""Proposed activities weighed before they are taken: the duty served, the gap closed, what like ones cost before, and the load they would add."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from pandas.api.types import is_list_like

from analysis.measures.effort import LOAD_DAYS
from analysis.thread.each_row import each_row
from analysis.wording import number
from data.days import in_words

# From fewer like activities nothing is said of what one takes.
ENOUGH = 3
FIRST_DAYS = 100


@dataclass(frozen=True)
class Side:
    """One side of an option: what stands first, and what is said small beneath it."""

    first: str
    beneath: str = ""


@dataclass(frozen=True)
class Option:
    """A proposal as it stands, and every side of it in words; `gap` is true where nobody of the audience was sought there in twelve months."""

    option_id: str
    title: str
    due: str
    decision: str
    why: str
    duty: str
    gap: bool
    held: Side
    cost: Side
    hours: Side
    people: Side
    load: str


def proposals(coming: pd.DataFrame, weighed: pd.DataFrame) -> pd.DataFrame:
    """What there is to weigh, by due day: what was put forward here, and what the plan still holds and was not decided here.

    One row an option: option_id ('' where it comes from the plan), title, methods, areas and audiences as sets, duty, due_to, decision and why.
    """
    put = [
        {
            "option_id": row.option_id,
            "title": row.title,
            "methods": _set([row.method]),
            "areas": _set([row.area]),
            "audiences": _set([row.audience]),
            **{name: getattr(row, name) for name in ("duty", "due_to", "decision", "why")},
        }
        for row in each_row(weighed)
    ]
    decided = {(row["title"], row["due_to"]) for row in put}
    planned = [
        {
            "option_id": "",
            "title": row.title if isinstance(row.title, str) else "No title",
            **{name: _set(getattr(row, name)) for name in ("methods", "areas", "audiences")},
            "duty": row.duty,
            "due_to": row.due_to,
            "decision": "not decided",
            "why": "",
        }
        for row in each_row(coming)
        if (row.title, row.due_to) not in decided
    ]
    columns = ["option_id", "title", "methods", "areas", "audiences", "duty", "due_to", "decision", "why"]
    return pd.DataFrame([*put, *planned], columns=columns).sort_values("due_to", kind="stable", na_position="last").reset_index(drop=True)


def weigh(found: pd.DataFrame, activities: pd.DataFrame, year: pd.DataFrame, duties: dict[str, str], whole: frozenset[str]) -> list[Option]:
    """Each option against the office's own history.

    `activities` are all of them with their terms as sets, `year` those of the last twelve months, `whole` the names of the whole force area:
    an option for the whole is set beside activity anywhere.
    """
    return [_weigh(row, activities, year, found, duties, whole) for row in each_row(found)]


def first_days(took_office: pd.Series, today: date) -> tuple[pd.Timestamp, pd.Timestamp, str]:
    """The first hundred days of the newest Commissioner, the day of taking office among them; from today where no day is written down."""
    known = len(took_office)
    start = took_office.max() if known else pd.Timestamp(today)
    end = start + pd.Timedelta(days=FIRST_DAYS - 1)
    whose = (
        f"The Commissioner took office on {in_words(start)}" if known else "No day of taking office is written down on Duties, so they begin today"
    )
    return start, end, f"{whose}; the hundredth day is {in_words(end)}."


def headline(options: list[Option]) -> str:
    """How many options there are, how many wait for a decision, and how many would close a gap."""
    if not options:
        return "There is nothing to weigh here yet"
    undecided, gaps = sum(one.decision == "not decided" for one in options), sum(one.gap for one in options)
    return f"{len(options)} option{'s' if len(options) != 1 else ''}: {undecided} not decided, {gaps or 'none'} would close a gap"


def _weigh(row: Any, activities: pd.DataFrame, year: pd.DataFrame, found: pd.DataFrame, duties: dict[str, str], whole: frozenset[str]) -> Option:
    like = _sharing(activities, "methods", row.methods)
    sought = _sharing(year, "audiences", row.audiences)
    there = sought if row.areas & whole else _sharing(sought, "areas", row.areas)
    who, where = ", ".join(sorted(row.audiences)), ", ".join(sorted(row.areas))
    gap = bool(who and where) and not len(there)
    if not who or not where:
        held = Side("Not known", "audience or area not named")
    elif gap:
        held = Side("None in twelve months", f"{who} in {where}; {len(sought)} anywhere")
    else:
        held = Side(f"{len(there)} in twelve months", f"{who} in {where}")
    return Option(
        option_id=row.option_id,
        title=row.title,
        due="No day" if pd.isna(row.due_to) else in_words(row.due_to),
        decision=row.decision,
        why=row.why if isinstance(row.why, str) else "",
        duty=duties.get(row.duty, "") if isinstance(row.duty, str) else "",
        gap=gap,
        held=held,
        cost=_typical(like["cost_pence"] / 100, "pounds"),
        hours=_typical(like["staff_hours"], "hours"),
        people=_typical(like["participants_low"], "people"),
        load=_load(row, activities, found),
    )


def _load(row: Any, activities: pd.DataFrame, found: pd.DataFrame) -> str:
    """How many activities for the audience there would be in the three months up to the day, this one among them."""
    if pd.isna(row.due_to) or not row.audiences:
        return "Not known"
    since, until = row.due_to - pd.Timedelta(days=LOAD_DAYS), row.due_to
    held = _sharing(activities, "audiences", row.audiences)
    held = held[(held["held_on"] > since) & (held["held_on"] <= until)]
    others = _sharing(found[found["decision"] != "not taken"], "audiences", row.audiences)
    others = others[(others["due_to"] > since) & (others["due_to"] <= until) & (others.index != row.Index)]
    return f"{len(held) + len(others) + 1} in three months"


def _typical(values: pd.Series, unit: str) -> Side:
    """The middle value of like activities with the least and the most, and how many it rests on."""
    known = values.dropna()
    if len(known) < ENOUGH:
        return Side("Not known", f"not enough history, {len(known)} like it")
    low, high = number(float(known.min()), unit), number(float(known.max()), unit)
    return Side(number(float(known.median()), unit), f"{low} to {high}, from {len(known)}")


def _sharing(frame: pd.DataFrame, column: str, terms: frozenset[str]) -> pd.DataFrame:
    return frame[frame[column].map(lambda named: bool(named & terms)).astype("bool")]


def _set(values: Any) -> frozenset[str]:
    return frozenset(value for value in values if isinstance(value, str) and value) if is_list_like(values) else frozenset()
