"""The spreadsheet to fill in for a series somebody else published, so that it can stand beside the office's waves."""

import io

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from data.logbook.fields import KIND_TITLES, KINDS
from publishing.workbook import write_text

KIND = "context_series"


def series_template() -> bytes:
    """A workbook with the headings of a published series on its first sheet, one row for each figure, and what they mean on the second."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = KIND_TITLES[KIND]
    for column, field in enumerate(KINDS[KIND], 1):
        write_text(sheet, 1, column, field.heading)
        sheet.column_dimensions[get_column_letter(column)].width = 40 if column < 3 else 20
    sheet.freeze_panes = "A2"
    how = book.create_sheet("How to fill this in")
    how.column_dimensions["B"].width = 90
    for row, field in enumerate(KINDS[KIND], 1):
        write_text(how, row, 1, field.heading)
        write_text(how, row, 2, field.help)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
