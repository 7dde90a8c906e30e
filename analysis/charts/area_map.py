"""Areas where they lie, each with its number in the order of the figures; the key beside the numbers says names and values. No tiles, no hover."""

import math

import plotly.graph_objects as go

from analysis.charts.style import GREY, INK, Size, bare_axis, figure, tick, value_label
from analysis.finding import Finding, Outlines

# From least to most; the figures on the last two are white.
_SHADES = ("#D6E4F0", "#9DBBD8", "#41719E", "#12436D")
# Heights in parts of a chart of columns: no map is flatter or taller, however its areas lie.
_LOW, _USUAL, _HIGH = 0.8, 1.3, 1.7


def area_map(finding: Finding, size: Size) -> go.Figure:
    """Every area with an outline, shaded by its value in four equal steps and numbered; what is hidden or not recorded is hatched."""
    rows = finding.published.rows.set_index(finding.published.by[0])
    drawn = [str(area) for area in rows.index if area in finding.outlines]
    shades = dict(zip(drawn, _shades([float(value) for value in rows.loc[drawn, "value"]]), strict=True))
    fig = _blank(finding.outlines, size)
    for i, area in enumerate(drawn, 1):
        words = f"{i}. {finding.term(area)}: {value_label(rows.loc[area], finding.published.measure.unit)}"
        _add(fig, finding.outlines[area], tick(words, size), shades[area])
    for area in sorted(set(finding.outlines) - set(drawn)):
        _add(fig, finding.outlines[area], tick(f"{finding.term(area)}: nothing recorded", size), "")
    places = [_middle(finding.outlines[area]) for area in drawn]
    fig.add_scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="text",
        text=[str(i) for i, _ in enumerate(places, 1)],
        textfont={"size": size.text, "weight": "bold", "color": ["#ffffff" if shades[area] in _SHADES[2:] else INK for area in drawn]},
        showlegend=False,
    )
    return fig


def _shades(values: list[float]) -> list[str]:
    known = [value for value in values if not math.isnan(value)]
    low, step = min(known, default=0.0), (max(known, default=0.0) - min(known, default=0.0)) / len(_SHADES)
    return ["" if math.isnan(value) else _SHADES[min(len(_SHADES) - 1, int((value - low) / step)) if step else -1] for value in values]


def _blank(outlines: Outlines, size: Size) -> go.Figure:
    """A figure on which a mile is as long northwards as eastwards."""
    if not outlines:
        return figure(size, size.columns)
    xs = [x for rings in outlines.values() for ring in rings for x, _ in ring]
    ys = [y for rings in outlines.values() for ring in rings for _, y in ring]
    narrow = math.cos(math.radians((min(ys) + max(ys)) / 2))
    steep = (max(ys) - min(ys)) / max(narrow * (max(xs) - min(xs)), 1e-9)
    fig = figure(size, round(size.columns * min(_HIGH, max(_LOW, _USUAL * steep))))
    fig.update_xaxes(bare_axis(range=[min(xs), max(xs)], constrain="domain"))
    fig.update_yaxes(bare_axis(range=[min(ys), max(ys)], scaleanchor="x", scaleratio=1 / narrow, constrain="domain"))
    return fig


def _add(fig: go.Figure, rings: tuple[tuple[tuple[float, float], ...], ...], words: str, shade: str) -> None:
    """One area: its rings as one trace, parted by blanks."""
    path = [point for ring in rings for point in (*ring, ring[0], (None, None))]
    pattern = {} if shade else {"fillpattern": {"shape": "/", "fgcolor": GREY, "bgcolor": "#ffffff", "size": 8}}
    fig.add_scatter(
        x=[x for x, _ in path],
        y=[y for _, y in path],
        mode="lines",
        fill="toself",
        fillcolor=shade or "#ffffff",
        line={"color": INK, "width": 1},
        marker={"color": shade or GREY},
        name=words,
        **pattern,
    )


def _middle(rings: tuple[tuple[tuple[float, float], ...], ...]) -> tuple[float, float]:
    """Where the number stands: the middle of the box around the largest ring."""
    widest = max(rings, key=lambda ring: (max(x for x, _ in ring) - min(x for x, _ in ring)) * (max(y for _, y in ring) - min(y for _, y in ring)))
    return (min(x for x, _ in widest) + max(x for x, _ in widest)) / 2, (min(y for _, y in widest) + max(y for _, y in widest)) / 2
