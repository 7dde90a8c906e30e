"""How much is asked of the same places and audiences: days open, and activities at once."""

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


def _dated(opened: pd.Series, closed: pd.Series) -> pd.Series:
    return opened.notna() & closed.notna() & (opened <= closed)


def _day(dates: pd.Series) -> np.ndarray:
    return dates.to_numpy().astype("datetime64[D]").astype(int)
