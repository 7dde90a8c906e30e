"""Months between the lines an unchanged measure would stay within; what is special has a shape of its own, and not a colour alone."""

import plotly.graph_objects as go

from analysis.charts.style import INK, RULE, SOFT, Size, figure, longest, tick, word_axis
from analysis.finding import Finding

_ORDINARY, _SPECIAL = "#6B6B6B", "#B8420A"
_MOST_LABELLED = 6


def process(finding: Finding, size: Size) -> go.Figure:
    """A line of points with the mean and the two limits; special points are filled squares."""
    rows = finding.published.rows
    when = finding.published.by[0]
    fig = figure(size, height=size.columns)
    places = list(range(len(rows)))
    for column, dash in (("mean", "solid"), ("low", "dash"), ("high", "dash")):
        if column in rows:
            fig.add_scatter(x=places, y=rows[column], mode="lines", line={"color": INK if column == "mean" else SOFT, "width": 1.5, "dash": dash})
    special = rows["cause"] != "" if "cause" in rows else rows["value"].isna()
    fig.add_scatter(
        x=places,
        y=rows["value"],
        mode="lines+markers",
        line={"color": _ORDINARY, "width": 2},
        marker={
            "color": [_SPECIAL if one else _ORDINARY for one in special],
            "symbol": ["square" if one else "circle" for one in special],
            "size": [0.75 * size.text if one else 0.5 * size.text for one in special],
        },
        cliponaxis=False,
    )
    top = max(longest(rows["value"]), longest(rows["high"]) if "high" in rows else 0)
    fig.update_yaxes(
        range=[0, 1.15 * top],
        showgrid=True,
        gridcolor=RULE,
        zeroline=True,
        zerolinecolor=RULE,
        fixedrange=True,
        automargin=True,
        tickfont={"size": size.text},
    )
    every = max(1, -(-len(rows) // _MOST_LABELLED))
    labels = [tick(finding.term(term), size) for term in rows[when]]
    fig.update_xaxes(word_axis(size, tickvals=places[::every], ticktext=labels[::every], range=[-0.5, max(0.5, len(rows) - 0.5)]))
    return fig
