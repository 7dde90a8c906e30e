"""Surveys and activities together: what can be said of everyone who took part, as bounds where nobody recorded who came.

Three things are never mixed: responses (to surveys), attendances (at activities), and people. Responses and attendances together are times
someone took part; how many different people that was, nobody knows.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.scope import Frames
from analysis.suppression import FEWEST, rounded
from analysis.wording import number
from data.vocabulary import CHARACTERISTICS


@dataclass(frozen=True)
class Pooled:
    """Everyone of a period together, in words: `counted` says each kind of number, `rows` the bounds of each group, `known` why they are bounds."""

    headline: str
    counted: tuple[dict[str, str], ...]
    rows: tuple[dict[str, str], ...]
    known: str


@dataclass(frozen=True)
class Bounds:
    """Of all the times someone took part, the least and the most that a group's share can be. `known` of them are known to be the group's."""

    known: float
    lowest: float
    highest: float


def group_bounds(known: float, elsewhere: float, unknown_low: float, unknown_high: float) -> Bounds:
    """A group's bounds when some of those who took part are not known to be in it or out of it.

    `known` are in the group, `elsewhere` are known to be outside it, and between `unknown_low` and `unknown_high` could be either (worst-case
    bounds, Manski 1989). The least share supposes that as many as possible came and none was of the group, the most that all were.
    """
    most, least = known + elsewhere + unknown_high, known + elsewhere + unknown_low
    if not least > 0:
        return Bounds(known, np.nan, np.nan)
    return Bounds(known, known / most, max((known + unknown_low) / least, (known + unknown_high) / most))


def pooled(frames: Frames, split: str, when: str) -> Pooled:
    """Surveys and activities of the frames together, by the groups of one characteristic.

    People at an activity that fielded a survey are counted as its responses where that period has survey answers, not again as attendances.
    """
    surveys, tallies = frames["surveys"], frames["respondent_tallies"]
    activities = frames["activities"]
    fielding = activities["survey"].notna() & (activities["survey"] != "") if len(surveys) else pd.Series(False, activities.index)
    attended = activities[~fielding]
    low = float(attended["participants_low"].fillna(0).sum())
    high = float(attended["participants_high"].fillna(attended["participants_low"]).fillna(0).sum())
    without = int(attended["participants_low"].isna().sum())
    responses = float(tallies.loc[tallies["split"] == "all", "people"].sum())
    own = tallies[tallies["split"] == split]
    stated = own[(own["state"] == "answered") & own["category"].notna()]
    rows = tuple(_row(str(group), stated, responses, low, high) for group in _in_order(stated))
    told = _seen(stated["people"].sum())
    counted = (
        {"title": "Responses to surveys", "value": _times(responses), "words": f"{_surveys(len(surveys))}. One person may have answered several."},
        {"title": "Attendances at activities", "value": _range(low, high), "words": _attended_words(len(attended), without, int(fielding.sum()))},
        {
            "title": "Different people",
            "value": _people(frames, responses, low, high),
            "words": "Nobody records who came, so it cannot be told more nearly.",
        },
    )
    parts = told / (_seen(responses) + high) if _seen(responses) + high > 0 else np.nan
    told_enough = _seen(responses) and told >= FEWEST
    share, name = number(parts, "per cent"), CHARACTERISTICS[split]
    headline = f"{name} known for {share} of the times people took part" if told_enough else f"{name} was not recorded of those who took part"
    known = (
        f"{when}. Surveys asked who people are; most activities record only how many came. So a group's share of all the times people took part "
        "can only be said to lie between two figures: the lower if nobody else was of that group, the higher if everybody else was."
    )
    return Pooled(headline, counted, rows if told_enough else (), known)


def _row(group: str, stated: pd.DataFrame, responses: float, low: float, high: float) -> dict[str, str]:
    """One group's bounds, from rounded numbers. A survey that offered other groups says nothing of this one."""
    offering = stated[stated["survey_id"].isin(stated.loc[stated["category"] == group, "survey_id"])]
    ours = _seen(offering.loc[offering["category"] == group, "people"].sum())
    others = _seen(offering.loc[offering["category"] != group, "people"].sum())
    if not ours:
        return {"group": group, "responses": "Fewer than 10", "lowest": "–", "highest": "–"}
    silent = max(0.0, _seen(responses) - ours - others)
    found = group_bounds(ours, others, silent + low, silent + high)
    return {"group": group, "responses": number(ours, ""), "lowest": number(found.lowest, "per cent"), "highest": number(found.highest, "per cent")}


def _in_order(stated: pd.DataFrame) -> list[object]:
    return list(dict.fromkeys(stated.sort_values("category", kind="stable")["category"]))


def _people(frames: Frames, responses: float, low: float, high: float) -> str:
    """At least the largest single survey or activity, at most every response and attendance by somebody new."""
    single = frames["respondent_tallies"]
    largest = [single.loc[single["split"] == "all", "people"].max(), frames["activities"]["participants_low"].max()]
    least = _seen(max((value for value in largest if not pd.isna(value)), default=0.0))
    most = _seen(responses) + high
    return f"{number(least, '')} to {number(most, '')}" if most > 0 else "–"


def _seen(people: float) -> float:
    """A number of respondents as it is published: to the nearest five, and nought where it is hidden."""
    shown = rounded(pd.Series([float(people)])).iloc[0]
    return 0.0 if np.isnan(shown) else float(shown)


def _times(people: float) -> str:
    return number(_seen(people), "") if people >= FEWEST else "Fewer than 10" if people > 0 else "0"


def _range(low: float, high: float) -> str:
    return number(low, "") if high <= low else f"{number(low, '')} to {number(high, '')}"


def _surveys(count: int) -> str:
    return f"{count} survey{'' if count == 1 else 's'}"


def _attended_words(held: int, without: int, fielding: int) -> str:
    parts = [f"{held} activit{'y' if held == 1 else 'ies'}, {without} of them without a number."]
    if fielding:
        parts.append(f"{fielding} that fielded a survey {'is' if fielding == 1 else 'are'} left out: those people are its responses.")
    return " ".join(parts)
