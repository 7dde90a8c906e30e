"""What it takes to hear people where, and for whom, too few are heard."""

import pandas as pd

from analysis.measure import measure
from analysis.planning.shortfall import MeantFor, short_activities
from analysis.totals import add_up

_VALUE = "Nottinghamshire report 2016/17, paragraphs 4.2 and 7.3: value for money, and views of people who are under-represented"


@measure(title="Cost per under-heard person", unit="pounds", source=_VALUE, kind="ratio", good="down")
def cost_per_underheard_person(activities: pd.DataFrame, meant_for: MeantFor, *, by: list[str]) -> pd.DataFrame:
    """What the activities cost for each person who took part where, or for whom, too few are heard.

    The cost of all activities over the people at those held where, or for whom, the period leaves a shortfall. Both are
    totals over the activities with cost and people recorded, which are the base. Who came is not known, only where and for whom an activity was held.
    """
    return _per_person(activities, by, activities["cost_pence"] / 100, meant_for)


@measure(title="Staff hours per under-heard person", unit="hours", source=_VALUE, kind="ratio", good="down")
def hours_per_underheard_person(activities: pd.DataFrame, meant_for: MeantFor, *, by: list[str]) -> pd.DataFrame:
    """The hours of the office's staff for each person who took part where, or for whom, too few are heard.

    The hours of all activities over the people at those held where, or for whom, the period leaves a shortfall. Both are
    totals over the activities with hours and people recorded, which are the base.
    """
    return _per_person(activities, by, activities["staff_hours"], meant_for)


@measure(title="Under-heard people for each staff hour", unit="people", source=_VALUE, kind="ratio")
def underheard_people_per_hour(activities: pd.DataFrame, meant_for: MeantFor, *, by: list[str]) -> pd.DataFrame:
    """The people who took part where, or for whom, too few are heard, for each hour of the office's staff.

    The same totals as staff hours per under-heard person, the other way up, so that methodologies that reached none of them come out at nought.
    """
    found = _per_person(activities, by, activities["staff_hours"], meant_for)
    return found.rename(columns={"numerator": "denominator", "denominator": "numerator"})


def _per_person(activities: pd.DataFrame, by: list[str], spent: pd.Series, meant_for: MeantFor) -> pd.DataFrame:
    people, counted = activities["participants_low"], short_activities(activities, meant_for)
    both = spent.notna() & people.notna()
    return add_up(activities, by, numerator=spent.where(both), denominator=people.where(both & counted), base=both)
