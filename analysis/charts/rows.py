"""Charts of rows, each row's label standing above its mark: nothing is cut off, on a wall or on a telephone."""

from collections.abc import Sequence

import plotly.graph_objects as go

from analysis.charts.style import Size, bare_axis, figure, tick

# Lines of a label, its mark and the space below it, in parts of the size of the text.
_LINE, _MARK, _SPACE = 1.3, 1.25, 0.85


def figure_of_rows(labels: Sequence[str], size: Size, foot: bool = False, **layout: object) -> go.Figure:
    """An empty figure with room for one row a label, the first at the top, and the labels in place. Row i stands at y = i.

    `foot` leaves room for an axis below. What the colours mean is said above the chart, where words wrap as they need to.
    """
    ticks = [tick(label, size) for label in labels]
    lines = max((one.count("<br>") + 1 for one in ticks), default=1)
    above, mark, space = lines * _LINE * size.text, _MARK * size.text, _SPACE * size.text
    row = above + mark + space
    top = 8
    bottom = 2 * size.text if foot else 4
    height = round(top + row * max(1, len(ticks)) + bottom)
    fig = figure(size, height, margin={"l": 4, "r": 4, "t": top, "b": bottom}, **layout)
    # The mark's middle is at y = i; above it stand half the mark and the label.
    head = (above + mark / 2) / row
    fig.update_yaxes(bare_axis(range=[len(ticks) - head, -head]))
    fig.update_layout(bargap=1 - mark / row)
    for i, text in enumerate(ticks):
        fig.add_annotation(
            x=0,
            xref="paper",
            y=i,
            yshift=round(mark / 2 + 1),
            text=text,
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            align="left",
            font={"size": size.text},
        )
    return fig
