"""The office's log of what was heard and what came of it: one row per thing people said."""

from data.layout import TableLayout
from data.logbook.headings import best_rows
from data.sheet import Sheet

NAME = "You said, we did log"
KIND = "outcomes"


def recognises(sheet: Sheet) -> bool:
    """It says what people said, and what was done about it or how far that has come, and fits better than a log of activities."""
    fields = best_rows(sheet, KIND)[1].keys()
    return "you_said" in fields and bool(fields & {"we_did", "stage", "decided"}) and len(fields) > len(best_rows(sheet, "activities")[1])


def read(sheet: Sheet) -> TableLayout:
    row, fields = best_rows(sheet, KIND)
    return TableLayout(KIND, heading_row=row, first_row=row + 1, fields=fields)
