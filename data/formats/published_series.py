"""A series somebody else published, such as the Crime Survey for England and Wales: one row for each figure, to stand beside the office's waves."""

from data.layout import TableLayout
from data.logbook.headings import best_rows
from data.sheet import Sheet

NAME = "Published series"
KIND = "context_series"


def recognises(sheet: Sheet) -> bool:
    """It names a series, who published it, a period and a figure, and counts nobody of an area."""
    fields = best_rows(sheet, KIND)[1].keys()
    return {"series", "source", "period", "value"} <= fields and "area_code" not in best_rows(sheet, "population")[1]


def read(sheet: Sheet) -> TableLayout:
    row, fields = best_rows(sheet, KIND)
    return TableLayout(KIND, heading_row=row, first_row=row + 1, fields=fields)
