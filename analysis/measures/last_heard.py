"""How long ago people were heard: the clock of audiences and areas."""

import pandas as pd

from analysis.measure import measure

_SOURCE = "Cleveland strategy 2021 to 2024: lack of engagement with young people and protected groups; Gwent engagement options 2016/17, section 2"


@measure(title="Months since last heard", unit="months", source=_SOURCE, kind="worked out", good="down")
def months_since_heard(activities: pd.DataFrame, window: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of whole months since people were last heard: since an activity for them was held, or ten of them answered a survey.

    An activity says whom it was meant for, not who came. A survey hears an audience where the office's profile says which of its groups that is.
    Activity for the whole force area counts for no single area. The base is how many times they were heard in the twelve months before.
    Nothing is said of an audience or area there is no record of.
    """
    today = pd.Timestamp(window["as_at"].iloc[0])
    held = activities[activities["held_on"] <= today]
    if held.empty:
        return pd.DataFrame(columns=[*by, "value", "base"])
    recent = held.assign(recent=held["activity_id"].where(held["held_on"] > today - pd.DateOffset(months=12)))
    last = recent.groupby(by, dropna=False, observed=True, sort=False) if by else recent.groupby(lambda _: 0)
    found = last.agg(last=("held_on", "max"), base=("recent", "nunique"))
    found = found.reset_index() if by else found.reset_index(drop=True)
    return found.assign(value=[float(whole_months(day, today)) for day in found["last"]]).drop(columns="last")


def whole_months(then: pd.Timestamp, now: pd.Timestamp) -> int:
    """Whole months between two days: 0 for 31 January to 27 February, 1 to 28 February and after."""
    months = 12 * (now.year - then.year) + now.month - then.month
    ends_early = now.day == now.days_in_month and then.day > now.day
    return months if now.day >= then.day or ends_early else months - 1
