"""Bars: ranked from largest to smallest, or standing in the order of time."""

import plotly.graph_objects as go

from analysis.charts.rows import figure_of_rows
from analysis.charts.style import BLUE, GREY, Size, bare_axis, figure, longest, tick, value_label, word_axis
from analysis.finding import Finding

# Columns narrower than their values would print them over one another: with more than these only every second, third … is labelled.
_MOST_LABELLED = 12


def ranked(finding: Finding, size: Size) -> go.Figure:
    """Horizontal bars in the order of the rows, each with its value at the end. The axis starts at nought."""
    rows = finding.published.rows
    dimension = finding.published.by[0]
    unit = finding.published.measure.unit
    fig = figure_of_rows([finding.term(term) for term in rows[dimension]], size, xaxis=bare_axis(range=[0, 1.22 * longest(rows["value"])]))
    fig.add_bar(
        y=list(range(len(rows))),
        x=rows["value"].fillna(0),
        orientation="h",
        marker={"color": [GREY if finding.term(term) == "Not recorded" else BLUE for term in rows[dimension]]},
        text=[value_label(row, unit) for _, row in rows.iterrows()],
        textposition="outside",
        constraintext="none",
        textfont={"size": size.text},
        cliponaxis=False,
    )
    return fig


def over_time(finding: Finding, size: Size) -> go.Figure:
    """Columns in the order of time, each with its value on top."""
    rows = finding.published.rows
    when = finding.published.by[0]
    unit = finding.published.measure.unit
    fig = figure(size, height=size.columns)
    every = max(1, -(-len(rows) // _MOST_LABELLED))
    fig.add_bar(
        x=list(range(len(rows))),
        y=rows["value"].fillna(0),
        marker={"color": BLUE},
        text=[value_label(row, unit) if i % every == 0 else "" for i, (_, row) in enumerate(rows.iterrows())],
        textposition="outside",
        constraintext="none",
        textfont={"size": size.text},
        cliponaxis=False,
    )
    fig.update_yaxes(bare_axis(range=[0, 1.18 * longest(rows["value"])]))
    labels = [tick(finding.term(term), size) for term in rows[when]]
    fig.update_xaxes(word_axis(size, tickvals=list(range(len(rows)))[::every], ticktext=labels[::every]))
    return fig
