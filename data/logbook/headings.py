"""Finding the heading row of a sheet and telling which field each heading means."""

import hashlib
from collections.abc import Sequence
from functools import cache

from data.logbook.fields import KINDS
from data.logbook.terms import plain
from data.sheet import Sheet

# Files carry titles, notes and blank rows above their headings, seldom more than a dozen.
_LOOK = 25


def find_heading_row(sheet: Sheet) -> int | None:
    """The first row that could be headings: at least three cells (or all there are), mostly filled, and something below it."""
    wide = min(3, sheet.width)
    rows = sheet.rows(0, min(_LOOK, sheet.height))
    widest = max((_filled(row) for row in rows), default=0)
    for number, row in enumerate(rows):
        if _filled(row) >= wide and _filled(row) >= 0.6 * widest and number + 1 < sheet.height:
            return number
    return None


def match_fields(headings: Sequence[str], kind: str) -> dict[str, int]:
    """The column of each field of a kind of log, by its headings. The first column that fits a field has it."""
    spelled, longest = _spelled(kind)
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        name = spelled.get(plain(heading)) if 0 < len(heading) <= longest else None
        if name and name not in found:
            found[name] = at
    return found


@cache
def _spelled(kind: str) -> tuple[dict[str, str], int]:
    """Spelling → field of a kind, and more letters than any heading that could be one of them has."""
    spelled = {plain(spelling): field.name for field in KINDS[kind] for spelling in (field.heading, *field.also)}
    # Our own template's headings outrank another field's alias.
    return spelled | {plain(field.heading): field.name for field in KINDS[kind]}, 2 * max(map(len, spelled))


def best_rows(sheet: Sheet, kind: str) -> tuple[int, dict[str, int]]:
    """The row of the first few dozen that reads most like the headings of a kind of log, and the fields found in it.

    Where no heading is known it is the first row that could be headings, for the officer to say what they mean.
    """
    best: tuple[int, dict[str, int]] = (find_heading_row(sheet) or 0, {})
    for number, row in enumerate(sheet.rows(0, min(_LOOK, sheet.height))):
        fields = match_fields(row, kind)
        if len(fields) > len(best[1]):
            best = (number, fields)
    return best


def fingerprint(headings: Sequence[str]) -> str:
    """A short name for a set of headings, whatever their case, spacing and order: the key to what was settled about them."""
    named = sorted(filter(None, (plain(heading) for heading in headings)))
    return hashlib.sha256("\n".join(named).encode()).hexdigest()[:16]


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())
