"""Several answers in one cell, parted by the platform: "Patrols; CCTV;" or "Patrols, CCTV". Options may hold commas of their own."""

import re

import numpy as np

from data.coding import Coded, tidy

_FEWEST_SEPARATED = 0.15


def split_listed(answers: Coded, separator: str = "", sure: bool = False) -> tuple[list[str], np.ndarray, np.ndarray] | None:
    """The options of a column of lists, and (respondent, option) pairs; None where the column holds one answer a cell.

    Without a known separator a semicolon is tried, then a comma. Only a short list of parts that keep coming back, in new combinations,
    shows that the cells are lists: sentences with commas are not.
    """
    for mark in [separator] if separator else [";", ","]:
        parts = {label: _parts(label, mark) for label in answers.labels}
        if mark == ",":
            parts = _rejoin(parts, answers)
        if sure or _keeps_coming_back(parts, answers):
            return _pairs(parts, answers)
    return None


def _parts(label: str, mark: str) -> list[str]:
    # A comma inside brackets belongs to the option: "reshape (concat, merge, join)".
    pieces = re.split(r",(?![^()]*\))\s+" if mark == "," else re.escape(mark), label)
    return list(dict.fromkeys(filter(None, (tidy(piece) for piece in pieces))))


def _keeps_coming_back(parts: dict[str, list[str]], answers: Coded) -> bool:
    counts = answers.counts()
    listed = sum(int(counts[i]) for i, label in enumerate(answers.labels) if len(parts[label]) > 1)
    if answers.answered < 5 or listed < _FEWEST_SEPARATED * answers.answered:
        return False
    seen: dict[str, int] = {}
    for i, label in enumerate(answers.labels):
        for part in parts[label]:
            seen[part] = seen.get(part, 0) + int(counts[i])
    often = [part for part, times in seen.items() if times >= max(2, 0.01 * answers.answered)]
    covered = sum(seen[part] for part in often) / max(1, sum(seen.values()))
    return 2 <= len(often) <= 60 and covered >= 0.8 and max(len(part.split()) for part in often) <= 25


def _rejoin(parts: dict[str, list[str]], answers: Coded) -> dict[str, list[str]]:
    """Put back together pieces that only ever stand side by side: they are one option with a comma in it."""
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for pieces in parts.values():
        for left, right in zip([*pieces, ""], ["", *pieces], strict=True):
            # `right` stands before `left` here: walk pairs (previous, next), with '' for the ends of the cell.
            after.setdefault(right, set()).add(left)
            before.setdefault(left, set()).add(right)
    glued = {left: next(iter(after[left])) for left in after if left and len(after[left]) == 1 and "" not in after[left]}
    glued = {left: right for left, right in glued.items() if before[right] == {left}}
    return {label: _glue(pieces, glued) for label, pieces in parts.items()}


def _glue(pieces: list[str], glued: dict[str, str]) -> list[str]:
    whole: list[str] = []
    for i, piece in enumerate(pieces):
        if i and glued.get(pieces[i - 1]) == piece:
            whole[-1] += f", {piece}"
        else:
            whole.append(piece)
    return whole


def _pairs(parts: dict[str, list[str]], answers: Coded) -> tuple[list[str], np.ndarray, np.ndarray]:
    options: dict[str, int] = {}
    chosen = [np.array([options.setdefault(part, len(options)) for part in parts[label]], dtype=np.int32) for label in answers.labels]
    who = np.flatnonzero(answers.codes >= 0)
    lists = [chosen[i] for i in answers.codes[who]]
    respondent = np.repeat(who, [len(one) for one in lists])
    return list(options), respondent, np.concatenate(lists) if lists else np.array([], dtype=np.int32)
