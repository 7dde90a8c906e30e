"""Which question or column of a survey is meant by a few typed words."""

import difflib
import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from data.logbook.terms import plain
from data.problems import ImportRefused

_LONGEST = 5000
_LISTED = 8
_NUMBERED = re.compile(r"(?:q|question)?\s*\.?\s*0*(\d{1,3})\s?([a-z]?)(?![a-z0-9])", re.IGNORECASE)
Thing = TypeVar("Thing", bound=Hashable)


class Unclear(ImportRefused):
    """Nothing goes by the name, or several things do. `candidates` are the names that would do, each of one thing only."""

    def __init__(self, code: str, sentence: str, remedy: str, candidates: Sequence[str]) -> None:
        super().__init__(code, sentence, remedy)
        self.candidates = tuple(candidates)


def named(said: str, names: Iterable[tuple[str, Thing]], what: str, otherwise: Callable[[Thing], str] = str) -> Thing:
    """The thing that goes by a name: spelled just so, or else but for case and punctuation, or else by its number ("Q5"), or else the only one
    whose name begins with these words, holds them, or holds these letters. A question in several columns outranks each of its columns.

    `otherwise` says what to call a thing that shares all of its names with others. Raises Unclear, with the nearest names or those of the several.
    """
    listed = [(name, thing) for name, thing in names if name]
    plainly = {name: plain(name, _LONGEST) for name, _ in listed}
    for test in _tests(said, plainly):
        found = list(dict.fromkeys(thing for name, thing in listed if test(name)))
        if len(found) > 1:
            found = [thing for thing in found if _holds_all(thing, found)] or found
        if len(found) == 1:
            return found[0]
        if found:
            calls = [_own_name(thing, listed, otherwise) for thing in found]
            raise Unclear("E_SEVERAL", f"{len(found)} {what}s go by “{said}”.", f"Say which: {_list(calls)}.", calls)
    near = difflib.get_close_matches(said, plainly, n=_LISTED, cutoff=0.3) or list(plainly)
    raise Unclear("E_NOT_THERE", f"There is no {what} “{said}” in this file.", f"It has: {_list(near)}.", near)


def number_of(name: str) -> tuple[str, str] | None:
    """The number a question goes by and the letter after it: ("5", "a") of "Q5a. How safe …"; None where it begins with none."""
    found = _NUMBERED.match(name.strip())
    return (found[1], found[2].casefold()) if found else None


def _tests(said: str, plainly: Mapping[str, str]) -> tuple[Callable[[str], bool], ...]:
    key, number = plain(said, _LONGEST), number_of(said) if _NUMBERED.fullmatch(said.strip()) else None
    inside = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    return (
        lambda name: name == said.strip(),
        lambda name: plainly[name] == key,
        lambda name: number is not None and number_of(name) == number,
        lambda name: bool(key) and plainly[name].startswith(f"{key} "),
        lambda name: bool(key and inside.search(plainly[name])),
        lambda name: bool(key) and key in plainly[name],
    )


def _holds_all(thing: Hashable, others: Sequence[Hashable]) -> bool:
    """Whether a thing is the columns of all the others together."""
    return isinstance(thing, tuple) and all(isinstance(other, tuple) and set(other) <= set(thing) for other in others)


def _own_name(thing: Thing, listed: Sequence[tuple[str, Thing]], otherwise: Callable[[Thing], str]) -> str:
    shared = {name for name, other in listed if other != thing}
    return next((name for name, other in listed if other == thing and name not in shared), "") or otherwise(thing)


def _list(names: Sequence[str]) -> str:
    more = [f"and {len(names) - _LISTED} more"] if len(names) > _LISTED else []
    return "; ".join([f"“{name[:120]}”" for name in names[:_LISTED]] + more)
