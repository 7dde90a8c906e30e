"""Each thing people said, followed from where it was asked to whether people noticed: eight links, and which of them are broken."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.statistics.waiting import TARGET_DAYS
from analysis.text import says_something
from analysis.thread.each_row import each_row
from analysis.thread.elapsed import ago
from analysis.thread.noticed import Noticed, after
from data.days import in_words
from data.vocabulary import OUTCOME_KINDS, OUTCOME_STAGES

# A link is whole; missing, though the stage says it has been passed; waiting, as the next one to come; later; or not needed.
WHOLE, MISSING, WAITING, LATER, NOT_NEEDED = "whole", "missing", "waiting", "later", "not needed"
LINKS = {
    "asked": "Asked",
    "heard": "Heard",
    "considered": "Considered",
    "decided": "Decided",
    "changed": "Changed",
    "evidence": "Evidence",
    "told": "Told back",
    "noticed": "Noticed",
}
# The links that each stage says have been passed.
_PASSED = {
    "heard": ("asked", "heard"),
    "under way": ("asked", "heard", "considered"),
    "done": ("asked", "heard", "considered", "decided", "changed", "evidence", "told"),
    "not taken forward": ("asked", "heard", "considered", "decided", "changed", "told"),
}
_ABSENT = {
    "asked": "no activity or survey named",
    "heard": "nothing recorded of what was said",
    "considered": "not recorded where it was considered",
    "decided": "no decision recorded",
    "changed": "nothing recorded as done",
    "evidence": "no evidence recorded",
    "told": "nobody told back",
    "noticed": "no survey since has asked whether people feel able to influence decisions",
}
# The day an outcome last moved, latest first: column and what happened then.
_MOVED = (("done_on", "done"), ("decided_on", "decided"), ("considered_on", "considered"), ("heard_on", "heard"))


@dataclass(frozen=True)
class Link:
    """One link of a thread: its name and state, what is recorded, and how long it has been absent where it is."""

    name: str
    title: str
    state: str
    words: str
    days: int = 0

    @property
    def broken(self) -> bool:
        """Whether somebody should see to it: missing, or the next step and not taken for twelve weeks."""
        return self.state == MISSING or (self.state == WAITING and self.days > TARGET_DAYS)


@dataclass(frozen=True)
class Thread:
    """One thing people said and its eight links, in order. `age` says how long ago it last moved: 'heard 7 months ago'."""

    outcome_id: str
    ref: str
    said: str
    stage: str
    stage_name: str
    kind: str
    changed: str
    age: str
    links: tuple[Link, ...]

    @property
    def broken(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.broken)

    @property
    def finished(self) -> bool:
        return self.stage_name in ("done", "not taken forward")

    def link(self, name: str) -> Link:
        return next(link for link in self.links if link.name == name)


def threads(
    outcomes: pd.DataFrame, outcome_activities: pd.DataFrame, activities: pd.DataFrame, noticed: Sequence[Noticed], today: pd.Timestamp
) -> list[Thread]:
    """One thread an outcome, newest first.

    `activities` are those of all time, for things are heard in one year and done in another; `noticed` the waves that asked about influence.
    """
    known = sources(activities)
    named = outcome_activities.groupby("outcome_id")["activity_ref"].apply(list).to_dict() if len(outcome_activities) else {}
    newest = outcomes.sort_values("counted_on", ascending=False, na_position="last", kind="stable")
    return [_thread(row, named.get(row["outcome_id"], []), known, noticed, today) for _, row in newest.iterrows()]


def sources(activities: pd.DataFrame) -> dict[str, str]:
    """What an outcome may point to, by reference or survey name in small letters → the activity's title and day."""
    found: dict[str, str] = {}
    for row in each_row(activities):
        words = ", ".join(filter(None, [_text(row.title) or "Untitled activity", _day(row.held_on)]))
        for name in (row.activity_ref, row.survey):
            if _text(name):
                found.setdefault(_text(name).casefold(), words)
    return found


