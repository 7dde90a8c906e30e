"""Asked and never answered: activities from which nothing is recorded as heard, or of which nobody was told what came."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.statistics.waiting import TARGET_DAYS
from analysis.text import label
from analysis.thread.told import told_back
from data.days import in_words

NOTHING, NOT_TOLD, TOLD = "nothing recorded", "not told back", "told back"


@dataclass(frozen=True)
class Loops:
    """How many activities were due an answer, and those without: `silent` with no outcome recorded, `untold` with nobody told."""

    due: int
    told: int
    silent: list[dict[str, str]]
    untold: list[dict[str, str]]


def loops(frames: dict[str, pd.DataFrame], all_time: dict[str, pd.DataFrame]) -> Loops:
    """The activities of a period that were due an answer by its end, and which of them have had one, whenever it came.

    Due are those that asked something (all levels but inform) and ended twelve weeks or more before the day of `window`. An activity is answered
    where an outcome names it, or the survey it fielded, and people were told of it. `all_time` has the outcomes of every period. Newest first.
    """
    as_at = pd.Timestamp(frames["window"]["as_at"].iloc[0])
    activities = frames["activities"]
    ended = activities["ended_on"].fillna(activities["held_on"])
    due = activities[(ended <= as_at - pd.Timedelta(days=TARGET_DAYS)) & (activities["level"].fillna("") != "inform")].sort_values(
        "held_on", ascending=False, kind="stable"
    )
    traced = _traced(all_time, as_at)
    states = [_state(row, traced) for row in due.itertuples()]
    listed = list(zip(due.itertuples(), states, strict=True))
    return Loops(
        len(due),
        states.count(TOLD),
        [_record(row) for row, state in listed if state == NOTHING],
        [_record(row) for row, state in listed if state == NOT_TOLD],
    )


def in_a_sentence(found: Loops) -> str:
    """Of how many activities people were told what came, and what the others lack. It counts activities, where the measure counts outcomes."""
    if not found.due:
        return "No activity was due an answer yet."
    activities = "1 activity" if found.due == 1 else f"{found.due} activities"
    told = f"Of {activities} that ended twelve weeks ago or more, people were told what came of {found.told or 'none'}."
    lacking = ((len(found.silent), "no outcome recorded"), (len(found.untold), "an outcome nobody was told of"))
    listed = "; ".join(f"{many} {'has' if many == 1 else 'have'} {what}" for many, what in lacking if many)
    return f"{told} {listed}." if listed else told


def _traced(frames: dict[str, pd.DataFrame], as_at: pd.Timestamp) -> dict[str, bool]:
    """Every activity reference and survey an outcome names by the day → whether people were told of any such outcome by then."""
    outcomes = frames["outcomes"]
    known = outcomes[~(outcomes["heard_on"] > as_at)]
    named = frames["outcome_activities"].merge(known[["outcome_id"]].assign(told=told_back(known, as_at)), on="outcome_id")
    by_name = named.assign(key=named["activity_ref"].str.casefold().str.strip()).groupby("key")["told"].any()
    return {str(name): bool(answered) for name, answered in by_name.items()}


def _state(row: Any, traced: dict[str, bool]) -> str:
    names = [name.casefold().strip() for name in (row.activity_ref, row.survey) if isinstance(name, str) and name.strip()]
    known = [traced[name] for name in names if name in traced]
    return NOTHING if not known else TOLD if any(known) else NOT_TOLD


def _record(row: Any) -> dict[str, str]:
    return {
        "ref": label(row.activity_ref) if isinstance(row.activity_ref, str) else "–",
        "title": label(row.title) if isinstance(row.title, str) else "No title",
        "when": in_words(row.ended_on if pd.isna(row.held_on) else row.held_on),
    }
