"""The mark of this house on a workbook it made, so that it is known with certainty when it comes back."""

from collections.abc import Iterable

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from data.logbook.marks import Mark
from publishing.workbook import write_text

_SMALL = Font(name="Arial", size=9, color="484949")
_WORDS = "The lines below tell Sounding Board what each sheet holds. Please leave them as they are."


def write_marks(sheet: Worksheet, first_row: int, marks: Iterable[Mark]) -> None:
    """Write the marks below the words of a sheet that people read first, in plain sight."""
    write_text(sheet, first_row, 1, "For Sounding Board", Font(name="Arial", size=9, bold=True, color="484949"))
    write_text(sheet, first_row, 2, _WORDS, _SMALL)
    for row, mark in enumerate(marks, first_row + 1):
        for column, cell in enumerate(mark.cells, 1):
            write_text(sheet, row, column, cell, _SMALL)
