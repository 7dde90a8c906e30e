"""The office's plan of activity to come: one row per planned activity."""

from data.layout import TableLayout
from data.logbook.headings import best_rows
from data.sheet import Sheet

NAME = "Engagement plan"
KIND = "plan"


def recognises(sheet: Sheet) -> bool:
    """It names what is planned and when it is due, and fits a plan better than a log of what was held."""
    fields = best_rows(sheet, KIND)[1]
    return "title" in fields and "due_to" in fields and len(fields) >= 3 and len(fields) > len(best_rows(sheet, "activities")[1])


def read(sheet: Sheet) -> TableLayout:
    row, fields = best_rows(sheet, KIND)
    return TableLayout(KIND, heading_row=row, first_row=row + 1, fields=fields)
