"""Ratings as bars of one length, cut by answer in the order of the scale, each part with its value printed in it."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.rows import figure_of_rows
from analysis.charts.style import GREY, Size, bare_axis, tick
from analysis.finding import Finding
from analysis.suppression import HIDDEN, WITHHELD
from analysis.wording import number

# From best to worst with a neutral middle: dark blue, light blue, grey, light orange, dark orange. Text on each is 4.5:1 or more.
_SHADES = {
    2: ["#12436D", "#F7A97F"],
    3: ["#12436D", "#DADADA", "#B8420A"],
    4: ["#12436D", "#6BACE6", "#F7A97F", "#B8420A"],
    5: ["#12436D", "#6BACE6", "#DADADA", "#F7A97F", "#B8420A"],
    6: ["#12436D", "#2073BC", "#6BACE6", "#DADADA", "#F7A97F", "#B8420A"],
}
_DARK = {"#12436D", "#2073BC", "#B8420A"}
# On a telephone a narrower part has no room for its number.
_NARROWEST = 0.08
NOT_SHOWN = "Not shown: small numbers"


def shades(answers: int) -> list[str]:
    """The colours of a scale with this many points; scales longer than six run through the blues and oranges evenly."""
    if answers in _SHADES:
        return _SHADES[answers]
    six = _SHADES[6]
    return [six[round(i * 5 / max(1, answers - 1))] for i in range(answers)]


def rating(finding: Finding, size: Size) -> go.Figure:
    """One bar for everybody, its parts in the order of the scale."""
    (answer,) = finding.published.by
    return _bars(finding, finding.published.rows.assign(everybody="All who answered"), "everybody", answer, size)


def stacked(finding: Finding, size: Size) -> go.Figure:
    """One bar a category, its parts in the order of the scale. Two dimensions: the category, then the answer."""
    category, answer = finding.published.by
    return _bars(finding, finding.published.rows, category, answer, size)


def _bars(finding: Finding, rows: pd.DataFrame, category: str, answer: str, size: Size) -> go.Figure:
    bars = list(dict.fromkeys(rows[category]))
    answers = list(dict.fromkeys(rows[answer]))
    colours = shades(len(answers))
    fig = figure_of_rows([finding.term(bar) for bar in bars], size, barmode="stack")
    for colour, given in zip(colours, answers, strict=True):
        part = rows[rows[answer] == given].set_index(category)["value"].reindex(bars)
        fig.add_bar(
            y=list(range(len(bars))),
            x=part.fillna(0),
            orientation="h",
            name=tick(finding.term(given), size),
            marker={"color": colour, "line": {"color": "#ffffff", "width": 2}},
            text=[number(value, "per cent") if value >= _NARROWEST else "" for value in part],
            textposition="inside",
            insidetextanchor="middle",
            constraintext="none",
            textangle=0,
            textfont={"size": size.text, "color": "#ffffff" if colour in _DARK else "#0b0c0c"},
        )
    if (left := _not_shown(rows, category).reindex(bars)).any():
        pattern = {"shape": "/", "size": 6, "solidity": 0.15, "fgcolor": GREY, "bgcolor": "#ffffff"}
        marker = {"color": "#ffffff", "pattern": pattern, "line": {"color": "#ffffff", "width": 2}}
        fig.add_bar(y=list(range(len(bars))), x=left, orientation="h", name=NOT_SHOWN, marker=marker, constraintext="none")
    fig.update_xaxes(bare_axis(range=[0, 1.0]))
    return fig


def _not_shown(rows: pd.DataFrame, category: str) -> pd.Series:
    """What is left of each bar that has hidden parts: all of them as one, so that none is told, and every bar is of one length."""
    hidden = rows["flag"].isin([HIDDEN, WITHHELD]).groupby(rows[category]).any()
    left = 1 - rows["value"].fillna(0).groupby(rows[category]).sum()
    return left.where(hidden, 0).clip(lower=0).round(2)
