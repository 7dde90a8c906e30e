"""What an office's own review warned of, as checks on the log: each with its rule, its finding, its status and the rows it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from analysis.aims import NO_DATA, Status
from analysis.planning.loops import Loops
from analysis.readings import Reading
from analysis.text import label
from analysis.wording import change, figure, number
from data.days import in_words

BORNE_OUT = Status("missed", "Borne out", "✖")
IN_PART = Status("close", "In part", "≈")
NOT_BORNE_OUT = Status("met", "Not borne out", "✔")
STATUSES = (BORNE_OUT, IN_PART, NOT_BORNE_OUT, NO_DATA)
RULES_ARE_OURS = (
    "The warnings are those of Cleveland's strategy 2021 to 2024, page 7; any office may face them. It sets no numbers: the thresholds are "
    "conventions of Sounding Board, the same for every office."
)
# Shares at which a warning counts as borne out, and in part.
_MOST_FACE_TO_FACE = (2 / 3, 0.5)
_LEAST_ONLINE = (0.2, 1 / 3)
_MOST_UNTRACKED = (0.5, 0.25)
_LEAST_YOUNG = (0.1, 0.15)
_LEAST_RURAL = (0.0, 0.05)
_FELL = 3
_MOST_TWICE = (3, 1)
# Check → words that a watch item of a strategy has in its measure and its terms where it is about the same.
_WATCHED = {
    "face-to-face": (("face_to_face_share",),),
    "untracked": (("outcomes_evidenced_share",), ("told_back_share",), ("time_to_feedback",)),
    "young-people": (("activities_held", "young"), ("group_representation", "age")),
    "digital": (("digital_share",),),
    "rural": (("activities_held", "rural"),),
}


@dataclass(frozen=True)
class Check:
    """One warning: `finding` is what the log shows, `rule` what decides the `status`, `watched` what this office's own strategy says of it."""

    name: str
    title: str
    rule: str
    finding: str
    status: Status
    watched: str = ""
    rows: tuple[dict[str, str], ...] = field(default=(), repr=False)


def checks(
    now: dict[str, pd.DataFrame], before: dict[str, pd.DataFrame] | None, loops: Loops, twice: Sequence[dict[str, str]], near: int
) -> list[Check]:
    """The six checks for one period; `before` is the same part of the year before, None where there are no records of it.

    `twice` are pairs of activities done by different organisations for the same people, `near` the number of near-duplicate questions between
    surveys.
    """
    return [
        _channel(now, "face to face", "face-to-face", "Over-reliance on face to face", _MOST_FACE_TO_FACE, most=True),
        _untracked(loops),
        _sought(now, before, "young", "young-people", "Young people", _LEAST_YOUNG),
        _channel(now, "online", "digital", "Lack of digital engagement", _LEAST_ONLINE, most=False),
        _sought(now, before, "rural", "rural", "Rural reach", _LEAST_RURAL),
        _twice(twice, near),
    ]


def headline(found: Sequence[Check]) -> str:
    """How many warnings the log bears out."""
    judged = [one for one in found if one.status != NO_DATA]
    return f"{sum(one.status == BORNE_OUT for one in judged)} of {len(judged)} warnings borne out" if judged else "No warning can be judged yet"


def _channel(now: dict[str, pd.DataFrame], channel: str, name: str, title: str, marks: tuple[float, float], most: bool) -> Check:
    activities, methods = now["activities"], now["methods"]
    used = now["activity_methods"].merge(methods, on="method")
    own = activities[activities["activity_id"].isin(used.loc[used["channel"] == channel, "activity_id"])]
    known = activities["activity_id"].isin(now["activity_methods"]["activity_id"]).sum()
    side = ("more", "half or more") if most else ("less", f"less than {_part(marks[1])}")
    rule = (
        f"Borne out where {_part(marks[0])} of activities or {side[0]} were {channel}; in part where {side[1]}."
        if most
        else f"Borne out where less than {_part(marks[0])} of activities were {channel}; in part where {side[1]}."
    )
    if not known:
        return Check(name, title, rule, "No activity of the period has a methodology recorded.", NO_DATA)
    share = len(own) / known
    status = _by_marks(share, marks) if most else _by_marks(-share, (-marks[0], -marks[1]), strictly=True)
    finding = f"{len(own)} of {known} activities were {channel}: {number(share, 'per cent')}."
    return Check(name, title, rule, finding, status, rows=_rows(own))


def _untracked(loops: Loops) -> Check:
    rule = (
        "Of activities that ended twelve weeks ago or more: borne out where no outcome is recorded for half or more, in part for a quarter or more. "
        "This counts activities; evidence and told back count outcomes."
    )
    title = "Outcomes untracked"
    if not loops.due:
        return Check("untracked", title, rule, "No activity of the period ended twelve weeks ago or more.", NO_DATA)
    share = len(loops.silent) / loops.due
    finding = f"{len(loops.silent)} of {loops.due} activities due an answer have no outcome recorded: {number(share, 'per cent')}."
    rows = tuple({"title": row["title"], "held": row["when"], "note": "No outcome recorded"} for row in loops.silent)
    return Check("untracked", title, rule, finding, _by_marks(share, _MOST_UNTRACKED), rows=rows)


