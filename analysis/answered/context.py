"""A series somebody else published, beside the waves of a tracked question: shown as context, never tested and never mixed with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

from analysis.answered.tracked import Line
from analysis.finding import Context, ContextPoint, Finding
from analysis.text import ended
from analysis.wording import number

PER_CENT = "per cent"
# How far apart two waves are taken to be where there is only one to go by.
_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Offered:
    """One published series that could stand beside the waves: its name, its source, and its figures in the order of time."""

    series: str
    source: str
    rows: pd.DataFrame

    @property
    def name(self) -> str:
        """The series with its source, as it is chosen by."""
        return f"{self.series} ({self.source})"


def offered(rows: pd.DataFrame) -> list[Offered]:
    """The published series counted in per cent, as the waves are; those of any other unit cannot share their scale."""
    own = rows[(rows["unit"] == PER_CENT) & rows["source"].notna()]
    return [Offered(str(series), str(source), part) for (series, source), part in own.groupby(["series", "source"], sort=True)]


def beside(finding: Finding, line: Line, chosen: Offered) -> Finding:
    """The finding of a tracked question with a published series beside its waves, named and sourced wherever the figure goes."""
    days = [wave.asking.closed_on for wave in line.waves]
    given = zip(chosen.rows["period"], chosen.rows["value"], chosen.rows["ends_on"], strict=True)
    points = tuple(ContextPoint(str(said), float(value), None if pd.isna(end) else _place(end.date(), days)) for said, value, end in given)
    drawn = [point for point in points if point.place is not None]
    words = f"{chosen.series}: {_run(points)}. Published by others ({chosen.source}) and shown as context only: it is not tested against the waves."
    left = len(points) - len(drawn)
    note = f"Of the {len(points)} figures of {chosen.series}, {left} of another time than the waves {'is' if left == 1 else 'are'} in the table only."
    return replace(
        finding,
        context=Context(chosen.series, chosen.source, points),
        source=f"{finding.source}. Dashed line: {chosen.source}",
        description=f"{finding.description} {ended(words)}",
        notes=(*finding.notes, *([note] if left else [])),
    )


def _run(points: Sequence[ContextPoint]) -> str:
    first, last = points[0], points[-1]
    if len(points) == 1:
        return f"{number(first.value, PER_CENT)} in {first.period}"
    return f"{number(first.value, PER_CENT)} in {first.period}, {number(last.value, PER_CENT)} in {last.period}"


def _place(day: date, waves: Sequence[date | None]) -> float | None:
    """Where a day falls along waves drawn one step apart: between the two it falls between, at most half a step outside; None farther off."""
    known = [(at, when) for at, when in enumerate(waves) if when is not None]
    if not known:
        return None
    for (at, before), (then, after) in pairwise(known):
        if before <= day <= after and after > before:
            return at + (then - at) * ((day - before) / (after - before))
    (first, early), (last, late) = known[0], known[-1]
    step = max((late - early) / (last - first), timedelta(days=1)) if last > first and late > early else _YEAR
    place = first - (early - day) / step if day < early else last + (day - late) / step
    return place if -0.5 <= place <= len(waves) - 0.5 else None
