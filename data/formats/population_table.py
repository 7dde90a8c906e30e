"""Population figures in rows: one row per area, characteristic and category."""

from data.layout import TableLayout
from data.logbook.headings import best_rows
from data.sheet import Sheet

NAME = "Population figures"
KIND = "population"


def recognises(sheet: Sheet) -> bool:
    """It gives a number of people for a category of a characteristic in an area."""
    return {"area_code", "characteristic", "people"} <= best_rows(sheet, KIND)[1].keys()


def read(sheet: Sheet) -> TableLayout:
    row, fields = best_rows(sheet, KIND)
    return TableLayout(KIND, heading_row=row, first_row=row + 1, fields=fields)
