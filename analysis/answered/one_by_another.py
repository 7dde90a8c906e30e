"""One question by another as a plain table: how many, weighted and not, and the share of each column, with what was left out of the base."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np

# What each figure of a cell is, for whoever reads the table.
MEANINGS = {
    "count": "people who gave the answer, unweighted",
    "weighted_count": "the sum of their weights",
    "percent": "share of the column: of those who gave an answer (don't know, refused, not applicable and blanks are not in the base)",
    "percent_of_all_replies": "share of the column with don't know, refused and not applicable in the base, blanks not",
    "percent_of_everyone": "share of the column with everybody in the base, blanks too",
    "row_percent": "share of the row: of those who gave this answer and are in a column that is an answer",
    "percent_of_table": "share of the whole table: of all who answered both questions",
    "_1dp": "the same share rounded to one decimal, halves upwards; without it a share is not rounded",
    "base": "people who gave an answer, unweighted; weighted_base is the sum of their weights, effective_base Kish's",
}
# Ways of not answering, each counted apart and none in the base of a share; a blank cell is the last of them.
BLANK = "no answer"


@dataclass(frozen=True)
class Given:
    """What was given to one question. `respondent` and `option` have one entry for each person (counted from 0) and answer; `option` is a place
    in `labels`, and `states` says of each label whether it is an answer at all."""

    name: str
    labels: Sequence[str]
    states: Sequence[str]
    respondent: np.ndarray
    option: np.ndarray


def tabulated(question: Given, by: Given, weight: np.ndarray) -> dict[str, Any]:
    """The table as nested dictionaries: `base`, `weighted_base`, `columns`, `rows` (each with a cell per column and its total), `left_out`.

    `weight` has one entry for each person: 1 where nothing is weighted; a person whose weight is not a number is left out and counted.
    The shares of a cell stand side by side, as MEANINGS says of each. A person who gave several answers counts once in each of them and once in a
    base. `total` is of everybody, `total_of_columns` of those in a column that is an answer. Shares are never averaged or rounded before use, and
    no column is compared with the total it is in.
    """
    weighed = np.where(np.isfinite(weight), weight, 0.0)
    here = np.isfinite(weight)
    answers = _members(question, here)
    groups = _members(by, here)
    known = _in_state(by, groups, here)
    blank_group = groups.pop(None)
    states: dict[str | None, str] = dict(zip(by.labels, by.states, strict=True))
    columns = {label: _column(question, answers, members, weighed) for label, members in groups.items()}
    total = _column(question, answers, here, weighed)
    shown = _column(question, answers, known, weighed)
    both = _in_state(question, answers, here) & known
    for label, state in zip(question.labels, question.states, strict=True):
        for category, found in [*columns.items(), (None, shown), ("", total)]:
            placed = category != "" and (category is None or states[category] == "answered")
            cell = found["cells"][label]
            part = cell["weighted_count"]
            cell |= _shares("row_percent", part, shown["cells"][label]["weighted_count"] if placed else 0.0)
            cell |= _shares("percent_of_table", part, shown["bases"]["weighted_base"] if placed and state == "answered" else 0.0)
    return {
        "question": question.name,
        "by": by.name,
        "people": len(weight),
        "base": int(both.sum()),
        "weighted_base": float(weighed[both].sum()),
        "columns": [{"category": label, "state": states[label], **found["bases"]} for label, found in columns.items()],
        "rows": [
            {
                "answer": label,
                "state": state,
                "cells": {category: found["cells"][label] for category, found in columns.items()},
                "total": total["cells"][label],
                "total_of_columns": shown["cells"][label],
            }
            for label, state in zip(question.labels, question.states, strict=True)
        ],
        "total": total["bases"],
        "total_of_columns": shown["bases"],
        "left_out": {
            "of the question": _left_out(question, answers, weighed),
            "of what it is tabulated by": _left_out(by, {**groups, None: blank_group}, weighed),
            "without a weight": int((~here).sum()),
            "with a weight of nought": int((weight == 0).sum()),
        },
    }


def rounded_half_up(value: float, digits: int = 1) -> float:
    """A figure to so many decimals, halves upwards, as printed tables are."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _members(given: Given, here: np.ndarray) -> dict[str | None, np.ndarray]:
    """Who gave each label; under None those who gave none."""
    found: dict[str | None, np.ndarray] = {}
    anything = np.zeros(len(here), dtype=bool)
    for place, label in enumerate(given.labels):
        members = np.zeros(len(here), dtype=bool)
        members[given.respondent[given.option == place]] = True
        found[label] = members & here
        anything |= members
    return found | {None: here & ~anything}


def _in_state(given: Given, members: Mapping[str | None, np.ndarray], here: np.ndarray) -> np.ndarray:
    """Who gave any answer that is one."""
    answered = np.zeros(len(here), dtype=bool)
    for label, state in zip(given.labels, given.states, strict=True):
        if state == "answered":
            answered |= members[label]
    return answered


def _column(question: Given, answers: Mapping[str | None, np.ndarray], inside: np.ndarray, weight: np.ndarray) -> dict[str, Any]:
    answered = inside & _in_state(question, answers, inside)
    replied = inside & ~answers[None]
    bases = {"base": answered, "base_of_all_replies": replied, "base_of_everyone": inside}
    whole = {name: float(weight[members].sum()) for name, members in bases.items()}
    found = {name: int(members.sum()) for name, members in bases.items()} | {f"weighted_{name}": size for name, size in whole.items()}
    squares = float((weight[answered] ** 2).sum())
    found["effective_base"] = whole["base"] ** 2 / squares if squares else 0.0
    cells = {}
    for label, state in zip(question.labels, question.states, strict=True):
        members = answers[label] & inside
        sum_ = float(weight[members].sum())
        cell: dict[str, Any] = {"count": int(members.sum()), "weighted_count": sum_}
        cell |= _shares("percent", sum_, whole["base"] if state == "answered" else 0.0)
        cell |= _shares("percent_of_all_replies", sum_, whole["base_of_all_replies"])
        cell |= _shares("percent_of_everyone", sum_, whole["base_of_everyone"])
        cells[label] = cell
    return {"bases": found, "cells": cells}


def _shares(name: str, part: float, whole: float) -> dict[str, float | None]:
    share = 100 * part / whole if whole > 0 else None
    return {name: share, f"{name}_1dp": None if share is None else rounded_half_up(share)}


def _left_out(given: Given, members: Mapping[str | None, np.ndarray], weight: np.ndarray) -> dict[str, dict[str, float]]:
    found = {label: members[label] for label, state in zip(given.labels, given.states, strict=True) if state != "answered"}
    found["(blank)"] = members[None]
    return {label: {"count": int(who.sum()), "weighted_count": float(weight[who].sum())} for label, who in found.items()}
