"""Who answered, beside who lives there: characteristics asked and covered, and how far respondents differ from the population."""

from collections.abc import Callable

import pandas as pd

from analysis.heard.benchmarking import comparable, youngest_asked
from analysis.measure import measure
from analysis.statistics.representation import distance
from analysis.totals import add_up, distinct
from data.vocabulary import CHARACTERISTICS

# Fewer people than this in a category are not shown anywhere, so they cannot be said to have been covered.
_COVERED = 10


@measure(title="Characteristics asked", unit="characteristics", source="Equality Act 2010, section 4; Cleveland strategy 2021 to 2024, page 7")
def characteristics_asked(questions: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many of the nine protected characteristics respondents were asked about by any survey of the period.

    The denominator is nine, the base the surveys. Nothing is said of a period without a survey.
    """
    asked = questions["characteristic"].where(questions["characteristic"].isin(list(CHARACTERISTICS)))
    return _of_nine(questions.assign(counted=asked), by)


@measure(title="Characteristics covered", unit="characteristics", source="Equality Act 2010, section 4; Gwent engagement options 2016/17, section 2")
def characteristics_covered(respondent_tallies: pd.DataFrame, questions: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many of the nine protected characteristics were answered by enough people, in at least two groups, to say who was heard.

    Enough is ten people in a group of one survey. The denominator is nine, the base the surveys. Nothing is said where surveys asked and what their
    respondents said is not known, as when one area alone is looked at.
    """
    known = respondent_tallies["split"].isin(list(CHARACTERISTICS))
    if not known.any() and questions["characteristic"].isin(list(CHARACTERISTICS)).any():
        return _of_nine(respondent_tallies.head(0).assign(counted=None), by)
    enough = respondent_tallies[known & (respondent_tallies["state"] == "answered") & (respondent_tallies["people"] >= _COVERED)]
    groups = enough.groupby(["survey_id", "split"])["category"].transform("nunique")
    return _of_nine(respondent_tallies.assign(counted=enough["split"].where(groups >= 2)), by)


@measure(
    title="Said who they are",
    unit="per cent",
    source="Equality Act 2010, section 149; Government Statistical Service harmonised standards",
    kind="share",
    counts="respondents",
)
def characteristic_stated(respondent_tallies: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of respondents who said which group they belong to, of those a survey asked.

    Prefer not to say, don't know and no answer are in the base. Someone asked about several characteristics counts once for each; a survey that did
    not ask is left out.
    """
    asked = respondent_tallies[respondent_tallies["split"].isin(list(CHARACTERISTICS))]
    people = asked["people"]
    return add_up(asked, by, numerator=people.where(asked["state"] == "answered", 0.0), denominator=people, base=people)


@measure(
    title="Skew between areas",
    unit="per cent",
    source="Index of dissimilarity (Duncan and Duncan 1955); Nottinghamshire report, paragraph 7.1",
    kind="worked out",
    counts="respondents",
    good="down",
)
def area_skew(
    respondent_tallies: pd.DataFrame, surveys: pd.DataFrame, population: pd.DataFrame, areas: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """The share of respondents who would have to live elsewhere for the areas to be heard in proportion to their population.

    Of the latest survey in the period that asked where people live, against residents of the ages it asked. Respondents who did not say are left out.
    A perfectly random sample would show a little skew too, the more the smaller it is: the coverage page shows how much.
    """

    def skew(own: pd.DataFrame) -> dict[str, float] | None:
        latest, youngest = _latest(own, surveys, "area")
        beside = comparable(latest, population, areas, "area", youngest)
        found = distance(beside["people"], beside["population"]) if len(beside) else None
        return {"value": found.dissimilarity, "base": found.people} if found else None

    return _each(respondent_tallies, by, skew)


@measure(
    title="A group among respondents",
    unit="times its share of the population",
    source="Representation ratio; Nottinghamshire report, paragraph 7.2",
    kind="worked out",
    counts="respondents",
)
def group_representation(
    respondent_tallies: pd.DataFrame,
    surveys: pd.DataFrame,
    population: pd.DataFrame,
    areas: pd.DataFrame,
    *,
    by: list[str],
    characteristic: str = "age",
    category: str = "18 to 24",
) -> pd.DataFrame:
    """A group's share of respondents divided by its share of the population: 1 is in proportion, 0.5 half as many as there should be.

    Of the latest survey in the period that asked. People who did not say are left out of the respondents' share.
    """

    def ratio(own: pd.DataFrame) -> dict[str, float] | None:
        latest, youngest = _latest(own, surveys, characteristic)
        beside = comparable(latest, population, areas, characteristic, youngest)
        if category not in beside.index or not beside["people"].sum():
            return None
        shares = beside / beside.sum()
        value = shares.loc[category, "people"] / shares.loc[category, "population"]
        return {"numerator": beside.loc[category, "people"], "value": value, "base": beside["people"].sum()}

    return _each(respondent_tallies, by, ratio)


def _of_nine(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """How many different characteristics are counted in each group, of the nine, resting on so many surveys; no rows without a survey."""
    if frame.empty:
        return pd.DataFrame(columns=[*by, "numerator", "denominator", "base"])
    surveys = distinct(frame, by, "survey_id", of="survey_id")["numerator"]
    return distinct(frame, by, "counted", of="survey_id").assign(denominator=len(CHARACTERISTICS), base=surveys)


def _each(respondent_tallies: pd.DataFrame, by: list[str], work: Callable[[pd.DataFrame], dict[str, float] | None]) -> pd.DataFrame:
    """What is worked out of the tallies of each group, leaving out groups of which nothing can be said."""
    groups = respondent_tallies.groupby(by, dropna=False, observed=True, sort=True) if by else [((), respondent_tallies)]
    rows = [dict(zip(by, key, strict=True)) | row for key, own in groups if (row := work(own))]
    return pd.DataFrame(rows, columns=[*by, "numerator", "value", "base"])


def _latest(respondent_tallies: pd.DataFrame, surveys: pd.DataFrame, split: str) -> tuple[pd.Series, int | None]:
    """People by category in the latest survey that asked, those who answered only; and the first age that survey was for."""
    asked = respondent_tallies[(respondent_tallies["split"] == split) & (respondent_tallies["state"] == "answered")]
    waves = surveys[surveys["survey_id"].isin(asked["survey_id"])].sort_values("closed_on", na_position="first", kind="stable")
    last = waves["survey_id"].tail(1)
    latest = asked[asked["survey_id"].isin(last)]
    youngest = youngest_asked(respondent_tallies[respondent_tallies["survey_id"].isin(last)])
    return latest.groupby("category", observed=True)["people"].sum(), youngest
