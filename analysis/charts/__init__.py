"""One way to draw a figure. A chart takes a finding, whose numbers are published and whose words are settled, and works nothing out.

The only package that imports plotly. To add a way of drawing, put a function in DRAWN.
"""

import plotly.graph_objects as go

from analysis.charts.area_map import area_map
from analysis.charts.bars import over_time, ranked
from analysis.charts.gaps import gaps
from analysis.charts.legend import Key, legend
from analysis.charts.process import process
from analysis.charts.stacked import rating, stacked
from analysis.charts.style import SCREEN, WALL, Size
from analysis.charts.waves import waves
from analysis.finding import Finding

DRAWN = {
    "ranked": ranked,
    "over time": over_time,
    "waves": waves,
    "process": process,
    "stacked": stacked,
    "rating": rating,
    "gaps": gaps,
    "map": area_map,
}

__all__ = ["DRAWN", "SCREEN", "WALL", "Key", "Size", "draw", "legend"]


def draw(finding: Finding, size: Size = SCREEN) -> go.Figure:
    """The chart of a finding, for a screen or for a meeting-room wall."""
    return DRAWN[finding.chart](finding, size)
