"""A tracked figure wave by wave: a line with markers, its range where the survey has one, and no line across what cannot be compared."""

import plotly.graph_objects as go

from analysis.charts.style import BLUE, RULE, Size, figure, longest, tick, value_label, word_axis
from analysis.finding import Finding


def waves(finding: Finding, size: Size) -> go.Figure:
    """Markers with their values; whiskers for the interval. The line joins waves only where they may be compared."""
    rows = finding.published.rows
    when = finding.published.by[0]
    unit = finding.published.measure.unit
    fig = figure(size, height=size.columns)
    spread = rows["lower"].notna() & rows["upper"].notna()
    fig.add_scatter(
        x=list(range(len(rows))),
        y=rows["value"],
        mode="markers" if "joined" in rows or finding.comparable.startswith("Not comparable") else "lines+markers",
        line={"color": BLUE, "width": 3},
        marker={"color": BLUE, "size": 0.7 * size.text},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": (rows["upper"] - rows["value"]).where(spread, 0),
            "arrayminus": (rows["value"] - rows["lower"]).where(spread, 0),
            "color": BLUE,
            "thickness": 2,
            "width": 6,
        },
        cliponaxis=False,
    )
    # Above the whisker, which would otherwise run through the figure.
    highest = rows["upper"].where(spread, rows["value"])
    top = min(1.0, 1.3 * longest(highest)) if unit == "per cent" else 1.3 * longest(highest)
    above = highest + 0.02 * top
    labels = [value_label(row, unit) for _, row in rows.iterrows()]
    fig.add_scatter(
        x=list(range(len(rows))), y=above, mode="text", text=labels, textposition="top center", textfont={"size": size.text}, cliponaxis=False
    )
    for i in _joined(finding):
        fig.add_scatter(x=[i - 1, i], y=rows["value"].iloc[i - 1 : i + 1], mode="lines", line={"color": BLUE, "width": 3})
    fig.update_yaxes(range=[0, top], showgrid=True, gridcolor=RULE, zeroline=True, zerolinecolor=RULE, fixedrange=True, tickfont={"size": size.text})
    if unit == "per cent":
        fig.update_yaxes(tickformat=".0%", nticks=5, automargin=True)
    labels = [tick(finding.term(term), size) for term in rows[when]]
    fig.update_xaxes(word_axis(size, tickvals=list(range(len(rows))), ticktext=labels, range=[-0.5, len(rows) - 0.5]))
    return fig


def _joined(finding: Finding) -> list[int]:
    """The waves that may be compared with the one before them, where the result says so of each; the line has gaps between the others."""
    rows = finding.published.rows
    return [i for i, joined in enumerate(rows["joined"]) if i and joined] if "joined" in rows else []
