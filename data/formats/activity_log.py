"""The office's spreadsheet of consultation and engagement activity: one row per activity."""

from data.layout import TableLayout
from data.logbook.headings import best_rows
from data.sheet import Sheet

NAME = "Activity log"
KIND = "activities"


def recognises(sheet: Sheet) -> bool:
    """It names the activity and says when it was or how many came, and is not a plan of what is still to come."""
    fields = best_rows(sheet, KIND)[1].keys()
    named = "title" in fields and bool(fields & {"held_on", "participants"}) and len(fields) >= 3
    return named and all(len(best_rows(sheet, other)[1]) <= len(fields) for other in ("plan", "outcomes"))


def read(sheet: Sheet) -> TableLayout:
    row, fields = best_rows(sheet, KIND)
    return TableLayout(KIND, heading_row=row, first_row=row + 1, fields=fields)
