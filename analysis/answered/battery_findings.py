"""Statements asked on one scale as one figure: a bar a statement, all in the order of the scale, most agreed with first."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.answered.answers import answered, topline
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.suppression import HIDDEN, WITHHELD, Published
from analysis.text import fitted, label
from analysis.wording import base_line, number

FEWEST_STATEMENTS, MOST_COLOURS = 2, 6


def batteries(questions: pd.DataFrame, options: pd.DataFrame) -> list[pd.DataFrame]:
    """The questions in their order, statements rated on one scale together: each frame is one question or one battery."""
    scales = {
        question: tuple(zip(own["label"], own["state"], strict=True))
        for question, own in options.sort_values("option").groupby("question_id", sort=False)
    }
    groups: dict[tuple[object, ...], list[int]] = {}
    rows: Iterator[Any] = iter(questions.itertuples())
    for at, row in zip(questions.index, rows, strict=True):
        scale = scales.get(row.question_id, ())
        alike = row.kind == "rating" and row.battery and sum(state == "answered" for _, state in scale) <= MOST_COLOURS
        groups.setdefault((row.battery, scale) if alike else (row.question_id,), []).append(at)
    return [questions.loc[places] for places in groups.values()]


def of_battery(statements: pd.DataFrame, tallies: pd.DataFrame, options: pd.DataFrame, survey: pd.Series) -> Finding:
    """The statements of one battery, by how many gave an answer of the upper half of the scale."""
    shown = []
    asked: Iterator[Any] = iter(statements.itertuples())
    for row in asked:
        own = tallies[tallies["question_id"] == row.question_id]
        found = topline(own, options[options["question_id"] == row.question_id], survey["evidence"])
        shown.append(found.rows.assign(statement=label(row.wording, 200)))
    rows = pd.concat(shown, ignore_index=True).drop(columns=["lower", "upper"]).assign(lower=float("nan"), upper=float("nan"))
    scale = list(dict.fromkeys(rows["answer"]))
    upper = scale[: len(scale) // 2]
    total = rows[rows["answer"].isin(upper)].groupby("statement")["value"].sum(min_count=1)
    order = total.sort_values(ascending=False, kind="stable", na_position="last").index
    rows = rows.sort_values("statement", key=lambda one: one.map({name: i for i, name in enumerate(order)}), kind="stable").reset_index(drop=True)
    published = Published(answered(), ("statement", "answer"), rows)
    said = " or ".join(answer.casefold() for answer in upper)
    return Finding(
        name=f"battery-{statements['position'].iloc[0]}",
        headline=_headline(total.reindex(order), said),
        subtitle=str(statements["battery"].iloc[0]),
        published=published,
        chart="" if published.empty else "stacked",
        base=base_line(published, survey["evidence"]),
        source=f"Source: {survey['title']}",
        description=_description(total.reindex(order), said, int(rows["flag"].isin([HIDDEN, WITHHELD]).sum())),
        titles=TITLES,
    )


def _headline(total: pd.Series, said: str) -> str:
    known = total.dropna()
    if known.empty:
        return "Too few people to show any answer"
    return fitted(f"{{statement}}: {number(known.iloc[0], 'per cent')} said {{said}}", statement=str(known.index[0]), said=said)


def _description(total: pd.Series, said: str, hidden: int) -> str:
    known = total.dropna()
    parts = []
    if len(known) > 1:
        parts.append(f"Those who said {said}: most for {label(str(known.index[0]), 60)}, {number(known.iloc[0], 'per cent')}.")
        parts.append(f"Least for {label(str(known.index[-1]), 60)}, {number(known.iloc[-1], 'per cent')}.")
    if hidden:
        parts.append(f"{hidden} figure{'s' if hidden != 1 else ''} not shown: too few people.")
    return " ".join(parts) or "The table has the figures."
