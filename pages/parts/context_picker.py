"""Choosing a series somebody else published to stand beside the waves of one tracked question."""

import streamlit as st

from analysis.answered.context import Offered, beside, offered
from analysis.answered.tracked import Line
from analysis.answered.tracked_findings import of_line
from analysis.finding import Finding
from analysis.text import label
from pages.parts import session
from pages.parts.render import render

HOW = (
    "A figure published by others, such as one of the Crime Survey for England and Wales, can be drawn beside the waves as a dashed line: fill in "
    "the template for a published series and add it on the page Add data."
)


def with_context(lines: list[Line]) -> list[Finding]:
    """The findings of the lines, the chosen series beside the tracked question it was chosen for. Only a series in per cent can be."""
    found = [of_line(line) for line in lines]
    series = {one.name: one for one in offered(session.frames()["context_series"])}
    if not series or not lines:
        render("words.html", kind="sb-caption", words=HOW)
        return found
    chosen, title = _choose(series, list(dict.fromkeys(line.title for line in lines)))
    if chosen is None:
        return found
    return [beside(one, line, chosen) if line.title == title else one for one, line in zip(found, lines, strict=True)]


def _choose(series: dict[str, Offered], titles: list[str]) -> tuple[Offered | None, str]:
    left, right = st.columns(2)
    name = left.selectbox(
        "Published series as context",
        list(series),
        index=None,
        placeholder="None",
        format_func=lambda one: label(one, 90),
        key="trends.context",
    )
    title = right.selectbox("Beside", titles, key="trends.beside", disabled=name is None)
    return (series[name] if name else None), title
