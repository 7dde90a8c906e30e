"""Which column of a log is which, by what stands in it: for a file whose headings say nothing, to be looked at by the officer."""

from dataclasses import replace

from data.layout import TableLayout
from data.logbook.counts import read_count
from data.logbook.dates import read_dates
from data.logbook.fields import KINDS, Field
from data.logbook.lists import lists
from data.profile import Profile
from data.questionnaire.coding import tidy
from data.sheet import Sheet

# Enough cells to tell a column by, and the share of them that must be what it is taken for.
_LOOK, _MOSTLY = 200, 0.6


def guess_fields(sheet: Sheet, layout: TableLayout, profile: Profile) -> TableLayout:
    """The layout with its missing fields guessed: days, the strategy's terms, numbers of people, then the name of the thing.

    A field found by its heading is left as it is, and each column is taken for one field only.
    """
    taken = dict(layout.fields)
    columns = {at: cells for at in range(sheet.width) if at not in taken.values() and (cells := _cells(sheet, at, layout.first_row))}
    missing = [field for field in KINDS[layout.kind] if field.name not in taken]
    # What surely tells is asked first; a name is whatever is left.
    for field in sorted(
        (field for field in missing if field.reads in _SURE or field.needed), key=lambda field: field.needed and field.reads == "text"
    ):
        fits = {at: _fit(cells, field, profile) for at, cells in columns.items()}
        best = max(fits, key=lambda at: (fits[at], -at), default=None)
        if best is not None and fits[best] >= _MOSTLY:
            taken[field.name] = best
            del columns[best]
    return replace(layout, fields=taken)


_SURE = ("date", "term", "terms", "count")


def _cells(sheet: Sheet, at: int, first_row: int) -> list[str]:
    return [cell for cell in sheet.column(at, first_row).slice(0, _LOOK).to_pylist() if cell.strip()]


def _fit(cells: list[str], field: Field, profile: Profile) -> float:
    """The share of a column's cells that are what a field holds."""
    if field.reads == "date":
        return sum(day is not None for day in read_dates(cells).values) / len(cells)
    if field.reads in ("term", "terms"):
        terms = lists(profile)[field.list]
        return sum(bool(terms.read(tidy(cell)[:200])[0] or terms.near(cell)) for cell in cells) / len(cells)
    if field.reads == "count":
        return sum(read_count(cell).low is not None for cell in cells) / len(cells)
    return sum(any(letter.isalpha() for letter in cell) for cell in cells) / len(cells)
