"""How many took part: people, activities, responses."""

import pandas as pd

from analysis.measure import measure
from analysis.totals import add_up


@measure(title="People engaged", unit="people", source="Cleveland strategy 2021 to 2024, objective 1")
def people_engaged(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of people who took part in consultation and engagement activity, as recorded.

    Someone who took part twice is counted twice: the office counts heads, not names. The figure is the fewest people the records support: an
    estimate counts as written, "at least 20" as 20, "30 to 40" as 30. The upper figure takes the most of each record, and "at least 20" as 20.
    Activities with no recorded number add nothing; the base is the activities that have one, the denominator all activities. Where no activity has
    one the figure is not recorded, which is not nought.
    """
    low, high = activities["participants_low"], activities["participants_high"]
    recorded = low.notna() | high.notna()
    found = add_up(
        activities,
        by,
        numerator=low,
        lower=low,
        upper=high.where(high.notna(), low),
        base=recorded,
        denominator=pd.Series(1, index=activities.index),
    )
    known = (found["base"] > 0) | (found["denominator"] == 0)
    return found.assign(**{column: found[column].where(known) for column in ("numerator", "lower", "upper")})


@measure(title="Activities held", unit="activities", source="Cleveland strategy 2021 to 2024, page 14: a record of all activity")
def activities_held(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of consultation and engagement activities held.

    An activity that ran for several days is one activity, in the period it began. It counts once under each area, methodology or audience it
    names, so parts may add to more than the whole.
    """
    one = pd.Series(1, index=activities.index)
    return add_up(activities, by, numerator=one, base=one)


@measure(title="Attendance recorded", unit="per cent", source="Sounding Board, to show how far the count of people can be trusted", kind="share")
def attendance_recorded(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of activities for which a number of people is recorded.

    Counted, estimated and "at least" numbers are all recorded; blanks, capacities and notes such as "to be confirmed" are not.
    """
    recorded = activities["participants_low"].notna() | activities["participants_high"].notna()
    one = pd.Series(1, index=activities.index)
    return add_up(activities, by, numerator=recorded, denominator=one, base=one)


@measure(
    title="Responses received", unit="responses", source="Cleveland strategy 2021 to 2024, page 14: the results of consultation", counts="respondents"
)
def responses_received(respondent_tallies: pd.DataFrame, surveys: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of responses to the office's surveys.

    A person who answers two surveys gives two responses. Responses are never added to people at activities.
    """
    own = respondent_tallies["survey_id"].isin(surveys["survey_id"])
    everyone = respondent_tallies[own & (respondent_tallies["split"] == "all") & (respondent_tallies["state"] == "answered")]
    return add_up(everyone, by, numerator=everyone["people"], base=everyone["people"])
