"""A tracked figure wave by wave: a line with markers, its range where the survey has one, and no line across what cannot be compared."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.style import BLUE, GREY, RULE, SOFT, Size, figure, longest, tick, value_label, word_axis
from analysis.finding import ContextPoint, Finding
from analysis.wording import number

# A name beside a line runs over several lines sooner than off the chart of a telephone.
_LABEL = 26


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
    beside = [point for point in finding.context.points if point.place is not None] if finding.context else []
    highest_of_all = max([longest(highest), *(point.value for point in beside)])
    top = min(1.0, 1.3 * highest_of_all) if unit == "per cent" else 1.3 * highest_of_all
    above = highest + 0.02 * top
    labels = [value_label(row, unit) for _, row in rows.iterrows()]
    fig.add_scatter(
        x=list(range(len(rows))), y=above, mode="text", text=labels, textposition="top center", textfont={"size": size.text}, cliponaxis=False
    )
    for i in _joined(finding):
        fig.add_scatter(x=[i - 1, i], y=rows["value"].iloc[i - 1 : i + 1], mode="lines", line={"color": BLUE, "width": 3})
    if finding.context and beside:
        _context(fig, finding.context.name, beside, rows["value"], size)
    fig.update_yaxes(range=[0, top], showgrid=True, gridcolor=RULE, zeroline=True, zerolinecolor=RULE, fixedrange=True, tickfont={"size": size.text})
    if unit == "per cent":
        fig.update_yaxes(tickformat=".0%", nticks=5, automargin=True)
    labels = [tick(finding.term(term), size) for term in rows[when]]
    fig.update_xaxes(word_axis(size, tickvals=list(range(len(rows))), ticktext=labels, range=[-0.5, len(rows) - 0.5]))
    return fig


def _context(fig: go.Figure, name: str, points: list[ContextPoint], waves: pd.Series, size: Size) -> None:
    """A published series: dashed and grey, small rings for its figures, its name at the end of it and away from the waves."""
    places, values = [point.place for point in points], [point.value for point in points]
    fig.add_scatter(
        x=places,
        y=values,
        mode="lines+markers",
        line={"color": GREY, "width": 2, "dash": "dash"},
        marker={"color": "#ffffff", "size": 0.5 * size.text, "line": {"color": GREY, "width": 2}},
        cliponaxis=False,
    )
    under = waves.notna().any() and values[-1] < waves.mean()
    fig.add_annotation(
        x=places[-1],
        y=values[-1],
        text=tick(f"{name}: {number(values[-1], 'per cent')}", replace(size, label=min(size.label, _LABEL))),
        showarrow=False,
        xanchor="right" if len(points) > 1 else "center",
        yanchor="top" if under else "bottom",
        yshift=-0.6 * size.text if under else 0.6 * size.text,
        align="right",
        bgcolor="rgba(255,255,255,0.8)",
        font={"size": size.text, "color": SOFT},
    )


def _joined(finding: Finding) -> list[int]:
    """The waves that may be compared with the one before them, where the result says so of each; the line has gaps between the others."""
    rows = finding.published.rows
    return [i for i, joined in enumerate(rows["joined"]) if i and joined] if "joined" in rows else []
