"""Whether people noticed: what later surveys say about feeling able to influence decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.suppression import LOW_BASE, Published
from analysis.thread.each_row import each_row
from analysis.wording import number


@dataclass(frozen=True)
class Noticed:
    """One wave that asked whether people feel able to influence decisions: the day it closed, and what it found in words."""

    closed_on: pd.Timestamp
    words: str


def waves_that_asked(by_wave: Published, surveys: pd.DataFrame) -> list[Noticed]:
    """The waves with a figure fit to be shown, earliest first. `by_wave` is the influence measure split by the day each wave closed."""
    titles = surveys.dropna(subset=["closed_on"]).drop_duplicates("closed_on").set_index("closed_on")["title"]
    shown = by_wave.rows[by_wave.rows["flag"].isin(["", LOW_BASE])].dropna(subset=["value", "closed_on"]).sort_values("closed_on")
    return [
        Noticed(
            row.closed_on, f"{number(row.value, by_wave.measure.unit)} felt able to influence decisions in {titles.get(row.closed_on, 'the survey')}"
        )
        for row in each_row(shown)
    ]


def after(waves: Sequence[Noticed], told_on: object) -> str:
    """What the first wave to close after people were told found; '' where there is none. It does not say that the one led to the other."""
    if not isinstance(told_on, pd.Timestamp) or pd.isna(told_on):
        return ""
    return next((wave.words for wave in waves if wave.closed_on > told_on), "")