def _sought(
    now: dict[str, pd.DataFrame], before: dict[str, pd.DataFrame] | None, word: str, name: str, title: str, marks: tuple[float, float]
) -> Check:
    """Activities for an audience, by a word in its name, as the strategies list it."""
    audiences = now["audiences"]["audience"]
    named = audiences[audiences.str.contains(word, case=False)]
    least = f"fewer than {_part(marks[0])} of activities were" if marks[0] else "no activity was"
    rule = f"Borne out where {least} for them; in part where fewer than {_part(marks[1])}, or three fewer than in the same part of the year before."
    own, known = _for_audiences(now, named)
    if named.empty or not known:
        return Check(
            name, title, rule, "The strategy's list has no such audience." if named.empty else "No activity has an audience recorded.", NO_DATA
        )
    earlier = len(_for_audiences(before, named)[0]) if before is not None else None
    share = len(own) / known
    bad = share < marks[0] or not len(own)
    part = share < marks[1] or (earlier is not None and earlier - len(own) >= _FELL)
    compared = f"; {earlier} in the same part of the year before" if earlier is not None else ""
    finding = f"{len(own)} of {known} activities were for {named.iloc[0].lower()}: {number(share, 'per cent')}{compared}."
    return Check(name, title, rule, finding, BORNE_OUT if bad else IN_PART if part else NOT_BORNE_OUT, rows=_rows(own))


def _twice(twice: Sequence[dict[str, str]], near: int) -> Check:
    rule = (
        "Counts pairs of activities by different organisations within four weeks for the same audience in the same area, and near-duplicate "
        "questions between surveys. Borne out at three or more, in part at one or two."
    )
    many = len(twice) + near
    pairs = f"{len(twice) or 'No'} {'pair' if len(twice) == 1 else 'pairs'} of activities by different organisations"
    finding = f"{pairs}; {near or 'no'} near-duplicate {'question' if near == 1 else 'questions'}."
    rows = tuple(
        {"title": f"{pair['first']}; {pair['second']}", "held": pair["when"], "note": f"{pair['audience']}, {pair['area']}: {pair['leads']}"}
        for pair in twice
    )
    return Check("duplicated", "Duplicated work", rule, finding, _by_marks(many, _MOST_TWICE), rows=rows)


def _for_audiences(frames: dict[str, pd.DataFrame], named: pd.Series) -> tuple[pd.DataFrame, int]:
    """The activities for any of some audiences, and how many activities have an audience."""
    activities, of = frames["activities"], frames["activity_audiences"]
    own = activities[activities["activity_id"].isin(of.loc[of["audience"].isin(named), "activity_id"])]
    return own, int(activities["activity_id"].isin(of["activity_id"]).sum())


def _by_marks(value: float, marks: tuple[float, float], strictly: bool = False) -> Status:
    """Borne out from the first mark up, in part from the second; beyond them only, where `strictly`."""
    at = [value > mark if strictly else value >= mark for mark in marks]
    return BORNE_OUT if at[0] else IN_PART if at[1] else NOT_BORNE_OUT


def _part(share: float) -> str:
    return {2 / 3: "two thirds", 0.5: "half", 0.2: "a fifth", 1 / 3: "a third", 0.1: "one in ten", 0.15: "three in twenty", 0.05: "one in twenty"}[
        share
    ]


def _rows(activities: pd.DataFrame) -> tuple[dict[str, str], ...]:
    newest: list[Any] = list(activities.sort_values("held_on", ascending=False, na_position="last", kind="stable").itertuples())
    return tuple(
        {
            "title": label(row.title) if isinstance(row.title, str) else "No title",
            "held": in_words(row.held_on) if not pd.isna(row.held_on) else "no date",
            "note": "people not recorded" if pd.isna(row.participants_low) else f"{row.participants_low:,.0f} people",
        }
        for row in newest
    )


def watched_by(found: Sequence[Check], only: Sequence[tuple[tuple[str, str], ...]], readings: Sequence[Reading]) -> list[Check]:
    """The checks with what this office's own strategy asks to watch of the same thing; `only` and `readings` are its watch items, in step."""
    return [
        replace(check, watched=" ".join(_of_watch(check.name, terms, reading) for terms, reading in zip(only, readings, strict=True)).strip())
        for check in found
    ]


def _of_watch(name: str, only: tuple[tuple[str, str], ...], reading: Reading) -> str:
    words = " ".join((reading.measure.name, *(term for pair in only for term in pair))).casefold()
    if not any(all(word in words for word in wanted) for wanted in _WATCHED.get(name, ())):
        return ""
    return f"This strategy watches {reading.title[:1].lower()}{reading.title[1:]}: {figure(reading.now)}. {change(reading)}"
