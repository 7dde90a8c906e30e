"""Two shares of each group side by side, such as respondents and residents: two dots, joined by a line that is the gap, labelled in points."""

import math

import plotly.graph_objects as go

from analysis.charts.rows import figure_of_rows
from analysis.charts.style import BLUE, INK, ORANGE, RULE, Size, longest
from analysis.finding import Finding
from analysis.suppression import WITHHELD
from analysis.wording import difference

_BOTH = ("Respondents", "Residents")
# The axis runs on past the longest mark, so that the words at the right stand clear of the dots on a telephone too.
_WIDE = 1.62
# How the two are said in the legend, where it can say more than the table does.
_LEGEND = {"Residents": "Residents (census)"}


def gaps(finding: Finding, size: Size) -> go.Figure:
    """One line a category: a filled dot for the first of the two, an open one for the second, and the gap in words at the right.

    Where the rows hold more than two, the others are in the table alone.
    """
    rows = finding.published.rows
    category, who = finding.published.by
    names = list(dict.fromkeys(rows[category]))
    ours, theirs = (*dict.fromkeys(rows[who]), *_BOTH)[:2] if len(names) else _BOTH
    wide, flags = (
        rows.pivot(index=category, columns=who, values=column).reindex(index=names, columns=[ours, theirs]) for column in ("value", "flag")
    )
    there, here = wide[theirs], wide[ours]
    top = max(longest(rows["value"]), 0.05)
    fig = figure_of_rows([finding.term(name) for name in names], size, foot=True)
    place = list(range(len(names)))
    for i, name in enumerate(names):
        if here.notna()[name] and there.notna()[name]:
            fig.add_scatter(x=[here[name], there[name]], y=[i, i], mode="lines", line={"color": INK, "width": 2}, showlegend=False)
    dot = 0.85 * size.text
    opened = {"size": dot, "color": "#ffffff", "line": {"color": ORANGE, "width": 3}}
    fig.add_scatter(x=there, y=place, mode="markers", name=_LEGEND.get(theirs, theirs), marker=opened)
    fig.add_scatter(x=here, y=place, mode="markers", name=_LEGEND.get(ours, ours), marker={"size": dot, "color": BLUE})
    for i, name in enumerate(names):
        text = _gap(here[name], there[name], flags.loc[name, ours])
        fig.add_annotation(x=_WIDE * top, y=i, text=text, showarrow=False, xanchor="right", font={"size": size.text})
    fig.update_xaxes(range=[-0.02 * top, _WIDE * top], tickformat=".0%", showgrid=True, gridcolor=RULE, zeroline=False, fixedrange=True, nticks=6)
    fig.update_xaxes(tickfont={"size": size.text})
    return fig


def _gap(here: float, there: float, flag: str) -> str:
    """The gap in words, or why there is none."""
    if math.isnan(here) or math.isnan(there):
        return "too few answered" if flag == WITHHELD else "hidden: small numbers"
    change = here - there
    if abs(round(100 * change)) == 0:
        return "under 1 point"
    sign = "+" if change > 0 else "\N{MINUS SIGN}"
    return f"{sign}{difference(change, 'per cent').replace('percentage ', '')}"
