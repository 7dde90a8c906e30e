"""What a survey's answers can be seen by, and in which order its categories stand."""

import pandas as pd

from analysis.suppression import FEWEST
from data.ages import bounds
from data.vocabulary import SPLITS

# With fewer respondents a breakdown by who they are would point at people.
FEWEST_FOR_SPLITS = 50


def offered(respondent_tallies: pd.DataFrame) -> list[str]:
    """The splits of one survey with at least two categories of ten people or more; none in a survey of fewer than fifty."""
    if _respondents(respondent_tallies) < FEWEST_FOR_SPLITS:
        return []
    stated = respondent_tallies[(respondent_tallies["state"] == "answered") & (respondent_tallies["people"] >= FEWEST)]
    counts = stated.groupby("split")["category"].nunique()
    return [split for split in SPLITS if counts.get(split, 0) >= 2]


def order_of(respondent_tallies: pd.DataFrame, split: str, areas: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The categories of a split in order: ages from young to old, areas as the strategy lists them, others from most to fewest people."""
    own = respondent_tallies[(respondent_tallies["split"] == split) & respondent_tallies["category"].notna()]
    ranked = own.groupby("category")["people"].sum().sort_values(ascending=False, kind="stable").index
    if split == "age":
        return tuple(sorted(ranked, key=lambda band: bounds(band)[0]))
    if split == "area":
        return tuple(area for area in areas if area in set(ranked))
    return tuple(ranked)


def why_not(respondent_tallies: pd.DataFrame) -> str:
    """Why a survey cannot be seen by who answered, in a sentence; '' where it can."""
    if _respondents(respondent_tallies) < FEWEST_FOR_SPLITS:
        return f"Shown in all only: with fewer than {FEWEST_FOR_SPLITS} respondents a breakdown would point at people."
    return "" if offered(respondent_tallies) else "Shown in all only: this survey did not ask who people are or where they live."


def _respondents(respondent_tallies: pd.DataFrame) -> float:
    return float(respondent_tallies.loc[respondent_tallies["split"] == "all", "people"].sum())
