"""Boundaries of areas, as a file of GeoJSON is handed on by the reader: one row an area, its outlines in the last column."""

from data.layout import TableLayout
from data.outlines import read_outlines
from data.sheet import Sheet

NAME = "Boundaries of areas"
KIND = "boundaries"
_OUTLINE = "Outline"
_LOOK = 50


def recognises(sheet: Sheet) -> bool:
    """Its last column is headed "Outline" and holds outlines."""
    if sheet.height < 2 or sheet.row(0)[-1] != _OUTLINE:
        return False
    return any(read_outlines(cell) for cell in sheet.column(sheet.width - 1, 1).slice(0, _LOOK).to_pylist())


def read(sheet: Sheet) -> TableLayout:
    return TableLayout(KIND, heading_row=0, first_row=1, fields={"outline": max(0, sheet.width - 1)})
