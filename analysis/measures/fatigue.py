"""Signs of consultation fatigue, one by one: there is no index of it, for an index would hide which remedy is needed."""

import pandas as pd

from analysis.measure import measure
from analysis.planning.load import activity_days as days_by_month
from analysis.planning.load import load
from analysis.totals import add_up

_SOURCE = "Gwent engagement options 2016/17, sections 5 and 9: consultation fatigue"


@measure(title="Days of activity", unit="days", source=_SOURCE, good="")
def activity_days(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many days of consultation and engagement people were asked for: each activity counts once for every day it was open.

    The first and the last day both count; an activity without a last day lasted one. By month, its days are shared between the months they fall in.
    The base is the activities with a day, in the
    month they began.
    """
    open_ = _open(activities)
    if by == ["month"]:
        spread = days_by_month(open_.assign(group="all"))
        month = spread["month"].dt.strftime("%Y-%m")
        begun = month.map(open_["opened"].dt.strftime("%Y-%m").value_counts()).fillna(0)
        return pd.DataFrame({"month": month, "numerator": spread["activity_days"], "base": begun})
    days = (open_["closed"] - open_["opened"]).dt.days + 1
    return add_up(open_, by, numerator=days, base=pd.Series(1, index=open_.index))


@measure(title="Most open at once", unit="activities", source=_SOURCE, good="down")
def most_open_at_once(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The most activities that were open on one and the same day.

    The first and the last day of an activity both count; an activity without a last day lasted one. The base is the activities with a day.
    """
    open_ = _open(activities)
    rows = []
    for key, own in open_.groupby(by, dropna=False, observed=True, sort=True) if by else [((), open_)]:
        found = load(own["opened"], own["closed"])
        rows.append({**dict(zip(by, key, strict=True)), "numerator": found.most_at_once, "base": found.activities})
    return pd.DataFrame(rows, columns=[*by, "numerator", "base"])


@measure(title="Came, of those invited", unit="per cent", source=_SOURCE, kind="ratio")
def came_of_invited(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many people came for each person invited, over the activities that people were invited to.

    Total people over total invited, where both are recorded; the base is those activities. It can be above 100% where guests came too.
    """
    both = activities["invited"].notna() & activities["participants_low"].notna() & (activities["invited"] > 0)
    return add_up(activities, by, numerator=activities["participants_low"].where(both), denominator=activities["invited"].where(both), base=both)


@measure(title="Stopped half-way", unit="per cent", source=_SOURCE, kind="share", counts="respondents", good="down")
def break_off(survey_quality: pd.DataFrame, surveys: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of people who began a survey and did not finish it.

    Of those of whom the survey tool says whether they finished. People who looked and never answered are in no file.
    """
    own = _of(survey_quality, surveys)
    return add_up(own, by, numerator=own["stopped"].where(own["known_to_end"] > 0), denominator=own["known_to_end"], base=own["known_to_end"])


@measure(title="Questions passed over", unit="per cent", source=_SOURCE, kind="worked out", counts="respondents", good="down")
def item_nonresponse(survey_quality: pd.DataFrame, surveys: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of questions left without an answer by people who finished the survey.

    Over questions with one answer, those about the respondents themselves left out. Every question counts as asked of everyone, so a question shown
    to some only looks passed over by the others. The base is the people.
    """
    own = _of(survey_quality, surveys)
    return _share(add_up(own, by, part=own["passed_over"], whole=own["put"], base=own["finished"]), by)


@measure(title="Said they did not know", unit="per cent", source=_SOURCE, kind="worked out", counts="respondents", good="")
def dont_know_rate(survey_quality: pd.DataFrame, surveys: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of answers that were "don't know", by people who finished the survey.

    Over questions with one answer, those about the respondents themselves left out. The base is the people.
    """
    own = _of(survey_quality, surveys)
    return _share(add_up(own, by, part=own["dont_know"], whole=own["given"], base=own["finished"]), by)


@measure(title="One answer throughout", unit="per cent", source=_SOURCE, kind="share", counts="respondents", good="down")
def straight_lining(survey_quality: pd.DataFrame, surveys: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of people who gave the same answer to every statement of a grid.

    Of people who finished the survey and answered all statements of a grid of four or more on one scale. Someone who answered two such grids counts
    only where both were answered so. It can be a true opinion; a rise from wave to wave is the sign to look for.
    """
    own = _of(survey_quality, surveys)
    return add_up(own, by, numerator=own["straight"].where(own["in_grids"] > 0), denominator=own["in_grids"], base=own["in_grids"])


def _open(activities: pd.DataFrame) -> pd.DataFrame:
    dated = activities[activities["held_on"].notna()]
    ended = dated["ended_on"].where(dated["ended_on"] >= dated["held_on"], dated["held_on"])
    return dated.assign(opened=dated["held_on"], closed=ended)


def _of(survey_quality: pd.DataFrame, surveys: pd.DataFrame) -> pd.DataFrame:
    return survey_quality[survey_quality["survey_id"].isin(surveys["survey_id"])]


def _share(found: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return found[by].assign(value=found["part"] / found["whole"].where(found["whole"] > 0), base=found["base"].where(found["whole"] > 0))
