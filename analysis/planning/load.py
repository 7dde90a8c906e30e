"""How much is asked of the same places and the same people: days open, activities at once, and who answers again and again."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Load:
    """How much was open: `activity_days` counts each activity once for every day it was open, first and last included.

    `left_out` counts the activities whose dates are missing or the wrong way round; they are in no other number.
    """

    activities: int
    activity_days: int
    days_with_any: int
    most_at_once: int
    left_out: int


@dataclass(frozen=True)
class Concentration:
    """How far responses come from the same people; shares from 0 to 1, `gini` 0 when everyone responded equally often."""

    people: int
    responses: int
    repeat_share: float
    gini: float
    top_tenth_share: float


def load(opened: pd.Series, closed: pd.Series) -> Load:
    """How many days of activity there were, how many days had any, and the most that were open on one day.

    `opened` and `closed` are dates, one entry an activity, and both days count. A sweep over the days on which something opens or
    has closed (Bentley and Ottmann 1979): one more open on the first day, one fewer on the day after the last.
    """
    good = _dated(opened, closed)
    first, after = _day(opened[good]), _day(closed[good]) + 1
    moments, where = np.unique(np.concatenate([first, after]), return_inverse=True)
    steps = np.zeros(moments.size, dtype=int)
    np.add.at(steps, where, np.repeat([1, -1], first.size))
    open_now = np.cumsum(steps)
    lasting = np.diff(moments) if moments.size else np.empty(0, dtype=int)
    return Load(
        activities=int(good.sum()),
        activity_days=int(np.sum(after - first)),
        days_with_any=int(lasting[open_now[:-1] > 0].sum()),
        most_at_once=int(open_now.max(initial=0)),
        left_out=int((~good).sum()),
    )


def activity_days(activities: pd.DataFrame) -> pd.DataFrame:
    """How many days of activity each group had in each month.

    `activities` has one row an activity with `group` (an area or audience), `opened` and `closed`; rows whose dates are missing or
    the wrong way round are left out. The answer has one row for each group and month with any: `group`, `month` (its first day),
    `activity_days`.
    """
    rows = activities[_dated(activities["opened"], activities["closed"])]
    opened, closed = _day(rows["opened"]), _day(rows["closed"])
    first, last = (days.astype("datetime64[D]").astype("datetime64[M]").astype(int) for days in (opened, closed))
    months = last - first + 1
    owner = np.repeat(np.arange(len(rows)), months)
    month = first[owner] + np.arange(owner.size) - np.repeat(np.cumsum(months) - months, months)
    starts, ends = (shift.astype("datetime64[M]").astype("datetime64[D]").astype(int) for shift in (month, month + 1))
    days = np.minimum(closed[owner] + 1, ends) - np.maximum(opened[owner], starts)
    spread = pd.DataFrame(
        {
            "group": rows["group"].to_numpy()[owner],
            "month": month.astype("datetime64[M]").astype("datetime64[us]"),
            "activity_days": days,
        }
    )
    return spread.groupby(["group", "month"], dropna=False, as_index=False)["activity_days"].sum()


def concentration(times: Sequence[int] | np.ndarray, people: Sequence[int] | np.ndarray) -> Concentration | None:
    """How far responses come from a few people: the share who responded again, and how much the most active tenth account for.

    A tally: `people[i]` people responded `times[i]` times. People who never responded are not counted. None when no one did.
    Gini coefficient (Gini 1912) by ranks; the most active tenth is rounded up to a whole person.
    """
    often, many = np.asarray(times, dtype=int), np.asarray(people, dtype=int)
    kept = (often > 0) & (many > 0)
    order = np.argsort(often[kept], kind="stable")
    often, many = often[kept][order], many[kept][order]
    total, responses = int(many.sum()), int(np.sum(often * many))
    if total == 0:
        return None
    ranked_before = np.cumsum(many) - many
    gini = float(np.sum((2 * ranked_before + many - total) * many * often)) / (total * responses)
    tenth = -(-total // 10)
    places_left = np.clip(tenth - (total - np.cumsum(many)), 0, many)
    return Concentration(
        people=total,
        responses=responses,
        repeat_share=float(many[often > 1].sum()) / total,
        gini=gini,
        top_tenth_share=float(np.sum(places_left * often)) / responses,
    )


def _dated(opened: pd.Series, closed: pd.Series) -> pd.Series:
    return opened.notna() & closed.notna() & (opened <= closed)


def _day(dates: pd.Series) -> np.ndarray:
    return dates.to_numpy().astype("datetime64[D]").astype(int)
