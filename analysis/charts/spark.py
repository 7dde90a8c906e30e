"""A trend as a small line, to stand beside a value: a picture as text, with its values in words."""

from base64 import b64encode

from analysis.charts.style import BLUE
from analysis.readings import Reading
from analysis.wording import number

_WIDE, _TALL, _EDGE = 96, 30, 4


def spark(reading: Reading) -> tuple[str, str]:
    """The trend of a reading as the address of an image, and what it shows in words; two empty texts with fewer than three points.

    An open survey's waves are not a trend and get none.
    """
    rows = reading.trend.rows.dropna(subset=["value"])
    if len(rows) < 3 or reading.evidence == "open":
        return "", ""
    low, high = rows["value"].min(), rows["value"].max()
    across = [_EDGE + (_WIDE - 2 * _EDGE) * i / (len(rows) - 1) for i in range(len(rows))]
    height = _TALL - 2 * _EDGE
    up = [_TALL - _EDGE - height * ((value - low) / (high - low) if high > low else 0.5) for value in rows["value"]]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, up, strict=True))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_TALL}">'
        f'<polyline points="{points}" fill="none" stroke="{BLUE}" stroke-width="2.5"/>'
        f'<circle cx="{across[-1]:.1f}" cy="{up[-1]:.1f}" r="3.5" fill="{BLUE}"/></svg>'
    )
    when = reading.trend.by[0]
    said = ", ".join(f"{term}: {number(value, reading.measure.unit)}" for term, value in zip(rows[when], rows["value"], strict=True))
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}", f"Trend. {said}"
