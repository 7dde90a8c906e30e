"""Who was asked a question and did not answer it, what half of them said of a number, and what the file's own weights would make of it."""

import pandas as pd

from analysis.measure import SHAPE, compute, measures
from analysis.suppression import FEWEST, LOW_BASE, TOO_FEW, Published, publish
from analysis.wording import number, responses


def not_answering(own: pd.DataFrame, options: pd.DataFrame, respondents: float) -> str:
    """How many took part and gave this question no answer at all, don't know counted as one; '' where too few to say.

    `own` are the tallies of one question in all; `respondents` how many took part, or were selected.
    """
    spoke = _replied(own, options)
    silent = respondents - spoke
    if respondents < FEWEST or spoke < FEWEST:
        return ""
    if silent < FEWEST:
        return f"Asked of {responses(respondents)} respondents; fewer than 10 left it blank."
    return f"Asked of {responses(respondents)} respondents; about {responses(silent)} left it blank or were not shown it."


def _replied(own: pd.DataFrame, options: pd.DataFrame) -> float:
    """Those who gave an answer that is one, and those who said they did not know or would not say."""
    answered = own.loc[own["option"].isna(), "people"].sum()
    states = own[own["option"].notna()].merge(options[options["state"] != "answered"], on=["question_id", "option"])
    return float(answered + states["people"].sum())


def middle(medians: pd.DataFrame, question_id: str) -> str:
    """The median of a number in a sentence; '' where there is none or fewer than thirty people gave one."""
    own = medians[(medians["question_id"] == question_id) & (medians["people"] >= TOO_FEW)]
    return f"Median: {number(float(own['median'].iloc[0]), '')}. Half of those who answered gave this number or less." if len(own) else ""


def weighted_topline(tally: pd.DataFrame, options: pd.DataFrame) -> Published:
    """Each answer's share once the weights of the file are used. `tally` is the two-way tally of one question, in all."""
    counted = tally[tally["grain"].isin(["option", "all"])]
    result = compute("weighted_answers", {"tallies": counted}, ["option"]) if counted["weighed"].sum() else pd.DataFrame(columns=["option", *SHAPE])
    offered = options.loc[options["state"] == "answered", ["option", "label"]].rename(columns={"label": "answer"})
    rows = offered.merge(result, on="option", how="left").drop(columns="option").assign(measure="weighted_answers")
    rows[SHAPE] = rows[SHAPE].astype("float64")
    return publish(rows, measures()["weighted_answers"], ("answer",))


def side_by_side(plain: Published, weighted: Published) -> list[dict[str, str]]:
    """Each answer with its share unweighted and weighted, as people read them; '–' where one may not be shown."""
    beside = weighted.rows.set_index("answer")
    return [
        {"answer": answer, "plain": _share(value, flag), "weighted": _share(beside["value"][answer], beside["flag"][answer])}
        for answer, value, flag in zip(plain.rows["answer"], plain.rows["value"], plain.rows["flag"], strict=True)
        if answer in beside.index
    ]


def _share(value: float, flag: str) -> str:
    return number(value, "per cent") if flag in ("", LOW_BASE) else "–"
