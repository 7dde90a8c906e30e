"""What it takes: money and hours for each person, and how often one audience is asked."""

import numpy as np
import pandas as pd

from analysis.dimensions import with_each
from analysis.measure import measure
from analysis.totals import add_up

LOAD_DAYS = 91


@measure(
    title="Cost per person engaged",
    unit="pounds",
    source="Gwent engagement options 2016/17, section 5; Nottinghamshire report, paragraph 4.2",
    kind="ratio",
    good="down",
)
def cost_per_person(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """What the activities cost for each person who took part, in pounds.

    The total cost over the total number of people, at activities where both are recorded. It is never the mean of each activity's own figure, which
    one small activity would dominate. The cost of an activity nobody came to is kept in. Staff time is not included. The base is the activities
    with both.
    """
    return _per_person(activities, by, activities["cost_pence"] / 100)


@measure(
    title="Staff hours per person engaged",
    unit="hours",
    source="Gwent engagement options 2016/17, section 9: capacity",
    kind="ratio",
    good="down",
)
def hours_per_person(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The hours of the office's staff for each person who took part.

    The total of hours over the total number of people, at activities where both are recorded. The base is the activities with both.
    """
    return _per_person(activities, by, activities["staff_hours"])


@measure(
    title="Heaviest load on one audience",
    unit="activities",
    source="Gwent engagement options 2016/17, sections 5 and 9: consultation fatigue",
    good="down",
)
def audience_load(activities: pd.DataFrame, activity_audiences: pd.DataFrame, audiences: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The most activities that any one audience was asked to take part in within three months.

    Three months are any 91 days in a row. By audience it gives the most that each was asked. Activities without a day are left out; the base is
    the activities the heaviest asked audience was asked to.
    """
    asked = with_each(activities, activity_audiences.merge(audiences, on="audience"))
    groups = [*(dimension for dimension in by if dimension != "audience"), "audience"]
    dated = asked[asked["held_on"].notna()].groupby(groups, dropna=False, observed=True, sort=True)["held_on"]
    loads = pd.DataFrame([(*key, _most_in_a_row(days), len(days)) for key, days in dated], columns=[*groups, "numerator", "base"])
    if "audience" in by:
        return loads
    heaviest = loads.sort_values("numerator", ascending=False, kind="stable")
    return (heaviest.groupby(list(by), dropna=False, sort=True).head(1).sort_values(list(by)) if by else heaviest.head(1)).drop(columns="audience")


def _per_person(activities: pd.DataFrame, by: list[str], spent: pd.Series) -> pd.DataFrame:
    people = activities["participants_low"]
    both = spent.notna() & people.notna()
    return add_up(activities, by, numerator=spent.where(both), denominator=people.where(both), base=both)


def _most_in_a_row(days: pd.Series) -> int:
    when = np.sort(days.to_numpy().astype("datetime64[D]"))
    return int((np.searchsorted(when, when + np.timedelta64(LOAD_DAYS, "D"), side="left") - np.arange(len(when))).max())
