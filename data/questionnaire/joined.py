"""Several answers in one cell with nothing but a space between them, as "Speeding cars Drugs Noise": told from the answers people gave alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

_FEWEST_JOINED = 0.15
_MOST_DIFFERENT = 1500
_LONGEST = 600
_MOST_ANSWERS = 40
_ROUNDS = 10
_MOST_APART = 300


def parts_of_joined(cells: Mapping[str, int]) -> dict[str, list[str]] | None:
    """Each text with the answers it is made of; None where the cells hold one answer each. `cells` are the texts and how often each stands there.

    An answer is what no other answers make up. Only where some cell joins three of them, and enough cells join any, are they lists: "North",
    "East" and "North East" are three places.
    """
    if len(cells) > _MOST_DIFFERENT or sum(cells.values()) < 5 or max(map(len, cells), default=0) > _LONGEST:
        return None
    answers = _answers(cells)
    parts = {cell: _cut(cell, answers) or [cell] for cell in cells}
    used = {part for one in parts.values() for part in one}
    joined = sum(times for cell, times in cells.items() if len(parts[cell]) > 1)
    lists = len(used) <= _MOST_ANSWERS and len(parts) >= len(used) and joined >= _FEWEST_JOINED * sum(cells.values())
    return parts if lists and max(map(len, parts.values())) > 2 else None


def _answers(cells: Iterable[str]) -> frozenset[str]:
    """The shortest texts that make up the others; one that nobody gave alone is what is left of several cells without those known."""
    answers: set[str] = set()
    for cell in sorted(cells, key=lambda cell: (cell.count(" "), cell)):
        if not _cut(cell, frozenset(answers)):
            answers.add(cell)
    if len(answers) > _MOST_APART:
        return frozenset(answers)  # what people wrote in their own words, each of them something else
    for _ in range(_ROUNDS):
        rest = {cell: _without(cell, answers - {cell}) for cell in answers}
        times = Counter(rest.values())
        better = {rest[cell] if times[rest[cell]] > 1 or rest[cell] in answers else cell for cell in answers}
        if better == answers:
            break
        answers = better
    return frozenset(answers)


def _without(cell: str, answers: Iterable[str]) -> str:
    """What is left of a text when the answers it begins and ends with are taken away; the text itself where nothing that could be one is."""
    left = cell
    for answer in sorted(answers, key=len, reverse=True):
        left = left.removeprefix(f"{answer} ").removesuffix(f" {answer}")
    return left if not left[:1].islower() or cell[:1].islower() else cell


def _cut(cell: str, answers: frozenset[str]) -> list[str]:
    """A text as different answers one after the other, the longest first; none where it is not made of them."""
    words = cell.split(" ")
    longest = max((answer.count(" ") + 1 for answer in answers), default=0)

    @cache
    def cut(at: int) -> tuple[str, ...] | None:
        if at == len(words):
            return ()
        for end in range(min(len(words), at + longest), at, -1):
            part = " ".join(words[at:end])
            rest = cut(end) if part in answers else None
            if rest is not None and part not in rest:
                return (part, *rest)
        return None

    return list(cut(0) or ())
