"""What is rising, falling and missing in the log, term by term, against the same part of the year before; never a judgement on one or two."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.statistics.multiple_testing import benjamini_hochberg
from analysis.statistics.rate_ratio import rate_ratio
from analysis.text import label
from data.days import in_words
from data.vocabulary import CHARACTERISTICS

RISING, FALLING, MISSING, STEADY, FEW = "rising", "falling", "missing", "about the same", "too few to say"
# A movement is at least three activities and a quarter of what there was; less is the ordinary give and take of a log.
SMALLEST, SHARE = 3, 0.25
CHANCE = 0.05
# Dimension → (its table, its list, what its terms are called, and one of them).
DIMENSIONS = {
    "method": ("activity_methods", "methods", "Methodologies", "methodology"),
    "audience": ("activity_audiences", "audiences", "Audiences", "audience"),
    "area": ("activity_areas", "areas", "Areas", "area"),
    "characteristic": ("activity_characteristics", "", "Protected characteristics sought", "characteristic sought"),
    "objective": ("activity_objectives", "objectives", "Objectives, the themes of activity", "objective"),
    "duty": ("activity_duties", "duties", "Duties", "duty"),
}


@dataclass(frozen=True)
class Movement:
    """One term of one dimension: how many activities now and in the same part of the year before, what that is called, and the activities themselves.

    `chance` is True where events as rare as these could differ so much by chance alone, None where that was not asked.
    """

    dimension: str
    term: str
    now: int
    before: int
    kind: str
    sentence: str
    chance: bool | None = None
    rows: tuple[dict[str, str], ...] = field(default=(), repr=False)


def movements(now: dict[str, pd.DataFrame], before: dict[str, pd.DataFrame] | None, when: str, when_before: str) -> list[Movement]:
    """Every term of every list with its movement. `before` is None where the records do not reach back.

    Rising and falling need a difference of three activities or more that is a quarter or more of what there was; missing is none at all now. Fewer
    than that is about the same, or too few to say where neither year had three. Whether chance could make a difference is the conditional exact test
    of two counts, with the p-values of the whole view raised (Benjamini and Hochberg 1995): it is said beside a movement and never hides one, for the
    log is a complete record.
    """
    found = [
        (dimension, str(term), own, earlier)
        for dimension, (table, listing, _, _) in DIMENSIONS.items()
        for term, own, earlier in _counted(dimension, table, listing, now, before)
    ]
    p_values = [rate.p if earlier is not None and (rate := rate_ratio(len(earlier), len(own))) else None for _, _, own, earlier in found]
    adjusted = benjamini_hochberg(p_values)
    return [
        _movement(dimension, term, own, earlier, p, (when, when_before)) for (dimension, term, own, earlier), p in zip(found, adjusted, strict=True)
    ]


def kind_of(now: int, before: int | None) -> str:
    """The word for two counts."""
    if now == 0:
        return MISSING
    if before is None:
        return STEADY
    if abs(now - before) >= max(SMALLEST, SHARE * before):
        return RISING if now > before else FALLING
    return FEW if max(now, before) < SMALLEST else STEADY


def how_sure(found: list[Movement]) -> str:
    """What chance may have to do with the movements, said once for all of them; '' where nothing rose or fell."""
    judged = [one for one in found if one.chance is not None]
    if not any(one.chance for one in judged):
        return ""
    if all(one.chance for one in judged):
        return "Each of these differences is small enough to come about by chance alone."
    return "Where nothing else is said, a difference is small enough to come about by chance alone."


def headline(found: list[Movement]) -> str:
    """How many terms are rising, falling and missing."""
    counts = {kind: sum(one.kind == kind for one in found) for kind in (RISING, FALLING, MISSING)}
    if not found:
        return "Nothing to compare in this period"
    return f"{counts[RISING]} rising, {counts[FALLING]} falling, {counts[MISSING]} missing"


def _counted(
    dimension: str, table: str, listing: str, now: dict[str, pd.DataFrame], before: dict[str, pd.DataFrame] | None
) -> Iterator[tuple[str, Any, Any]]:
    """Each term in words with its activities now and, where there are any to compare with, earlier."""
    terms = _terms(dimension, now[listing]) if listing else CHARACTERISTICS
    sides = [None if frames is None else frames["activities"].merge(frames[table], on="activity_id") for frames in (now, before)]
    for term, words in terms.items():
        own, earlier = (None if side is None else side[side[dimension] == term].drop_duplicates("activity_id") for side in sides)
        yield words, own, earlier


def _terms(dimension: str, listed: pd.DataFrame) -> dict[str, str]:
    """Every term of a list, with the words people know it by."""
    if dimension == "objective":
        return {name: f"{name}. {outcome}" for name, outcome in zip(listed["objective"], listed["outcome"], strict=True)}
    return dict(zip(listed[dimension], listed["name" if dimension == "duty" else dimension], strict=True))


def _movement(dimension: str, term: str, own: pd.DataFrame, earlier: pd.DataFrame | None, p: float, when: tuple[str, str]) -> Movement:
    now, before = len(own), None if earlier is None else len(earlier)
    kind = kind_of(now, before)
    chance = bool(p >= CHANCE) if kind in (RISING, FALLING) and p == p else None
    rows = [_row(row, when[0]) for row in own.itertuples()] + ([] if earlier is None else [_row(row, when[1]) for row in earlier.itertuples()])
    return Movement(dimension, term, now, before or 0, kind, _sentence(now, before, kind, chance, when[1]), chance, tuple(rows))


def _sentence(now: int, before: int | None, kind: str, chance: bool | None, when_before: str) -> str:
    if before is None:
        return f"{_many(now)}; nothing earlier to compare with." if now else "none, and nothing earlier to compare with."
    if now == 0:
        return f"none; {_many(before)} in {when_before}." if before else "none in either period."
    words = f"{_many(now)}; {before or 'none'} in {when_before}"
    if kind == FEW:
        return f"{words}. Too few to call a rise or a fall."
    return f"{words}. More than chance alone would make." if chance is False else f"{words}."


def _row(row: Any, when: str) -> dict[str, str]:
    people = "not recorded" if pd.isna(row.participants_low) else f"{row.participants_low:,.0f}"
    held = in_words(row.held_on) if not pd.isna(row.held_on) else "no date"
    return {"title": label(row.title) if isinstance(row.title, str) else "No title", "held": held, "people": people, "when": when}


def _many(count: int) -> str:
    return f"{count} {'activity' if count == 1 else 'activities'}" if count else "none"
