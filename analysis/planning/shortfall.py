"""Which areas and audiences fewer people were heard from than a fair share, and by how many people."""

from dataclasses import dataclass

import pandas as pd

# Organisations are asked too, but no community is heard less because a partner was not.
_ORGANISATIONS = ("partners", "organisations")


@dataclass(frozen=True)
class MeantFor:
    """Where and for whom activities were held, the lists of both, and how many people live in each area: a frame each."""

    activity_areas: pd.DataFrame
    activity_audiences: pd.DataFrame
    areas: pd.DataFrame
    audiences: pd.DataFrame
    population: pd.DataFrame


def area_shortfall(activities: pd.DataFrame, activity_areas: pd.DataFrame, areas: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """How many people each area is short of its share: the share of all people engaged in single areas that its residents are of all residents.

    One row an area: `group`, `people` engaged at so many `activities`, `fair` share of them, `short` (nought where the fair share was reached).
    Activity for the whole force area, and activity without a number of people, is in none of it. Areas without population figures are left out.
    """
    single = areas[~areas["whole"].astype(bool)]
    living = population[population["characteristic"] == "all"].drop_duplicates("area_code").merge(single[["area", "area_code"]], on="area_code")
    residents = living.groupby("area")["people"].sum()
    people = _people(activities, activity_areas, "area").reindex(residents.index, fill_value=0.0)
    fair = residents / residents.sum() * people["sum"].sum() if len(residents) else residents
    return (
        _short(people, fair).set_index("group").reindex(single.loc[single["area"].isin(residents.index), "area"]).rename_axis("group").reset_index()
    )


def audience_shortfall(activities: pd.DataFrame, activity_audiences: pd.DataFrame, audiences: pd.DataFrame) -> pd.DataFrame:
    """How many people each audience is short of the middle audience of the strategy's list.

    No census counts victims or witnesses, so the measure is the office's own: as many people as the audience in the middle of the list, organisations
    left aside. Columns as for areas. An activity for several audiences counts under each.
    """
    organisation = audiences["audience"].str.casefold().str.contains("|".join(_ORGANISATIONS))
    listed = audiences.loc[~organisation, "audience"]
    people = _people(activities, activity_audiences, "audience").reindex(listed, fill_value=0.0)
    return _short(people, pd.Series(people["sum"].median() if len(people) else 0.0, index=people.index))


def short_activities(activities: pd.DataFrame, meant_for: MeantFor) -> pd.Series:
    """Whether each activity was held in an area, or for an audience, that these same activities leave short of its share.

    `activities` may name an activity in several rows. The answer has one entry a row.
    """
    once = activities.drop_duplicates("activity_id")
    held_in, held_for = meant_for.activity_areas, meant_for.activity_audiences
    by_area = area_shortfall(once, held_in, meant_for.areas, meant_for.population)
    by_audience = audience_shortfall(once, held_for, meant_for.audiences)
    in_area = held_in["area"].isin(by_area.loc[by_area["short"] > 0, "group"])
    for_audience = held_for["audience"].isin(by_audience.loc[by_audience["short"] > 0, "group"])
    reached = {*held_in.loc[in_area, "activity_id"], *held_for.loc[for_audience, "activity_id"]}
    return activities["activity_id"].isin(reached)


def _people(activities: pd.DataFrame, named: pd.DataFrame, column: str) -> pd.DataFrame:
    """The people of each term and how many activities say so, as columns `sum` and `count`."""
    return activities[["activity_id", "participants_low"]].merge(named, on="activity_id").groupby(column)["participants_low"].agg(["sum", "count"])


def _short(people: pd.DataFrame, fair: pd.Series) -> pd.DataFrame:
    columns = {"people": people["sum"], "fair": fair, "activities": people["count"]}
    frame = pd.DataFrame({"group": people.index.astype("str"), **{name: values.to_numpy("float64") for name, values in columns.items()}})
    return frame.assign(short=(frame["fair"] - frame["people"]).clip(lower=0).round(6))
