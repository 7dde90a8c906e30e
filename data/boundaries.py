"""Boundaries of the office's areas: which rows of a file are of one, by code or name, and their outlines."""

from dataclasses import replace

import numpy as np
import pandas as pd

from data.layout import TableLayout
from data.logbook.logs import Aside, LogReading
from data.logbook.terms import Terms
from data.outlines import LIKELY, Ring, read_outlines
from data.problems import ImportRefused
from data.profile import Profile, Term
from data.sheet import Sheet, address

_REMEDY = "Upload boundaries of local authority districts, or of wards with the code of their local authority beside each."


def with_areas(sheet: Sheet, layout: TableLayout, profile: Profile) -> TableLayout:
    """The layout with the column that names most of the office's areas, by code or by name, as that of the area."""
    known = _areas(profile)
    named = {at: sum(map(bool, _named(sheet, at, layout, known))) for at in range(sheet.width) if at != layout.fields["outline"]}
    best = max(named, key=lambda at: (named[at], -at), default=None)
    return layout if best is None or not named[best] else replace(layout, fields={"area": best} | layout.fields)


def read_boundaries(sheet: Sheet, layout: TableLayout, profile: Profile) -> LogReading:
    """The outlines of the office's areas, corner by corner; rows of other areas, or without an outline in these islands, are set aside.

    Raises ImportRefused where not one of the office's areas is there.
    """
    filled = [layout.first_row + int(row) for row in np.flatnonzero(sheet.filled(layout.first_row))]
    areas = _named(sheet, layout.fields["area"], layout, _areas(profile)) if "area" in layout.fields else [None] * sheet.height
    outlines = sheet.column(layout.fields["outline"]).to_pylist()
    corners: list[tuple[int, str, int, int, float, float]] = []
    aside: list[Aside] = []
    for row in filled:
        area = areas[row - layout.first_row]
        rings = read_outlines(outlines[row]) if area else []
        if area is None or not _here(rings):
            why = "not one of the office's areas" if area is None else "no outline that lies in the United Kingdom"
            aside.append(Aside(sheet.name, address(row, layout.fields["outline"]), "", None, why, whole_row=True))
            continue
        for i, ring in enumerate(rings):
            corners += [(row + 1, area, i, corner, x, y) for corner, (x, y) in enumerate(ring)]
    if not corners:
        wanted = ", ".join(term.name for term in profile.areas if term.code)
        raise ImportRefused("E_NO_AREA", f"None of the office's areas is in this file: {wanted}.", _REMEDY)
    table = pd.DataFrame(corners, columns=["source_row", "area", "outline", "corner", "longitude", "latitude"])
    return LogReading("boundaries", {"boundaries": table}, (), tuple(aside), len(filled), len(filled) - len(aside))


def _areas(profile: Profile) -> Terms:
    return Terms(Term(term.name, (term.code, *term.also)) for term in profile.areas if term.code)


def _named(sheet: Sheet, at: int, layout: TableLayout, known: Terms) -> list[str | None]:
    """The area that each row names in one column."""
    cells = sheet.column(at, layout.first_row).to_pylist()
    found = {cell: known.find(cell) if cell.strip() else None for cell in set(cells)}
    return [found[cell] for cell in cells]


def _here(rings: list[Ring]) -> bool:
    west, east, south, north = LIKELY
    return bool(rings) and all(west <= x <= east and south <= y <= north for ring in rings for x, y in ring)
