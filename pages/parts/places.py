"""What each figure rests on, in the words that stand under it."""

import pandas as pd

from pages.parts import session


def source(*kinds: str) -> str:
    """The files behind a figure and how far they reach: 'Source: activity log, up to 14 November 2026'."""
    names = {"activities": "activity log", "outcomes": "you said, we did log", "plan": "engagement plan", "survey": "survey answers", "population": "Census 2021"}
    current = session.frames()["imports"]
    parts = []
    for kind in kinds:
        reach = current[(current["kind"] == kind) & (current["status"] == "current")]["up_to"].dropna()
        parts.append(names[kind] + (f", up to {_day(reach.max())}" if len(reach) else ""))
    return f"Source: {'; '.join(parts)}"


def freshness() -> str:
    """How far the figures reach and when the last file came."""
    imports = session.frames()["imports"]
    current = imports[imports["status"] == "current"]
    if current.empty:
        return "No file is in the figures."
    reach = current["up_to"].dropna()
    words = f"Figures up to {_day(reach.max())}. " if len(reach) else ""
    return f"{words}Last file added {_day(current['imported_at'].max())}."


def _day(moment: pd.Timestamp) -> str:
    return f"{moment:%-d %B %Y}"
