"""Published results, readings and findings from a few typed-in numbers, for tests of what is said and drawn of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analysis.aims import judge
from analysis.finding import Finding
from analysis.measure import SHAPE, measures
from analysis.periods import Period
from analysis.readings import Reading
from analysis.suppression import Published, publish

YEAR = Period("2024-25", "2024/25", date(2024, 4, 1), date(2025, 3, 31))
SO_FAR = Period("2024-25", "2024/25", date(2024, 4, 1), date(2024, 11, 14), so_far=True)


def result(name: str, by: Sequence[str], *rows: dict[str, Any]) -> pd.DataFrame:
    """An unpublished result: dimensions and numbers as typed, a share's value worked out, everything else blank."""
    frame = pd.DataFrame(
        [{"measure": name, **dict.fromkeys(by), **dict.fromkeys(SHAPE, np.nan), **row} for row in rows], columns=["measure", *by, *SHAPE]
    )
    kind = measures()[name].kind
    if kind in ("share", "ratio"):
        frame["value"] = frame["value"].fillna(frame["numerator"] / frame["denominator"])
        frame["base"] = frame["base"].fillna(frame["denominator"])
    elif kind == "count":
        frame["value"] = frame["value"].fillna(frame["numerator"])
    return frame.astype(dict.fromkeys(SHAPE, "float64"))


def published(name: str, by: Sequence[str] = (), *rows: dict[str, Any]) -> Published:
    """The same, fit to be shown."""
    return publish(result(name, by, *rows), measures()[name], tuple(by))


def counted(numerator: float, denominator: float = np.nan, base: float = 100) -> dict[str, float]:
    return {"numerator": numerator, "denominator": denominator, "base": base}


def reading(
    name: str,
    now: dict[str, Any] | None,
    before: dict[str, Any] | None = None,
    aim: str = "",
    target: float | None = None,
    evidence: str = "",
    title: str = "",
    period: Period = YEAR,
    trend: Sequence[dict[str, Any]] = (),
) -> Reading:
    """A measure as it stands, beside the year or wave before; `now` and `before` are rows, None where there is none."""
    shown = published(name, (), *([now] if now else []))
    earlier = published(name, (), before) if before else None
    status = judge(shown, earlier, aim, target, period.so_far, evidence)
    by = "wave" if evidence else "year"
    return Reading(
        title=title or measures()[name].title,
        measure=measures()[name],
        why="The strategy says so.",
        aim=aim,
        target=target,
        period=period,
        when=period.said,
        when_before="the same part of 2023/24" if period.so_far else "2023/24",
        now=shown,
        before=earlier,
        trend=published(name, (by,), *trend),
        status=status,
        evidence=evidence,
    )


def finding(shown: Published, chart: str = "ranked", headline: str = "Focus groups were used most", **words: Any) -> Finding:
    """A finding of a published result, with words that do not matter."""
    if chart == "map":
        places = shown.rows[shown.by[0]].dropna().unique()
        words = {"outlines": {str(place): (((i, 54.0), (i + 1, 54.0), (i + 1, 55.0)),) for i, place in enumerate(places)}} | words
    given = {"name": "made-up", "subtitle": "Made up.", "base": "Base: 100 activities", "source": "Source: made up", "description": "Most: one."}
    return Finding(headline=headline, published=shown, chart=chart, **(given | words))