def _thread(row: pd.Series, refs: list[str], known: dict[str, str], noticed: Sequence[Noticed], today: pd.Timestamp) -> Thread:
    stage = _text(row["stage"])
    age = next((f"{verb} {ago(row[column], today)}" for column, verb in _MOVED if not pd.isna(row[column])), "day not recorded")
    links = _with_states(row, stage, _recorded(row, stage, refs, known, noticed), refs, today)
    return Thread(
        outcome_id=row["outcome_id"],
        ref=_text(row["outcome_ref"]),
        said=_text(row["you_said"]) or "Not recorded",
        stage=OUTCOME_STAGES.get(stage, "Stage not recorded"),
        stage_name=stage,
        kind=OUTCOME_KINDS.get(_text(row["kind"]), ""),
        changed=_text(row["changed"]),
        age=age,
        links=links,
    )


def _recorded(row: pd.Series, stage: str, refs: list[str], known: dict[str, str], noticed: Sequence[Noticed]) -> dict[str, str]:
    """What is recorded of each link, '' where nothing is. A cell that only says there is nothing to say records nothing."""
    refused = stage == "not taken forward"
    traced = [known[ref.casefold()] for ref in refs if ref.casefold() in known]
    told = _joined(row["told_whom"], row["told_how"], row["told_format"], row["told_on"])
    return {
        "asked": "; ".join(traced),
        "heard": _joined(row["you_said"], row["heard_on"]) if says_something(row["you_said"]) else "",
        "considered": _joined(row["considered_by"], row["considered_on"]),
        "decided": _joined(row["decided"], row["decided_on"]),
        "changed": (f"No change, because: {_text(row['decided'])}" if says_something(row["decided"]) else "")
        if refused
        else _joined(row["we_did"], row["done_on"])
        if says_something(row["we_did"])
        else "",
        "evidence": _joined(row["evidence"]),
        "told": told if told != _text(row["told_format"]) else "",
        "noticed": after(noticed, row["told_on"]),
    }


def _with_states(row: pd.Series, stage: str, recorded: dict[str, str], refs: list[str], today: pd.Timestamp) -> tuple[Link, ...]:
    passed = _PASSED.get(stage, ("asked", "heard"))
    absent = _ABSENT | ({"asked": f"{', '.join(refs)} is not in the activity log"} if refs else {})
    links: list[Link] = []
    next_named = False
    for name, title in LINKS.items():
        days = _days_since(row, name, today)
        if recorded[name]:
            state, words = WHOLE, recorded[name]
        elif name == "evidence" and stage == "not taken forward":
            state, words = NOT_NEEDED, "nothing was changed, so there is nothing to prove"
        elif name in passed:
            state, words = MISSING, absent[name]
        elif next_named or name == "noticed":
            state, words = LATER, absent[name] if name == "noticed" and recorded["told"] else "not yet"
        else:
            state, words, next_named = WAITING, absent[name], True
        links.append(Link(name, title, state, words, days if state in (MISSING, WAITING) else 0))
    return tuple(links)


def _days_since(row: pd.Series, name: str, today: pd.Timestamp) -> int:
    """Days since the outcome last moved before this link; 0 where no day is recorded."""
    before = {"considered": ("heard_on",), "decided": ("considered_on", "heard_on"), "changed": ("decided_on", "considered_on", "heard_on")}
    columns = before.get(name, tuple(column for column, _ in _MOVED) if name in ("evidence", "told") else ("heard_on",))
    return next((max(0, (today - row[column]).days) for column in columns if not pd.isna(row[column])), 0)


def _joined(*parts: object) -> str:
    """The parts that say something, one after another: words, then their day."""
    said = [_day(part) if isinstance(part, pd.Timestamp) else _text(part) if says_something(part) else "" for part in parts]
    return ", ".join(part.rstrip(".") if i < len(said) - 1 and any(said[i + 1 :]) else part for i, part in enumerate(said) if part)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _day(value: object) -> str:
    return in_words(value) if isinstance(value, pd.Timestamp) and not pd.isna(value) else ""
