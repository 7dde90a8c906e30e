"""Questions asked in nearly the same words by different surveys: work done twice, or a chance to compare that was just missed."""

import re
import unicodedata
from typing import Any

import pandas as pd

from analysis.text import label

# Two questions are near where three fifths of their runs of five letters are the same.
NEAR = 0.6
RUN = 5
_LONGEST = 600


def runs_of(wording: str) -> frozenset[str]:
    """The runs of five letters in a question, without case or punctuation; a question shorter than that is one run."""
    plain = " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", wording[:_LONGEST]).casefold()))
    return frozenset(plain[at : at + RUN] for at in range(max(1, len(plain) - RUN + 1)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the runs of two questions that both have, from 0 to 1 (Jaccard 1901, on shingles as in Broder 1997)."""
    return len(one & other) / len(one | other)


def near_questions(questions: pd.DataFrame, surveys: pd.DataFrame) -> list[dict[str, Any]]:
    """Pairs of questions in nearly the same words from surveys of different series, most alike first.

    Waves of one survey ask the same on purpose and are not paired, nor are questions about the respondents themselves, which are meant to be the
    same. One record a pair: the two `wordings`, the two `surveys`, how `alike` they are, and whether they are the `same` word for word.
    """
    asked = questions[questions["characteristic"].fillna("") == ""].merge(surveys[["survey_id", "series", "title", "closed_on"]], on="survey_id")
    asked = asked.sort_values("closed_on", kind="stable")
    asked = asked.assign(said=[_whole(row) for row in asked.itertuples()])
    latest: list[Any] = list(asked.drop_duplicates(["series", "said"], keep="last").itertuples())
    runs = [runs_of(row.said) for row in latest]
    found: dict[tuple[str, str, str, str], tuple[float, dict[str, Any]]] = {}
    for i, one in enumerate(latest):
        for j in range(i + 1, len(latest)):
            other = latest[j]
            if one.series == other.series or min(len(runs[i]), len(runs[j])) < NEAR * max(len(runs[i]), len(runs[j])):
                continue
            alike = likeness(runs[i], runs[j])
            if alike >= NEAR:
                record = {
                    "wordings": (label(one.said, 200), label(other.said, 200)),
                    "surveys": (label(one.title), label(other.title)),
                    "alike": alike,
                    "same": runs[i] == runs[j],
                }
                found[(one.series, one.said, other.series, other.said)] = (alike, record)
    return [record for _, record in sorted(found.values(), key=lambda pair: -pair[0])]


def _whole(row: Any) -> str:
    """The wording with that of the grid it stands in."""
    battery = row.battery if isinstance(row.battery, str) else ""
    return f"{battery} {row.wording}".strip()
