"""Outcomes as people read them: what was said, what was done, how far it has come, the evidence, and who was told."""

import pandas as pd

from analysis.readings import Reading
from analysis.text import says_something
from analysis.wording import figure
from data.days import in_words
from data.vocabulary import OUTCOME_KINDS, OUTCOME_STAGES

_KINDS = {"heard": "", "under way": "warn", "done": "good", "not taken forward": ""}


def threads(outcomes: pd.DataFrame) -> list[dict[str, str]]:
    """One record an outcome, newest first, every part in words and blank parts said to be blank."""
    newest = outcomes.sort_values("counted_on", ascending=False, na_position="last", kind="stable")
    return [_thread(row) for _, row in newest.iterrows()]


def headline(read: list[Reading], listed: list[dict[str, str]]) -> str:
    """The finding of the page: how many evidenced examples, and how many are done without evidence."""
    examples = read[0]
    if not listed:
        return f"Nothing is recorded for {examples.when}"
    count = figure(examples.now)
    without = sum(one["stage_name"] == "done" and not one["evidenced"] for one in listed)
    words = f"{count} 'You said, we did' example{'s' if count != '1' else ''} with evidence"
    return f"{words}; {without} done without any" if without else words


def _thread(row: pd.Series) -> dict[str, str]:
    stage = row["stage"] if _has(row["stage"]) else ""
    ways = (row[part] for part in ("told_whom", "told_how"))
    told = " ".join(filter(None, [*(_text(way) for way in ways if says_something(way)), _day(row["told_on"])]))
    return {
        "said": _text(row["you_said"]) or "Not recorded",
        "heard": _day(row["heard_on"]),
        "did": _text(row["we_did"]) or (_text(row["decided"]) and f"Decided: {_text(row['decided'])}") or "Nothing recorded yet",
        "stage": OUTCOME_STAGES.get(stage, "Stage not recorded"),
        "stage_name": stage,
        "stage_kind": _KINDS.get(stage, ""),
        "kind": OUTCOME_KINDS.get(row["kind"], "") if _has(row["kind"]) else "",
        "changed": _text(row["changed"]),
        "evidence": _text(row["evidence"]) or "No evidence recorded",
        "evidenced": "yes" if says_something(row["evidence"]) else "",
        "why": _text(row["decided"]) if stage == "not taken forward" else "",
        "told": told or "Nobody told yet",
        "was_told": "yes" if told else "",
    }


def _has(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _text(value: object) -> str:
    return str(value).strip() if _has(value) else ""


def _day(value: object) -> str:
    return f"{in_words(value)}" if isinstance(value, pd.Timestamp) and not pd.isna(value) else ""
