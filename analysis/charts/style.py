"""The look of every chart: one typeface, the Analysis Function's colours, direct labels, nothing that needs a pointer."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.suppression import HIDDEN, NOT_YET, WITHHELD
from analysis.text import wrapped
from analysis.wording import number

# The Analysis Function's palette, in the order it is to be used; each pair of neighbours is 3:1 apart.
BLUE, TURQUOISE, PINK, ORANGE = "#12436D", "#28A197", "#801650", "#F46A25"
# For what is not recorded: the palette's own grey is too pale to be seen alone on white.
GREY = "#8A8D90"
INK, SOFT, RULE = "#0b0c0c", "#484949", "#d9dcde"
FONT = '"Source Sans", Arial, sans-serif'


@dataclass(frozen=True)
class Size:
    """How large to draw: text in pixels, the height of a chart of columns, and how wide labels may run, in characters."""

    text: int
    columns: int
    label: int


SCREEN = Size(text=15, columns=280, label=38)
WALL = Size(text=28, columns=340, label=60)


def figure(size: Size, height: int, **layout: object) -> go.Figure:
    """An empty figure in the house style."""
    return go.Figure(
        layout={
            "template": "none",
            "font": {"family": FONT, "size": size.text, "color": INK},
            "paper_bgcolor": "#ffffff",
            "plot_bgcolor": "#ffffff",
            "colorway": [BLUE, TURQUOISE, PINK, ORANGE],
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "height": height,
            "showlegend": False,
            "dragmode": False,
            "hovermode": False,
            "bargap": 0.32,
            **layout,
        }
    )


def bare_axis(**more: object) -> dict[str, object]:
    """An axis without line, ticks or grid: the labels on the marks say the values."""
    return {"showgrid": False, "zeroline": False, "showticklabels": False, "fixedrange": True, **more}


def word_axis(size: Size, **more: object) -> dict[str, object]:
    """An axis of words."""
    return {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True, "tickfont": {"size": size.text, "color": INK}, **more}


def tick(text: str, size: Size) -> str:
    """A label safe to hand to plotly, which reads some HTML and, beside MathJax, formulas: escaped, then broken into lines."""
    return "<br>".join(escape(line, quote=False).replace("$", "&#36;") for line in wrapped(text, size.label))


def value_label(row: pd.Series, unit: str) -> str:
    """What is printed at the end of a bar: the value, or why there is none."""
    if row["flag"] == HIDDEN:
        # A share is also hidden where all but a few gave the answer, so the words must be true of both.
        return "hidden: small numbers" if unit == "per cent" else "fewer than 10 people"
    if row["flag"] == WITHHELD:
        return "too few answered"
    if pd.isna(row["value"]):
        return "not known yet" if row["flag"] == NOT_YET else "not recorded"
    return number(row["value"], unit)


def longest(values: pd.Series) -> float:
    """The largest value, for an axis that starts at nought; next to nothing where there is none."""
    return max(float(values.max()), 1e-9) if values.notna().any() else 1e-9
