"""Several answers in one cell, parted by the platform: "Patrols; CCTV;" or "Patrols, CCTV". Options may hold commas of their own."""

import re
from collections import Counter

import numpy as np

from data.questionnaire.coding import Coded, tidy

_FEWEST_SEPARATED = 0.15
# Longer cells are writing. Only short ones are cut up, for a cell full of commas must not cost more than it tells.
_LONGEST = 2000
# A comma inside brackets, or with no space after it, belongs to the option: "reshape (concat, merge)", "£1,000".
# Platforms that set no space after the comma tell it so from the commas inside an option.
_TIGHT = re.compile(r",(?=\S)(?![^(]{0,200}\))")
_BETWEEN_COMMAS = re.compile(r"(?:[^,(]|\([^()]*\)|\(|,(?!\s))+")


def split_listed(answers: Coded, separator: str = "", sure: bool = False) -> tuple[list[str], np.ndarray, np.ndarray] | None:
    """The options of a column of lists, and (respondent, option) pairs; None where the column holds one answer a cell.

    Without a known separator a semicolon is tried, then a stroke, then a comma. Only a short list of parts that keep coming back,
    in new combinations, shows that the cells are lists: sentences with commas are not.
    """
    marks = [separator] if separator else [";", "|", ","]
    if sure and not any(marks[0] in label for label in answers.labels):
        marks = marks[-1:]
    for mark in marks:
        if not sure and not any(mark in label for label in answers.labels):
            continue
        tight = separator == "," and not sure
        parts = {label: _TIGHT.split(label) if tight else _parts(label, mark) for label in answers.labels}
        if mark == "," and not tight:
            parts = _rejoin(parts)
        if sure or (_keeps_coming_back(parts, answers) and _shown_by(mark, parts)):
            return _pairs(parts, answers)
    return None


def _parts(label: str, mark: str) -> list[str]:
    if mark not in label or len(label) > _LONGEST:
        return [label]
    pieces = _BETWEEN_COMMAS.findall(label) if mark == "," else label.split(mark)
    return list(dict.fromkeys(filter(None, map(tidy, pieces))))


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
    # What was typed beside the options may hold commas too, and is one thing all the same.
    known = set(often)
    typed = sum(int(counts[i]) for i, label in enumerate(answers.labels) if not known.issuperset(parts[label]))
    covered = sum(seen[part] for part in often) / max(1, sum(seen[part] for part in often) + typed)
    return 2 <= len(often) <= 60 and covered >= 0.8 and max(len(part.split()) for part in often) <= 25


def _combine(parts: dict[str, list[str]]) -> bool:
    """Whether the same parts make up at least as many different cells: "Yes, definitely" and "Yes, to some extent" are two, of three parts."""
    times = Counter(piece for pieces in parts.values() for piece in pieces)
    again = [tuple(piece for piece in pieces if times[piece] > 1) for pieces in parts.values()]
    return len(set(again)) >= len({piece for pieces in again for piece in pieces})


def _shown_by(mark: str, parts: dict[str, list[str]]) -> bool:
    """Whether the cells are put together as lists are. A semicolon does little else; a stroke also stands between two languages: "Yes | Ydw"."""
    if mark == "|":
        return _combine(parts) and max(Counter(piece for pieces in parts.values() for piece in pieces).values()) > 1
    return mark == ";" or (_combine(parts) and not _go_on(parts))


def _go_on(parts: dict[str, list[str]]) -> bool:
    """Whether what stands after a comma only goes on: "Yes, but not often", or "Yes, I live here" beside "Yes, I work here" and "No".

    Options begin as the first of them do, and each of them is now and then chosen without the one it mostly follows.
    """
    listed = [pieces for pieces in parts.values() if len(pieces) > 1]
    first, rest = {pieces[0] for pieces in listed}, {piece for pieces in listed for piece in pieces[1:]}
    alone = {pieces[0] for pieces in parts.values() if len(pieces) == 1}
    if len(rest) > len(first) and not first & (alone | rest) and not rest & alone and all(len(pieces) == 2 for pieces in listed):
        return len({pieces[-1] for pieces in listed}) == len(listed)
    return all(pieces[0][:1].isupper() and all(piece[:1].islower() for piece in pieces[1:]) for pieces in listed)


def _rejoin(parts: dict[str, list[str]]) -> dict[str, list[str]]:
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
