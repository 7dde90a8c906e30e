"""Which areas and audiences were heard less than their share, and by how many people."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from analysis.measure import measure
from analysis.planning.shortfall import area_shortfall, audience_shortfall
from analysis.totals import add_up


@measure(
    title="People lacking, by area",
    unit="people",
    source="Gwent engagement options 2016/17, section 2: gaps in where people are heard; Census 2021",
    good="down",
)
def area_people_short(
    activities: pd.DataFrame, activity_areas: pd.DataFrame, areas: pd.DataFrame, population: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """How many more people the areas heard least would need for their share of people engaged to be their share of residents.

    Of people at activities held in single areas, against the census. Areas at or above their share count as nought and do not make up for the others.
    The denominator is the fair share, the base the activities in single areas with a number of people.
    """
    return _each(activities, by, "area", lambda own: area_shortfall(own, activity_areas, areas, population))


@measure(
    title="People lacking, by audience",
    unit="people",
    source="Cleveland strategy 2021 to 2024, page 7: lack of engagement with young people and those with protected characteristics",
    good="down",
)
def audience_people_short(activities: pd.DataFrame, activity_audiences: pd.DataFrame, audiences: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many more people the audiences heard least would need to have as many as the audience in the middle of the strategy's list.

    No census counts victims or witnesses, so the office's own middle audience is the yardstick; organisations are left aside. The denominator is the
    number of the middle audience, the base the activities with a number of people, once for each audience.
    """
    return _each(activities, by, "audience", lambda own: audience_shortfall(own, activity_audiences, audiences))


def _each(activities: pd.DataFrame, by: list[str], dimension: str, shortfall: Callable[[pd.DataFrame], pd.DataFrame]) -> pd.DataFrame:
    """The shortfall within each group of the other dimensions, group by group of its own or added up."""
    others = [name for name in by if name != dimension]
    once = activities.drop_duplicates(["activity_id", *others])
    parts = []
    for key, own in once.groupby(others, dropna=False, observed=True, sort=True) if others else [((), once)]:
        if own["participants_low"].notna().any():
            found = shortfall(own).rename(columns={"group": dimension, "short": "numerator", "fair": "denominator", "activities": "base"})
            named: dict[str, Any] = dict(zip(others, key, strict=True))
            parts.append(found.assign(**named))
    numbers = ["numerator", "denominator", "base"]
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=[*others, dimension, *numbers])
    if dimension in by or rows.empty:
        return rows[[*by, *numbers]]
    return add_up(rows, others, **{column: rows[column] for column in numbers})
