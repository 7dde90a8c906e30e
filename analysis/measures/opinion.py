"""What people think, wave by wave: confidence, feeling informed, influence, and those who do not know."""

from typing import Any

import numpy as np
import pandas as pd

from analysis.measure import measure
from analysis.statistics.intervals import wilson
from analysis.statistics.linearised import weighted_interval
from analysis.totals import add_up

# What stands beside the people where weights are used: how many have one, its sum, and that of its squares.
WEIGHTS = ("weighed", "weight", "squares")
_SHARE = ["numerator", "denominator", "value", "lower", "upper", "base", "weighted"]
_STRONGEST = {"probability": 0, "quota": 1, "open": 2}


@measure(
    title="Confidence in the police", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 4.3", kind="share", counts="respondents"
)
def public_confidence(
    tallies: pd.DataFrame, questions: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """The share of respondents who have confidence in the police, of those who gave an answer.

    The favourable answers are those the strategy names, usually the top two of five. Don't know and prefer not to say are not in the base. It is the
    latest wave in the period; waves are never pooled, nor surveys of different standing. Where the officer said so, each person counts by the weight
    in the survey's file. A random sample or quota survey has a 95% interval (Wilson); an open survey has none, for its respondents chose themselves.
    """
    return _favourable("confidence", tallies, questions, options, surveys, tracked, by)


@measure(title="Feel informed", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 4.3", kind="share", counts="respondents")
def feel_informed(
    tallies: pd.DataFrame, questions: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """The share of respondents who feel informed about what is done on crime and anti-social behaviour where they live.

    Worked out as confidence in the police is.
    """
    return _favourable("informed", tallies, questions, options, surveys, tracked, by)


@measure(
    title="Feel able to influence decisions",
    unit="per cent",
    source="Nottinghamshire report 2016/17, paragraph 4.3",
    kind="share",
    counts="respondents",
)
def feel_influence(
    tallies: pd.DataFrame, questions: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """The share of respondents who feel that they can influence local decisions.

    Worked out as confidence in the police is.
    """
    return _favourable("influence", tallies, questions, options, surveys, tracked, by)


@measure(title="Unsure", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 7.2", kind="share", counts="respondents", good="down")
def unsure_share(
    tallies: pd.DataFrame, questions: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, *, by: list[str], tracked: str = "precept"
) -> pd.DataFrame:
    """The share of respondents who said they did not know, of those who gave an answer or said so.

    It is the latest wave in the period.
    """
    counted = _asked(tracked, tallies, questions, surveys, by).merge(options, on=["question_id", "option"])
    told = counted[counted["state"].isin(["answered", "don't know"])]
    return _shares(told, by, told["state"] == "don't know", told["people"].notna())


def _favourable(
    of: str, tallies: pd.DataFrame, questions: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, by: list[str]
) -> pd.DataFrame:
    words = set(tracked.loc[tracked["tracks"] == of, "favourable"].str.casefold())
    good = options.loc[options["label"].str.casefold().isin(words) & (options["state"] == "answered"), ["question_id", "option"]].assign(good=True)
    counted = _asked(of, tallies, questions, surveys, by).merge(good, on=["question_id", "option"], how="left")
    return _shares(counted, by, counted["good"].eq(True), counted["option"].isna())


def _asked(of: str, tallies: pd.DataFrame, questions: pd.DataFrame, surveys: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The tallies of everybody, or of each category of the split they are narrowed to, for the waves that are wanted."""
    everybody = tallies[tallies["split"] == "all"]
    wanted = _waves(of, questions, surveys, by)
    return everybody[[column for column in everybody if column == "question_id" or column not in wanted]].merge(wanted, on="question_id")


def _waves(of: str, questions: pd.DataFrame, surveys: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The questions that track something, in the strongest series there is: every wave where waves are asked for, else the latest of each stretch."""
    asked = questions.loc[questions["tracks"] == of, ["question_id", "survey_id", "position"]].merge(surveys, on="survey_id")
    ranked = asked.assign(standing=asked["evidence"].map(_STRONGEST)).sort_values(["standing", "closed_on"], ascending=[True, False], kind="stable")
    series = asked[asked["series"].isin(ranked["series"].head(1))].sort_values(["closed_on", "position"], na_position="first", kind="stable")
    waves = series.drop_duplicates("survey_id")
    if "wave" not in by:
        stretches = [dimension for dimension in by if dimension in surveys.columns]
        waves = waves.groupby(stretches, dropna=False).tail(1) if stretches else waves.tail(1)
    return waves[["question_id", *(column for column in surveys.columns if column != "survey_id")]]


def _shares(counted: pd.DataFrame, by: list[str], favourable: pd.Series, answered: pd.Series) -> pd.DataFrame:
    """Favourable out of answered by wave and dimension, with an interval where the evidence allows one; weighted where weights are used."""
    groups = list(dict.fromkeys(["closed_on", "evidence", *by]))
    sums = [column for column in ("people", *WEIGHTS) if column in counted]
    parts = {f"{name}_{column}": counted[column].where(rows, 0.0) for name, rows in (("good", favourable), ("all", answered)) for column in sums}
    found = add_up(counted, groups, **parts)
    return pd.concat([found[groups], pd.DataFrame([_share(row) for row in found.to_dict("records")], columns=_SHARE, index=found.index)], axis=1)


def _share(row: dict[str, Any]) -> tuple[float, float, float, float, float, float, bool]:
    good, everybody = ([row.get(f"{name}_{column}", 0.0) for column in WEIGHTS] for name in ("good", "all"))
    inferred = row["evidence"] in ("probability", "quota")
    if not everybody[1] > 0:
        yes, base = row["good_people"], row["all_people"]
        low, high = (wilson(yes / base, base) if inferred and base else None) or (np.nan, np.nan)
        return yes, base, np.nan, low, high, base, False
    low, high = (weighted_interval(good, everybody) if inferred else None) or (np.nan, np.nan)
    return good[0], everybody[0], good[1] / everybody[1], low, high, everybody[0], True
