"""Several answers in one cell with nothing but a space between them, as "Speeding cars Drugs Noise": told from the answers people gave alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

MOST_DIFFERENT = 1500
_FEWEST_JOINED = 0.15
_LONGEST = 600
_MOST_WORDS = 60
_MOST_ANSWERS = 40
_ROUNDS = 10
_MOST_APART = 300


def parts_of_joined(cells: Mapping[str, int]) -> dict[str, list[str]] | None:
    """Each text with the answers it is made of; None where the cells hold one answer each. `cells` are the texts and how often each stands there.

    An answer is what no other answers make up. Only where some cell joins three of them, and enough cells join any, are they lists: "North",
    "East" and "North East" are three places. An answer that nobody gave alone may have been offered, but not two of them, nor one of one word:
    that is the "More" of "More police" and "More patrols".
    """
    if len(cells) > MOST_DIFFERENT or sum(cells.values()) < 5:
        return None
    if any(len(cell) > _LONGEST or cell.count(" ") >= _MOST_WORDS for cell in cells):
        return None
    answers = _answers(cells)
    lengths = _lengths(answers)
    parts = {cell: _cut(cell, answers, lengths) or [cell] for cell in cells}
    used = {part for one in parts.values() for part in one}
    derived = used - cells.keys()
    if len(derived) > 1 or any(" " not in answer for answer in derived):
        return None
    joined = sum(times for cell, times in cells.items() if len(parts[cell]) > 1)
    lists = len(used) <= _MOST_ANSWERS and len(parts) >= len(used) and joined >= _FEWEST_JOINED * sum(cells.values())
    return parts if lists and max(map(len, parts.values())) > 2 else None


def _answers(cells: Iterable[str]) -> set[str]:
    """The shortest texts that make up the others; one that nobody gave alone is what is left of several cells without those known."""
    answers: set[str] = set()
    lengths: dict[str, list[int]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.count(" "), cell)):
        if not _cut(cell, answers, lengths):
            answers.add(cell)
            _note(cell, lengths)
    if len(answers) > _MOST_APART:
        return answers  # what people wrote in their own words, each of them something else
    for _ in range(_ROUNDS):
        longest = sorted(answers, key=lambda answer: (-len(answer), answer))
        rest = {cell: _without(cell, longest) for cell in answers}
        times = Counter(rest.values())
        better = {rest[cell] if times[rest[cell]] > 1 or rest[cell] in answers else cell for cell in answers}
        if better == answers:
            break
        answers = better
    return answers


def _without(cell: str, longest: Sequence[str]) -> str:
    """What is left of a text when the answers it begins and ends with are taken away; the text itself where nothing that could be one is."""
    left = cell
    for answer in longest:
        if answer in left and answer != cell:
            left = left.removeprefix(f"{answer} ").removesuffix(f" {answer}")
    return left if not left[:1].islower() or cell[:1].islower() else cell


def _lengths(answers: Iterable[str]) -> dict[str, list[int]]:
    """How many words the answers have that begin with a word, the fewest first."""
    lengths: dict[str, list[int]] = {}
    for answer in sorted(answers, key=lambda answer: answer.count(" ")):
        _note(answer, lengths)
    return lengths


def _note(answer: str, lengths: dict[str, list[int]]) -> None:
    same = lengths.setdefault(answer.partition(" ")[0], [])
    words = answer.count(" ") + 1
    if words not in same:
        same.append(words)


def _cut(cell: str, answers: Set[str], lengths: Mapping[str, Sequence[int]]) -> list[str]:
    """A text as different answers one after the other, the longest first; none where it is not made of them."""
    words = cell.split(" ")

    @cache
    def cut(at: int) -> tuple[str, ...] | None:
        if at == len(words):
            return ()
        for length in (length for length in reversed(lengths.get(words[at], ())) if at + length <= len(words)):
            part = " ".join(words[at : at + length])
            rest = cut(at + length) if part in answers else None
            if rest is not None and part not in rest:
                return (part, *rest)
        return None

    return list(cut(0) or ())
