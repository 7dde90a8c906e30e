"""What the colours of a chart mean, in its order, for a page to say above it: words wrap there at any width, and can be read aloud."""

from dataclasses import dataclass
from html import unescape

import plotly.graph_objects as go


@dataclass(frozen=True)
class Key:
    """One colour and what it stands for. `look` is "filled", "open" (a ring) or "hatched"."""

    words: str
    colour: str
    look: str


def legend(figure: go.Figure) -> list[Key]:
    """The keys of a chart whose marks have names, each once; none where the labels on the marks say it all."""
    named = [trace for trace in figure.data if trace.name and trace.showlegend is not False]
    return [_key(trace) for trace in named] if len(named) > 1 else []


def _key(trace: go.Bar | go.Scatter) -> Key:
    marker = trace.marker
    if trace.type == "bar" and marker.pattern.shape:
        look, colour = "hatched", marker.pattern.fgcolor
    elif trace.type == "scatter" and trace.fillpattern.shape:
        look, colour = "hatched", marker.color
    elif trace.type == "scatter" and marker.line.width:
        look, colour = "open", marker.line.color
    else:
        look, colour = "filled", marker.color
    return Key(unescape(trace.name.replace("<br>", " ")), colour, look)
