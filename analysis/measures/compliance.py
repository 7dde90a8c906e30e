"""Whether what had to be done was done: duties to consult, and the plan."""

import pandas as pd

from analysis.measure import measure
from analysis.totals import add_up


@measure(title="Duties met", unit="duties", source="Gwent engagement options 2016/17, sections 1 to 3; Nottinghamshire report, paragraph 3.1")
def duties_met(duty_history: pd.DataFrame, duties: pd.DataFrame, window: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of the office's duties to consult that at least one recorded activity answers.

    A duty that falls due every year is answered by an activity in the twelve months to the end of the period. One that falls due once for each police
    and crime plan is answered by an activity since the strategy began. It shows where evidence is recorded and is not legal advice.
    """
    start, end, term = (pd.Timestamp(window[column].iloc[0]) for column in ("year_start", "end", "term_start"))
    within = duty_history[duty_history["held_on"] <= end].merge(duties[["duty", "every"]], on="duty")
    since = within["every"].map({"year": start, "term": term})
    met = set(within.loc[within["held_on"] >= since, "duty"])
    rows = duties[["duty"]].assign(numerator=duties["duty"].isin(met), denominator=1, base=1)
    return add_up(rows, by, **{column: rows[column] for column in ("numerator", "denominator", "base")})


@measure(
    title="Plan delivered on time",
    unit="per cent",
    source="Nottinghamshire report 2016/17, paragraph 1.3; Gwent engagement options, Annex C",
    kind="share",
)
def plan_on_time(plan: pd.DataFrame, activity_dates: pd.DataFrame, window: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of planned activities already due that were held by their due date.

    It was held when the plan names the activity that delivered it, or says so. Planned activities that were dropped do not count; postponed ones do,
    for they were due. What is not due yet counts neither way.
    """
    due = plan[(plan["due_to"] <= pd.Timestamp(window["as_at"].iloc[0])) & (plan["status"].fillna("planned") != "dropped")]
    due = due.merge(activity_dates.drop_duplicates("activity_ref"), on="activity_ref", how="left")
    on_time = (due["held_on"] <= due["due_to"]) | (due["held_on"].isna() & (due["status"] == "held"))
    one = pd.Series(1, index=due.index)
    return add_up(due, by, numerator=on_time, denominator=one, base=one)
