"""How a weighting is told to those who read its figures: what was done, how hard the weights work, and what they cannot put right."""

import numpy as np
import pandas as pd

from analysis.answered.weighted import AS_ANSWERED, Weighting
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.statistics.weighting import CAP
from analysis.suppression import Published, rounded
from analysis.text import ended, fitted, label
from analysis.wording import base_line, number
from data.vocabulary import SPLITS

WEIGHTED = "Weighted"
BY_AREA = "Weighted by area alone"
_ADJUSTED = "The adjustment corrects for the groups weighted by, not for who chose to respond."


def headline(way: Weighting) -> str:
    """How much of the survey the weights use up: '660 responses count as about 570 once weighted'."""
    people, worth = (number(value, "") for value in rounded(pd.Series([float(way.report.people), way.report.effective])))
    return f"{people} responses count as about {worth} once weighted"


def method_statement(way: Weighting, evidence: str, place: str, youngest: int | None) -> list[str]:
    """What was done and what may be said of it, in the fixed words for each standing of evidence, for the reader and under every table."""
    named = listed(way.by)
    whom = f"residents of {place} aged {youngest} and over" if youngest else f"residents of {place}"
    starts = {
        "open": f"Respondents selected themselves. The figures have been weighted to the population of {place} by {named}. "
        "Because this is not a random sample, no estimate of sampling error can be calculated.",
        "quota": f"Participants were chosen to match quotas and weighted to the population of {place} by {named}. "
        "The ranges assume that this makes the sample behave like a random one; other errors are not included.",
        "probability": f"People were drawn at random, and the answers weighted to the population of {place} by {named}. "
        "The ranges are 95% confidence intervals that allow for the weighting.",
    }
    how = (
        f"The weights give each group its share of {whom} in the census, all groups at once (raking). "
        "Those who did not say which group they are in keep the weight the other groups give them."
    )
    return [starts[evidence], f"{how} {_cut(way)}".strip(), _how_hard(way)]


def margin_rows(way: Weighting) -> list[dict[str, str]]:
    """Each group weighted by: its share before, after and in the population, in whole per cents."""
    return [
        {
            "margin": SPLITS[row["margin"]],
            "level": str(row["level"]),
            "before": number(row["before"], "per cent"),
            "after": number(row["after"], "per cent"),
            "population": number(row["population"], "per cent"),
        }
        for _, row in way.margins.iterrows()
    ]


def of_weighted(question: pd.Series, published: Published, survey: pd.Series, way: Weighting) -> Finding:
    """One question weighted beside unweighted, with how much the figure depends on who took part."""
    known = published.rows.dropna(subset=["value"])
    plain = known[known["who"] == AS_ANSWERED]
    wording = " – ".join(part for part in (question["battery"], question["wording"]) if isinstance(part, str) and part)
    return Finding(
        name=f"weighted-{question['position']}",
        headline=_question_headline(plain, known),
        subtitle=f"{ended(wording)} Weighted by {listed(way.by)}.",
        published=published,
        chart="gaps" if len(known) else "",
        base=base_line(published, survey["evidence"]),
        source=f"Source: {survey['title']}; Census 2021",
        description=_description(plain, known, survey["evidence"]),
        titles=TITLES | {"answer": "Answer", "who": "How"},
        notes=(_ADJUSTED,) if survey["evidence"] == "open" else (),
    )


def weighting_range(rows: pd.DataFrame, answer: str) -> tuple[float, float]:
    """The lowest and highest share of one answer over all ways of counting it."""
    own = rows.loc[rows["answer"] == answer, "value"]
    return float(own.min()), float(own.max())


def listed(names: tuple[str, ...]) -> str:
    """Characteristics as they are said in a sentence: 'area, age and sex'."""
    said = [SPLITS[name].lower() for name in names]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _cut(way: Weighting) -> str:
    if not way.cap:
        return ""
    cut = rounded(pd.Series([float(way.capped)])).iloc[0]
    whose = "" if not way.capped else "; that cut the weight of a few" if np.isnan(cut) else f"; that cut the weight of about {number(cut, '')}"
    return f"No response counts over {CAP:g} times the average{whose}."


def _how_hard(way: Weighting) -> str:
    report = way.report
    worth = {
        "amber": " The weights do much of the work: read small differences with care.",
        "red": " The weighting is doing too much work: merge groups, or use fewer.",
    }
    return (
        f"Design effect {report.design_effect:.2f}: the answers are worth {number(report.efficiency, 'per cent')} of as many equally weighted ones. "
        f"Weights run from {report.smallest_over_mean:.1f} to {report.largest_over_mean:.1f} times the average.{worth.get(report.signal, '')}"
    )


def _question_headline(plain: pd.DataFrame, known: pd.DataFrame) -> str:
    if plain.empty:
        return "Too few people to show any answer"
    top = _commonest(plain)
    weighed = known[(known["answer"] == top["answer"]) & (known["who"] != AS_ANSWERED)]["value"]
    after = number(weighed.iloc[0], "per cent") if len(weighed) else "hidden"
    return fitted(f"{{answer}}: {number(top['value'], 'per cent')} as answered, {after} weighted", answer=str(top["answer"]))


def _description(plain: pd.DataFrame, known: pd.DataFrame, evidence: str) -> str:
    if plain.empty:
        return "The table has the figures."
    top = str(_commonest(plain)["answer"])
    low, high = weighting_range(known, top)
    said = label(top, 60)
    if round(low, 2) == round(high, 2):
        words = f"“{said}” is {number(low, 'per cent')} however it is counted."
    else:
        words = f"“{said}” is between {number(low, 'per cent')} and {number(high, 'per cent')}, depending on how it is counted."
    start = "How much the figure depends on who took part: " if evidence == "open" else ""
    return f"{start}{words}"


def _commonest(plain: pd.DataFrame) -> pd.Series:
    return plain.sort_values("value", ascending=False, kind="stable").iloc[0]
