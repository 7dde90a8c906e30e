"""Who answered, beside who lives there: characteristics asked and covered, and how far respondents differ from the population."""

import pandas as pd

from analysis.benchmarking import comparable
from analysis.measure import measure
from analysis.representation import distance
from data.vocabulary import CHARACTERISTICS

# Fewer people than this in a category are not shown anywhere, so they cannot be said to have been covered.
_COVERED = 10


@measure(title="Characteristics asked", unit="characteristics", source="Equality Act 2010, section 4; Cleveland strategy 2021 to 2024, page 7")
def characteristics_asked(questions: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many of the nine protected characteristics respondents were asked about by any survey of the period.

    The denominator is nine.
    """
    asked = questions.loc[questions["characteristic"].isin(list(CHARACTERISTICS)), "characteristic"]
    return pd.DataFrame({"numerator": [asked.nunique()], "denominator": [len(CHARACTERISTICS)], "base": [questions["survey_id"].nunique()]})


@measure(title="Characteristics covered", unit="characteristics", source="Equality Act 2010, section 4; Gwent engagement options 2016/17, section 2")
def characteristics_covered(respondent_tallies: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many of the nine protected characteristics were answered by enough people, in at least two groups, to say who was heard.

    Enough is ten people in a group of one survey. The denominator is nine.
    """
    stated = respondent_tallies[(respondent_tallies["state"] == "answered") & (respondent_tallies["people"] >= _COVERED)]
    groups = stated[stated["split"].isin(list(CHARACTERISTICS))].groupby(["split", "survey_id"])["category"].nunique()
    covered = groups[groups >= 2].reset_index()["split"].nunique()
    surveys = respondent_tallies["survey_id"].nunique()
    return pd.DataFrame({"numerator": [covered], "denominator": [len(CHARACTERISTICS)], "base": [surveys]})


@measure(
    title="Skew between areas",
    unit="per cent",
    source="Index of dissimilarity (Duncan and Duncan 1955); Nottinghamshire report, paragraph 7.1",
    kind="worked out",
    counts="respondents",
    good="down",
)
def area_skew(respondent_tallies: pd.DataFrame, surveys: pd.DataFrame, population: pd.DataFrame, areas: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of respondents who would have to live elsewhere for the areas to be heard in proportion to their population.

    Of the latest survey in the period that asked where people live. Respondents who did not say are left out. A perfectly random sample would show a little
    skew too, the more the smaller it is: the coverage page shows how much.
    """
    latest = _latest(respondent_tallies, surveys, "area")
    beside = comparable(latest, population, areas, "area")
    found = distance(beside["people"], beside["population"]) if len(beside) else None
    if found is None:
        return pd.DataFrame({"value": [], "base": []})
    return pd.DataFrame({"value": [found.dissimilarity], "base": [beside["people"].sum()]})


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
    latest = _latest(respondent_tallies, surveys, characteristic)
    beside = comparable(latest, population, areas, characteristic)
    if category not in beside.index or not beside["people"].sum():
        return pd.DataFrame({"value": [], "base": []})
    share = beside["people"] / beside["people"].sum()
    expected = beside["population"] / beside["population"].sum()
    row = {"numerator": beside.loc[category, "people"], "value": share[category] / expected[category], "base": beside["people"].sum()}
    return pd.DataFrame([row])


def _latest(respondent_tallies: pd.DataFrame, surveys: pd.DataFrame, split: str) -> pd.Series:
    """People by category in the latest survey that asked, those who answered only."""
    asked = respondent_tallies[(respondent_tallies["split"] == split) & (respondent_tallies["state"] == "answered")]
    waves = surveys[surveys["survey_id"].isin(asked["survey_id"])].sort_values("closed_on", na_position="first", kind="stable")
    latest = asked[asked["survey_id"].isin(waves["survey_id"].tail(1))]
    return latest.groupby("category", observed=True)["people"].sum()
