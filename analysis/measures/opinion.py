"""What people think, wave by wave: confidence, feeling informed, influence, and those who do not know."""

import numpy as np
import pandas as pd

from analysis.intervals import wilson
from analysis.measure import measure

_STRONGEST = {"probability": 0, "quota": 1, "open": 2}


@measure(title="Confidence in the police", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 4.3", kind="share", counts="respondents")
def public_confidence(
    questions: pd.DataFrame, tallies: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """The share of respondents who have confidence in the police, of those who gave an answer.

    The favourable answers are those the strategy names, usually the top two of five. Don't know and prefer not to say are not in the base. It is the
    latest wave in the period; waves are never pooled, nor surveys of different standing. A random sample or quota survey has a 95% interval (Wilson);
    an open survey has none, for its respondents chose themselves.
    """
    return _favourable("confidence", questions, tallies, options, surveys, tracked, by)


@measure(title="Feel informed", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 4.3", kind="share", counts="respondents")
def feel_informed(
    questions: pd.DataFrame, tallies: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """The share of respondents who feel informed about what is done on crime and anti-social behaviour where they live.

    Worked out as confidence in the police is.
    """
    return _favourable("informed", questions, tallies, options, surveys, tracked, by)


@measure(title="Feel able to influence decisions", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 4.3", kind="share", counts="respondents")
def feel_influence(
    questions: pd.DataFrame, tallies: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, *, by: list[str]
) -> pd.DataFrame:
    """The share of respondents who feel that they can influence local decisions.

    Worked out as confidence in the police is.
    """
    return _favourable("influence", questions, tallies, options, surveys, tracked, by)


@measure(title="Unsure", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 7.2", kind="share", counts="respondents", good="down")
def unsure_share(
    questions: pd.DataFrame, tallies: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, *, by: list[str], tracked: str = "precept"
) -> pd.DataFrame:
    """The share of respondents who said they did not know, of those who gave an answer or said so.

    It is the latest wave in the period.
    """
    chosen, wave = _waves(tracked, questions, surveys, by)
    counted = tallies[tallies["option"].notna()].merge(options, on=["question_id", "option"]).merge(chosen, on="question_id")
    told = counted[counted["state"].isin(["answered", "don't know"])]
    unsure = told["people"].where(told["state"] == "don't know", 0.0)
    return _shares(told.assign(favourable=unsure, answered=told["people"]), by, wave)


def _favourable(
    of: str, questions: pd.DataFrame, tallies: pd.DataFrame, options: pd.DataFrame, surveys: pd.DataFrame, tracked: pd.DataFrame, by: list[str]
) -> pd.DataFrame:
    chosen, wave = _waves(of, questions, surveys, by)
    words = set(tracked.loc[tracked["tracks"] == of, "favourable"].str.casefold())
    good = options[options["label"].str.casefold().isin(words) & (options["state"] == "answered")][["question_id", "option"]].assign(good=True)
    counted = tallies.merge(chosen, on="question_id").merge(good, on=["question_id", "option"], how="left")
    answered = counted["people"].where(counted["option"].isna(), 0.0)
    favourable = counted["people"].where(counted["good"].eq(True), 0.0)
    return _shares(counted.assign(favourable=favourable, answered=answered), by, wave)


def _waves(of: str, questions: pd.DataFrame, surveys: pd.DataFrame, by: list[str]) -> tuple[pd.DataFrame, bool]:
    """The questions that track something, in the strongest series there is: all its waves where they are asked for, else the latest."""
    asked = questions[questions["tracks"] == of].merge(surveys[["survey_id", "series", "wave", "closed_on", "evidence"]], on="survey_id")
    by_wave = "wave" in by
    if asked.empty:
        return asked[["question_id", "wave", "closed_on", "evidence"]], by_wave
    ranked = asked.assign(standing=asked["evidence"].map(_STRONGEST)).sort_values(["standing", "closed_on"], ascending=[True, False], kind="stable")
    series = asked[asked["series"] == ranked["series"].iloc[0]].sort_values("closed_on").drop_duplicates(["wave"])
    return (series if by_wave else series.tail(1))[["question_id", "wave", "closed_on", "evidence"]], by_wave


def _shares(counted: pd.DataFrame, by: list[str], by_wave: bool) -> pd.DataFrame:
    """Favourable out of answered by wave and dimension, with an interval where the evidence allows one."""
    renamed = counted.rename(columns={"wave_y": "wave"}) if "wave_y" in counted else counted
    groups = ["closed_on", "evidence", *(["wave"] if by_wave else []), *(d for d in by if d != "wave")]
    sums = renamed.groupby(groups, dropna=False, observed=True, sort=True)[["favourable", "answered"]].sum().reset_index()
    limits = [_limits(row.favourable, row.answered, row.evidence) for row in sums.itertuples()]
    return sums.rename(columns={"favourable": "numerator", "answered": "denominator"}).assign(
        base=lambda frame: frame["denominator"], lower=[low for low, _ in limits], upper=[high for _, high in limits]
    )


def _limits(favourable: float, answered: float, evidence: str) -> tuple[float, float]:
    interval = wilson(favourable / answered, answered) if evidence in ("probability", "quota") and answered else None
    return interval if interval else (np.nan, np.nan)
