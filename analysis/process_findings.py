"""A measure of a complete record month by month: ordinary ups and downs, or something that changed."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.measure import SHAPE, Measure, compute
from analysis.scope import Frames
from analysis.statistics.process_limits import BASELINE, OUTSIDE, assurance, process_limits, signals, variation
from analysis.suppression import Published, publish
from analysis.wording import number

_WAYS = {"up": 1, "down": -1, "": 0}
# Months after which a pattern is too long ago to be read on one screen.
_MOST = 36


def by_month(measure: Measure, frames: Frames, last: date, only: Mapping[str, str] | None = None) -> Published | None:
    """The measure for each whole month of the record up to `last`; a month in which nothing was recorded counts nought.

    Only for counts of complete records: None for any other, and with fewer than twelve whole months.
    """
    if measure.kind != "count" or measure.counts != "records" or measure.needs[0] != "activities":
        return None
    result = compute(measure.name, frames, ["month"], dict(only or {})).dropna(subset=["month"])
    if result.empty:
        return None
    # A month that is not over would look like a fall.
    whole_to = (last.replace(day=1) - timedelta(days=1)) if (last + timedelta(days=1)).day != 1 else last
    months = [str(month) for month in pd.period_range(result["month"].min(), f"{whole_to:%Y-%m}", freq="M")][-_MOST:]
    if len(months) < BASELINE:
        return None
    rows = result.set_index("month").reindex(months)
    rows[["numerator", "value"]] = rows[["numerator", "value"]].fillna(0.0)
    rows = rows.assign(measure=measure.name, base=rows["base"].fillna(0.0)).rename_axis("month").reset_index()
    return publish(rows[["measure", "month", *SHAPE]], measure, ("month",))


def of_months(title: str, published: Published, source: str, target: float | None = None) -> Finding:
    """The months with the lines between which an unchanged measure would stay. Mean ± 2.66 × the average moving range of the first twelve."""
    values = published.rows["value"].to_numpy(dtype=float)
    limits = process_limits(values)
    assert limits is not None
    found = signals(values, limits)
    good = _WAYS[published.measure.good]
    word = variation(values, limits, good) or ""
    unit = published.measure.unit
    special = [(month, signal.cause) for month, signal in zip(published.rows["month"], found, strict=True) if signal.cause]
    parts = [
        f"Usually between {number(max(0, round(limits.lower)), unit)} and {number(round(limits.upper), unit)} a month, "
        f"{number(round(limits.mean), unit)} on average."
    ]
    parts.append(
        f"Outside what is usual: {', '.join(m for m, cause in special if cause == OUTSIDE)}." if any(c == OUTSIDE for _, c in special) else ""
    )
    meets = assurance(limits, good, target) if target is not None else None
    rows = published.rows.assign(mean=limits.mean, low=max(0.0, limits.lower), high=limits.upper, cause=[signal.cause for signal in found])
    return Finding(
        name=f"{published.measure.name}-month-by-month",
        headline=f"Latest month: {word.lower()}" + (f"; {meets.lower()}" if meets else ""),
        subtitle=f"{title}, whole months.",
        published=Published(published.measure, published.by, rows),
        chart="process",
        base=f"Base: {len(rows)} months of a complete record",
        source=source,
        description=" ".join(filter(None, parts)),
        titles=TITLES,
        terms={month: f"{calendar.month_abbr[int(month[5:])]} {month[:4]}" for month in published.rows["month"]},
        how=(
            "The dashed lines are worked out from the first twelve months shown (XmR chart: the average plus and minus 2.66 times the average moving "
            "range, the largest left out once). It is a signal when a month falls outside them, when seven in a row rise or fall, when seven in a "
            "row are on one side of the average, or when two of three are near a line. Everything else is noise: ordinary ups and downs."
        ),
    )
