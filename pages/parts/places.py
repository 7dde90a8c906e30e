"""What each figure rests on, in the words that stand under it."""

from analysis.readings import Reading
from data.days import in_words
from pages.parts import session

NAMES = {
    "activities": "activity log",
    "outcomes": "you said, we did log",
    "plan": "engagement plan",
    "survey": "survey answers",
    "population": "Census 2021",
}
# The file behind each frame that a measure may need.
_FILES = {
    "outcomes": "outcomes",
    "plan": "plan",
    "tallies": "survey",
    "questions": "survey",
    "respondent_tallies": "survey",
    "population": "population",
}


def source(*kinds: str) -> str:
    """The files behind a figure and how far they reach: 'Source: activity log, up to 14 November 2026'."""
    current = session.frames()["imports"]
    parts = []
    for kind in kinds:
        reach = current[(current["kind"] == kind) & (current["status"] == "current")]["up_to"].dropna()
        parts.append(NAMES[kind] + (f", up to {in_words(reach.max())}" if len(reach) else ""))
    return f"Source: {'; '.join(parts)}"


def source_of(reading: Reading) -> str:
    """The files behind a reading, by the frames its measure needs."""
    return source(*dict.fromkeys(_FILES.get(need, "") for need in reading.measure.needs if need in _FILES) or ("activities",))


def freshness() -> str:
    """How far the figures reach and when the last file came."""
    imports = session.frames()["imports"]
    current = imports[imports["status"] == "current"]
    if current.empty:
        return "No file is in the figures."
    reach = current["up_to"].dropna()
    words = f"Figures up to {in_words(reach.max())}. " if len(reach) else ""
    return f"{words}Last file added {in_words(current['imported_at'].max())}."
