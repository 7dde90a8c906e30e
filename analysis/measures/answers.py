"""What respondents answered, question by question."""

import pandas as pd

from analysis.measure import measure
from analysis.totals import add_up

_SOURCE = "Cleveland strategy 2021 to 2024, page 14: the results of consultation"


@measure(title="Answers", unit="per cent", source=_SOURCE, kind="share", counts="respondents", good="")
def answers(tallies: pd.DataFrame, options: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of respondents who gave an answer to a question, of those who gave any answer to it.

    Where people could choose more than one answer the base is people, not ticks, so the shares add to more than 100%. Don't know, prefer not to say
    and no answer are not in the base; how many there were is said under the figure. Without a question and an option there is a base and no share.
    """
    own = tallies[tallies["split"] == "all"]
    apart = [dimension for dimension in by if dimension != "option"]
    anybody = own[own["option"].isna()]
    base = add_up(anybody, apart, base=anybody["people"])
    if "option" not in by:
        return base.assign(denominator=base["base"])
    offered = options.loc[options["state"] == "answered", ["question_id", "option"]]
    given = own.merge(offered, on=["question_id", "option"])
    shares = add_up(given, by, numerator=given["people"])
    beside = shares.merge(base, on=apart, how="left") if apart else shares.assign(base=base["base"].iloc[0])
    return beside.assign(denominator=beside["base"])


@measure(
    title="Answers, weighted",
    unit="per cent",
    source="Nottinghamshire report 2016/17, paragraph 7.1",
    kind="worked out",
    counts="respondents",
    good="",
)
def weighted_answers(tallies: pd.DataFrame, options: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of respondents who gave an answer, each respondent counting for as many residents as they stand for.

    Weights are raked so that the groups named under the figure (areas, ages, and so on) count in proportion to their residents, and none counts over
    five times the average. They correct for who took part in these groups and for nothing else. Without weights it is the share as answered.
    """
    found = answers(tallies, options, by=by)
    numerator = found["numerator"] if "numerator" in found else float("nan")
    return found.assign(value=numerator / found["denominator"] if len(found) else [])
