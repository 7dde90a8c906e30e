"""Planned against delivered: what was held on time, what slipped and by how much, and when the plan is next to be brought up to date."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.periods import a_year_back
from analysis.thread.each_row import each_row
from data.days import in_words


@dataclass(frozen=True)
class Slip:
    """One planned activity that slipped: by how many days, and what became of it."""

    title: str
    due: str
    words: str
    days: int


@dataclass(frozen=True)
class Delivery:
    """The items due in the twelve months to today, by what became of them; `slips` the late and overdue ones, longest first."""

    due: int
    on_time: int
    late: int
    overdue: int
    postponed: int
    dropped: int
    slips: tuple[Slip, ...]

    @property
    def sentence(self) -> str:
        if not self.due:
            return "Nothing was due in the last twelve months."
        parts = [
            (self.on_time, "held on time"),
            (self.late, "late"),
            (self.overdue, "overdue"),
            (self.postponed, "postponed"),
            (self.dropped, "dropped"),
        ]
        listed = ", ".join(f"{many} {words}" for many, words in parts if many)
        return f"Of {self.due} planned activit{'y' if self.due == 1 else 'ies'} due in the last twelve months: {listed}."


def delivery(plan: pd.DataFrame, activities: pd.DataFrame, today: date) -> Delivery:
    """What became of everything due after this day a year ago, up to yesterday; what is due today is not late yet."""
    held_on = activities.dropna(subset=["activity_ref"]).drop_duplicates("activity_ref").set_index("activity_ref")["held_on"]
    now, then = pd.Timestamp(today), pd.Timestamp(a_year_back(today))
    due = plan[(plan["due_to"] >= then) & (plan["due_to"] < now)]
    many = dict.fromkeys(("on_time", "late", "overdue", "postponed", "dropped"), 0)
    slips = []
    for row in each_row(due):
        what, slip = _became(row, held_on.get(row.activity_ref, pd.NaT), now)
        many[what] += 1
        if slip:
            slips.append(slip)
    return Delivery(due=len(due), slips=tuple(sorted(slips, key=lambda one: -one.days)), **many)


def _became(row: Any, held_on: pd.Timestamp, now: pd.Timestamp) -> tuple[str, Slip | None]:
    due, status = row.due_to, row.status if isinstance(row.status, str) else "planned"
    title = row.title if isinstance(row.title, str) and row.title else "No title"
    if not pd.isna(held_on):
        days = (held_on - due).days
        return ("late", Slip(title, in_words(due), f"Held on {in_words(held_on)}, {_days(days)} late", days)) if days > 0 else ("on_time", None)
    if status == "held":
        return "on_time", None
    if status in ("postponed", "dropped"):
        return status, None
    days = (now - due).days
    return "overdue", Slip(title, in_words(due), f"Not held, {_days(days)} overdue", days)


def refresh(imported_at: pd.Timestamp, months: int, today: date) -> str:
    """When the plan was last brought up to date and when it is due again, in a sentence."""
    last = imported_at.normalize()
    again = last + pd.DateOffset(months=months)
    late = " It is overdue." if again < pd.Timestamp(today) else ""
    return f"Brought up to date on {in_words(last)}, due again by {in_words(again)}.{late}"


def _days(number: int) -> str:
    return f"{number} day{'s' if number != 1 else ''}"
