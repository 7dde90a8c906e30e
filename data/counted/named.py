"""Which question or column of a survey is meant by a few typed words."""

import difflib
import re
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from data.logbook.terms import plain
from data.problems import ImportRefused

_LONGEST = 5000
_LISTED = 8
Thing = TypeVar("Thing", bound=Hashable)


def named(said: str, names: Iterable[tuple[str, Thing]], what: str) -> Thing:
    """The thing that goes by a name: spelled just so, or else but for case and punctuation, or else the only one whose name holds these words,
    or else the only one whose name holds these letters. What stands earlier outranks what stands later.

    Raises ImportRefused, naming the nearest or the several, where none or more than one is meant.
    """
    listed = [(name, thing) for name, thing in names if name]
    key = plain(said, _LONGEST)
    inside = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == said.strip(),
        lambda name: plain(name, _LONGEST) == key,
        lambda name: bool(key and inside.search(plain(name, _LONGEST))),
        lambda name: bool(key and key in plain(name, _LONGEST)),
    )
    for place, test in enumerate(tests):
        found = dict.fromkeys(thing for name, thing in listed if test(name))
        if found and (len(found) == 1 or not place):
            return next(iter(found))
        if found:
            several = dict.fromkeys(name for name, thing in listed if test(name))
            raise ImportRefused("E_SEVERAL", f"{len(found)} {what}s go by “{said}”.", f"Say which: {_list(several)}.")
    near = difflib.get_close_matches(said, [name for name, _ in listed], n=_LISTED, cutoff=0.3) or [name for name, _ in listed]
    raise ImportRefused("E_NOT_THERE", f"There is no {what} “{said}” in this file.", f"It has: {_list(dict.fromkeys(near))}.")


def _list(names: Iterable[str]) -> str:
    shown = list(names)
    more = [f"and {len(shown) - _LISTED} more"] if len(shown) > _LISTED else []
    return "; ".join([f"“{name[:120]}”" for name in shown[:_LISTED]] + more)
