"""How long people wait between the close of a consultation and hearing what came of it, counting those still waiting."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.statistics.intervals import Z

TARGET_DAYS = 84
# Survival is a product of fractions, so a level meant to be a half may miss it in the last digit.
ROUNDING = 1e-12


@dataclass(frozen=True)
class Waits:
    """The wait of each closed consultation in days, and whether it has ended; and how many dates could not be taken as they stand.

    `days` and `ended` go together, one entry a consultation. `before_close` counts feedback dated before the close (its wait is taken
    as 0), `no_close` consultations without a closing date, which are left out as those that close after the cut are.
    """

    days: np.ndarray
    ended: np.ndarray
    before_close: int
    no_close: int


def waits(closed: pd.Series, published: pd.Series, cut: pd.Timestamp) -> Waits:
    """The wait for feedback of each consultation, as known on the day of the cut.

    `closed` and `published` are dates, one entry a consultation, blank where unknown or not yet. Feedback after the cut has not
    happened yet. A consultation still waiting counts with the days it has waited so far.
    """
    has_closed = (closed <= cut).to_numpy()
    ended = (published <= cut).to_numpy()[has_closed]
    end = published.where(published <= cut, cut)[has_closed]
    days = (end - closed[has_closed]).dt.days.to_numpy()
    return Waits(
        days=np.maximum(days, 0),
        ended=ended,
        before_close=int(np.sum(days < 0)),
        no_close=int(closed.isna().sum()),
    )


def survival_table(days: np.ndarray, ended: np.ndarray) -> pd.DataFrame:
    """The share of consultations still without feedback after each number of days, with its 95% limits.

    One row for each distinct number of days: `days`, `at_risk`, `ended`, `waiting` (a share), `lower`, `upper`. The limits are blank
    where everyone or no one is waiting. Kaplan and Meier (1958); limits on the log-log scale with Greenwood's variance.
    """
    order = np.unique(days)
    at_risk = np.array([np.sum(days >= day) for day in order], dtype=int)
    events = np.array([np.sum(ended[days == day]) for day in order], dtype=int)
    waiting = np.cumprod(1 - events / at_risk) if order.size else np.empty(0)
    left = at_risk - events
    variance = np.cumsum(np.divide(events, at_risk * left, out=np.zeros(order.size), where=left > 0))
    inside = (waiting > ROUNDING) & (waiting < 1)
    log = np.log(waiting, where=inside, out=np.full(order.size, -1.0))
    spread = Z * np.sqrt(variance) / log
    limits = [np.where(inside, np.exp(log * np.exp(sign * spread)), np.nan) for sign in (-1, 1)]
    return pd.DataFrame(
        {"days": order, "at_risk": at_risk, "ended": events, "waiting": waiting, "lower": limits[0], "upper": limits[1]},
    )


def days_until(table: pd.DataFrame, share: float = 0.5) -> int | None:
    """The number of days by which this share had heard back: the median at 0.5, the quartiles at 0.25 and 0.75.

    `table` is a survival table. None when so many have not heard yet ("over half still awaiting feedback").
    """
    return _first(table, "waiting", share)


def days_until_limits(table: pd.DataFrame, share: float = 0.5) -> tuple[int | None, int | None]:
    """The 95% limits of `days_until`: where the two limits of the survival curve cross the same level (Brookmeyer and Crowley 1982)."""
    return _first(table, "lower", share), _first(table, "upper", share)


def share_by(table: pd.DataFrame, day: int = TARGET_DAYS) -> float | None:
    """The share who had heard back by this day; twelve weeks unless told otherwise. None when there is nothing to go on."""
    if table.empty:
        return None
    reached = table[table["days"] <= day]
    return 1 - float(reached["waiting"].iloc[-1]) if len(reached) else 0.0


def _first(table: pd.DataFrame, column: str, share: float) -> int | None:
    there = table[table[column] <= 1 - share + ROUNDING]
    return int(there["days"].iloc[0]) if len(there) else None
