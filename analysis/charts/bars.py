"""Bars: ranked from largest to smallest, or standing in the order of time."""

import plotly.graph_objects as go

from analysis.charts.style import BLUE, GREY, Size, bare_axis, figure, tick, value_label, word_axis
from analysis.finding import Finding


def ranked(finding: Finding, size: Size) -> go.Figure:
    """Horizontal bars in the order of the rows, each with its value at the end. The axis starts at nought."""
    rows = finding.published.rows
    dimension = finding.published.by[0]
    unit = finding.published.measure.unit
    values = rows["value"].fillna(0)
    fig = figure(size, height=size.row * max(1, len(rows)) + 24, xaxis=bare_axis(range=[0, 1.22 * max(values.max(), 1e-9)]))
    fig.add_bar(
        y=list(range(len(rows))),
        x=values,
        orientation="h",
        marker={"color": [GREY if finding.term(term) == "Not recorded" else BLUE for term in rows[dimension]]},
        text=[value_label(row, unit) for _, row in rows.iterrows()],
        textposition="outside",
        textfont={"size": size.text},
        cliponaxis=False,
    )
    labels = [tick(finding.term(term), size) for term in rows[dimension]]
    fig.update_yaxes(word_axis(size, tickvals=list(range(len(rows))), ticktext=labels, autorange="reversed"))
    return fig


def over_time(finding: Finding, size: Size) -> go.Figure:
    """Columns in the order of time, each with its value on top; a second dimension stands beside it in other colours."""
    rows = finding.published.rows
    when = finding.published.by[0]
    unit = finding.published.measure.unit
    fig = figure(size, height=size.columns)
    values = rows["value"].fillna(0)
    fig.add_bar(
        x=list(range(len(rows))),
        y=values,
        marker={"color": BLUE},
        text=[value_label(row, unit) for _, row in rows.iterrows()],
        textposition="outside",
        textfont={"size": size.text},
        cliponaxis=False,
    )
    fig.update_yaxes(bare_axis(range=[0, 1.18 * max(values.max(), 1e-9)]))
    labels = [tick(finding.term(term), size) for term in rows[when]]
    every = max(1, len(rows) // 12)
    fig.update_xaxes(word_axis(size, tickvals=list(range(len(rows)))[::every], ticktext=labels[::every]))
    return fig
