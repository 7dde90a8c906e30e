"""Respondents beside residents: two dots a group, joined by a line that is the gap, labelled in percentage points."""

import plotly.graph_objects as go

from analysis.charts.style import BLUE, INK, ORANGE, RULE, Size, figure, tick, word_axis
from analysis.finding import Finding
from analysis.wording import difference


def gaps(finding: Finding, size: Size) -> go.Figure:
    """One line a category: a filled dot for respondents, an open one for residents, and the gap in words at the right."""
    rows = finding.published.rows
    category, who = finding.published.by
    names = list(dict.fromkeys(rows[category]))
    wide = rows.pivot(index=category, columns=who, values="value").reindex(names)
    there, here = wide["Residents"], wide["Respondents"]
    top = max(float(wide.max().max()), 0.05)
    fig = figure(size, height=size.row * len(names) + 3 * size.text + 40, showlegend=True)
    place = list(range(len(names)))
    for i, name in enumerate(names):
        if here.notna()[name] and there.notna()[name]:
            fig.add_scatter(x=[here[name], there[name]], y=[i, i], mode="lines", line={"color": INK, "width": 2}, showlegend=False)
    dot = 0.85 * size.text
    fig.add_scatter(x=there, y=place, mode="markers", name="Residents (census)", marker={"size": dot, "color": "#ffffff", "line": {"color": ORANGE, "width": 3}})
    fig.add_scatter(x=here, y=place, mode="markers", name="Respondents", marker={"size": dot, "color": BLUE})
    for i, name in enumerate(names):
        fig.add_annotation(x=1.22 * top, y=i, text=_gap(here[name], there[name]), showarrow=False, xanchor="right", font={"size": size.text})
    fig.update_xaxes(range=[-0.02 * top, 1.22 * top], tickformat=".0%", showgrid=True, gridcolor=RULE, zeroline=False, fixedrange=True, nticks=6)
    fig.update_xaxes(tickfont={"size": size.text})
    labels = [tick(finding.term(name), size) for name in names]
    fig.update_yaxes(word_axis(size, tickvals=place, ticktext=labels, autorange="reversed"))
    fig.update_layout(legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "font": {"size": size.text}})
    return fig


def _gap(here: float, there: float) -> str:
    if here != here:
        return "fewer than 10 people"
    change = here - there
    words = difference(change, "per cent").replace("percentage ", "")
    sign = "+" if change > 0 else "\N{MINUS SIGN}"
    return words if abs(round(100 * change)) == 0 else f"{sign}{words}"
