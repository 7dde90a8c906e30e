"""The population figures a survey is weighted to, checked against who answered; and the refusals when they cannot be met."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

FEWEST = 10
MOST_UNKNOWN = 0.10
SAME_TOTAL = 1e-6


class WeightingError(ValueError):
    """No honest weights exist for these people and these population figures; the message says why and what to do.

    `reason` is one of: "empty level", "unexpected level", "too few", "too many unknown", "totals differ", "bad target", "bad start",
    "margins cannot be met", "cap cannot be held". `margin` and `level` say where, and may be empty.
    """

    def __init__(self, reason: str, sentence: str, margin: str = "", level: str = "") -> None:
        self.reason = reason
        self.margin = margin
        self.level = level
        super().__init__(sentence)


@dataclass(frozen=True)
class Margin:
    """One characteristic weighted on: `codes` gives each row's level (−1 unknown), `shares` what each level is of the population."""

    name: str
    levels: tuple[str, ...]
    codes: np.ndarray
    shares: np.ndarray

    def sums(self, weights: np.ndarray) -> np.ndarray:
        """The weight in each level, those whose level is unknown left aside."""
        known = self.codes >= 0
        return np.bincount(self.codes[known], weights[known], minlength=len(self.levels))

    def errors(self, weights: np.ndarray) -> np.ndarray:
        """How far each level's share of the weight is from its share of the population."""
        sums = self.sums(weights)
        return np.abs(sums / sums.sum() - self.shares)


def read_margins(tally: pd.DataFrame, population: Mapping[str, pd.Series]) -> tuple[list[Margin], float]:
    """The margins in the order given and the population total, or a refusal.

    `tally` has a column for each margin (a level's name, blank where unknown), `people` and `start` (the sum of their start weights).
    `population` gives for each margin the people in each level. Refuses (WeightingError) where a level has a population and no one
    answered, or the other way round; where fewer than 10 people are in a level, or over 10% did not say; where totals differ by more
    than one in a million; and where a population or start weight is negative, missing or nothing but noughts.
    """
    start = tally["start"].to_numpy(dtype=float)
    if not (np.all(np.isfinite(start)) and np.all(start >= 0) and start.sum() > 0):
        raise WeightingError("bad start", "A start weight is missing or below nought, or all are nought. Correct the column of start weights.")
    margins = [_margin(tally, name, target) for name, target in population.items()]
    totals = {name: float(target.sum()) for name, target in population.items()}
    first = next(iter(totals.values()))
    for name, total in totals.items():
        if abs(total - first) > SAME_TOTAL * first:
            sentence = f"The population figures for {name} add up to a different total from the rest. Use figures for the same people."
            raise WeightingError("totals differ", sentence, name)
    return margins, first


def margin_table(tally: pd.DataFrame, population: Mapping[str, pd.Series], factor: np.ndarray) -> pd.DataFrame:
    """Each level before and after weighting, beside the population: `margin`, `level`, `people`, `before`, `after`, `population`.

    The last three are shares of those whose level is known. `factor` multiplies the start weight of each row of the tally.
    """
    start = tally["start"].to_numpy(dtype=float)
    parts = []
    for margin in read_margins(tally, population)[0]:
        before, after = margin.sums(start), margin.sums(start * factor)
        columns = {
            "margin": margin.name,
            "level": margin.levels,
            "people": margin.sums(tally["people"].to_numpy(dtype=float)).astype(int),
            "before": before / before.sum(),
            "after": after / after.sum(),
            "population": margin.shares,
        }
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True)


def _margin(tally: pd.DataFrame, name: str, target: pd.Series) -> Margin:
    sizes = target.to_numpy(dtype=float)
    if not (np.all(np.isfinite(sizes)) and np.all(sizes >= 0) and sizes.sum() > 0):
        raise WeightingError("bad target", f"A population figure for {name} is missing or below nought. Correct the population file.", name)
    codes = target.index.get_indexer(pd.Index(tally[name]))
    strange = (codes < 0) & tally[name].notna().to_numpy()
    if strange.any():
        level = str(tally[name][strange].iloc[0])
        raise WeightingError("unexpected level", f"There is no population figure for “{level}” of {name}. Add one, or merge it.", name, level)
    margin = Margin(name, tuple(map(str, target.index)), codes, sizes / sizes.sum())
    people, start = (margin.sums(tally[column].to_numpy(dtype=float)) for column in ("people", "start"))
    for at, level in enumerate(margin.levels):
        _check_level(name, level, people[at], start[at], sizes[at])
    everyone = float(tally["people"].sum())
    if everyone - people.sum() > MOST_UNKNOWN * everyone:
        raise WeightingError("too many unknown", f"More than one in ten did not give their {name}, so it cannot be weighted on. Leave it out.", name)
    return margin


def _check_level(name: str, level: str, people: float, start: float, size: float) -> None:
    if size > 0 and start <= 0:
        sentence = f"No one in “{level}” of {name} answered, so no one can stand for them. Merge it with another level."
        raise WeightingError("empty level", sentence, name, level)
    if size == 0 and people > 0:
        sentence = f"People in “{level}” of {name} answered, but the population figure is nought. Correct it, or merge the level."
        raise WeightingError("unexpected level", sentence, name, level)
    if size > 0 and people < FEWEST:
        sentence = f"Fewer than {FEWEST} people in “{level}” of {name} answered, too few to stand for the rest. Merge it with another level."
        raise WeightingError("too few", sentence, name, level)
