"""The office's own spreadsheet to fill in: activity log, you said we did, and plan, with the strategy's terms in drop-down lists."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.logbook.fields import KIND_TITLES, KINDS
from data.logbook.marks import Mark
from data.profile import Profile
from publishing.drop_downs import drop_down, write_lists
from publishing.marked import write_marks
from publishing.workbook import write_text

_HEADING = Font(name="Arial", size=11, bold=True, color="FFFFFF")
_BLUE = PatternFill("solid", fgColor="12436D")
_PLAIN = Font(name="Arial", size=11)
_SHEETS = ("activities", "outcomes", "plan")
_ROWS = 2000


def template(profile: Profile) -> bytes:
    """A workbook with a sheet for each log, recognised with certainty when it comes back.

    Lists that may take several terms in one cell offer the drop-down and let more be typed after a semicolon.
    """
    book = Workbook()
    how = book.active
    assert how is not None
    how.title = "How to fill this in"
    write_lists(book, book.create_sheet("Lists"), (field.list for kind in _SHEETS for field in KINDS[kind] if field.list), profile)
    names = {kind: KIND_TITLES[kind].replace(",", "") for kind in _SHEETS}
    for kind, name in names.items():
        _log(book.create_sheet(name), kind)
    below = _guide(how, profile)
    write_marks(how, below, (Mark(name, kind) for kind, name in names.items()))
    book.properties.title = f"Engagement template for {profile.organisation.short}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _log(sheet: Worksheet, kind: str) -> None:
    for column, field in enumerate(KINDS[kind], 1):
        write_text(sheet, 1, column, field.heading, _HEADING)
        sheet.cell(1, column).fill = _BLUE
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 40 if field.reads == "text" else 20
        drop_down(sheet, field, f"{letter}2:{letter}{_ROWS}")
        if field.reads == "date":
            for row in range(2, 200):
                sheet.cell(row, column).number_format = "DD/MM/YYYY"
    sheet.freeze_panes = "A2"


def _guide(sheet: Worksheet, profile: Profile) -> int:
    """Write how to fill the workbook in; gives the first row that is free below, one left blank."""
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 90
    lines = [
        (f"Engagement template for {profile.organisation.short}", ""),
        ("One row for each", "Each sheet has one row for each activity, thing heard, or planned activity. Leave a cell blank where you do not know."),
        ("No names of people", "Name organisations, not persons. Whatever is left blank is shown as not recorded, never as nought."),
        ("Several terms", "Where a cell may hold several terms, part them with a semicolon: Focus group; Online survey."),
        (
            "When you are done",
            "Save the workbook and add it on the page Add data. Add it again whenever it has grown: the newer copy takes the older one's place.",
        ),
    ]
    for kind in _SHEETS:
        lines.append((KIND_TITLES[kind], ""))
        lines += [(field.heading, field.help) for field in KINDS[kind]]
    for row, (name, words) in enumerate(lines, 1):
        write_text(sheet, row, 1, name, Font(name="Arial", size=11, bold=not words))
        write_text(sheet, row, 2, words, _PLAIN)
    return len(lines) + 2
