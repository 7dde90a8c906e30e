"""The plan beside the log: what became of each planned activity, as of today."""

from datetime import date
from typing import Any

import pandas as pd
from pandas.api.types import is_list_like

from analysis.periods import a_year_back
from data.days import in_words

OVERDUE, DUE, HELD, OTHER = "overdue", "due", "held", "other"


def planned(plan: pd.DataFrame, activities: pd.DataFrame, today: date, months: int = 12) -> list[dict[str, str]]:
    """One record a planned activity due within `months` back from today or, today the first day, ahead; overdue ones first, then by due date.

    It was held when it names the activity that delivered it, or says so; overdue when its last day has passed and it was not.
    """
    held_on = activities.dropna(subset=["activity_ref"]).drop_duplicates("activity_ref").set_index("activity_ref")["held_on"]
    day = pd.Timestamp(today)
    first = pd.Timestamp(a_year_back(today)) if months == 12 else day - pd.DateOffset(months=months)
    near = plan[(plan["due_to"].isna()) | ((plan["due_to"] >= first) & (plan["due_to"] < day + pd.DateOffset(months=months)))]
    records = [_record(row, held_on.get(row["activity_ref"], pd.NaT), day) for _, row in near.iterrows()]
    order = {OVERDUE: 0, DUE: 1, HELD: 2, OTHER: 3}
    return sorted(records, key=lambda record: (order[record["state"]], record["sort"]))


def headline(rows: list[dict[str, str]]) -> str:
    """How the plan stands: overdue, due, held."""
    found = counts(rows)
    if not rows:
        return "Nothing is planned for the twelve months around today"
    overdue = f"{found[OVERDUE]} overdue" if found[OVERDUE] else "Nothing overdue"
    return f"{overdue}, {found[DUE]} due, {found[HELD]} held"


def counts(rows: list[dict[str, str]]) -> dict[str, int]:
    """How many planned activities are in each state."""
    return {state: sum(row["state"] == state for row in rows) for state in (OVERDUE, DUE, HELD, OTHER)}


def _record(row: pd.Series, held_on: pd.Timestamp, today: pd.Timestamp) -> dict[str, str]:
    status = row["status"] if isinstance(row["status"], str) else "planned"
    known = not pd.isna(row["due_to"])
    was_held = not pd.isna(held_on) or status == "held"
    if was_held:
        state, word, kind = HELD, _held(held_on, row["due_to"]), "good" if not (known and held_on > row["due_to"]) else "warn"
    elif status in ("postponed", "dropped"):
        state, word, kind = OTHER, status.capitalize(), ""
    elif known and row["due_to"] < today:
        state, word, kind = OVERDUE, "Overdue", "bad"
    else:
        state, word, kind = DUE, "Due", ""
    return {
        "state": state,
        "word": word,
        "kind": kind,
        "title": _text(row["title"]) or "No title",
        "ref": _text(row["plan_ref"]),
        "due": f"{in_words(row['due_to'])}" if known else "No date",
        "sort": f"{row['due_to']:%Y-%m-%d}" if known else "9999",
        "methods": _joined(row["methods"]),
        "audiences": _joined(row["audiences"]),
        "areas": _joined(row["areas"]),
        "objective": _text(row["objective"]),
        "duty": _text(row["duty"]),
        "lead": _text(row.get("lead")),
    }


def _held(held_on: pd.Timestamp, due_to: pd.Timestamp) -> str:
    if pd.isna(held_on):
        return "Held"
    late = not pd.isna(due_to) and held_on > due_to
    return f"Held {in_words(held_on)}{', late' if late else ''}"


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _joined(values: Any) -> str:
    return ", ".join(values) if is_list_like(values) else ""
