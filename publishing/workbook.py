"""A table as an accessible workbook: a cover, notes, and one marked table a sheet, made from nothing but what was published."""

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as SheetTable
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from analysis.finding import Finding
from data.days import in_words
from publishing.cell import clean, could_run
from publishing.notes import notes
from publishing.table import table

_BOLD = Font(name="Arial", size=12, bold=True)
_PLAIN = Font(name="Arial", size=12)
_TITLE = Font(name="Arial", size=15, bold=True)
_WRAP = Alignment(wrap_text=True, vertical="top")
_FORMATS = {"per cent": "0%", "pounds": "£#,##0.00"}
_WHOLE, _PARTS = "#,##0", "#,##0.00"


def workbook(finding: Finding, office: str, made_on: date, example: bool = False) -> bytes:
    """A workbook with a cover, the notes and the table of one finding. Every text cell is text: no cell can hold a live formula."""
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Cover"
    marked = ["Example data: not real results."] if example else []
    _lines(cover, [finding.headline, finding.subtitle, *marked, office, f"Made on {in_words(made_on)}", "Sheets: Cover, Notes, Table"])
    _lines(book.create_sheet("Notes"), ["Notes", *notes(finding, office, example)])
    _table(book.create_sheet("Table"), finding)
    book.properties.title = clean(finding.headline)
    book.properties.subject = clean(finding.subtitle)
    book.properties.creator = clean(office)
    book.properties.language = "en-GB"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_text(sheet: Worksheet, row: int, column: int, text: str, font: Font = _PLAIN) -> None:
    """Write a text that stays a text, whatever it begins with, and still does when somebody edits the cell."""
    cell = sheet.cell(row, column)
    cell.value = clean(text)
    cell.data_type = "s"
    cell.font = font
    cell.alignment = _WRAP
    cell.quotePrefix = could_run(cell.value)


def _lines(sheet: Worksheet, lines: list[str]) -> None:
    sheet.column_dimensions["A"].width = 100
    for number, line in enumerate(filter(None, lines), 1):
        write_text(sheet, number, 1, line, _TITLE if number == 1 else _PLAIN)


def _table(sheet: Worksheet, finding: Finding) -> None:
    found = table(finding)
    count = "This sheet contains one table. The notes to it are on the sheet Notes." if found.rows else "Nothing is recorded, so the table is empty."
    shorthand = f"Shorthand: {'; '.join(found.explained)}." if found.explained else ""
    above = list(filter(None, [finding.headline, count, shorthand, finding.source]))
    for number, line in enumerate(above, 1):
        write_text(sheet, number, 1, line, _TITLE if number == 1 else _PLAIN)
        sheet.cell(number, 1).alignment = Alignment(wrap_text=False)
    top = len(above) + 1
    for column, heading in enumerate(_unlike(found.headings), 1):
        write_text(sheet, top, column, heading, _BOLD)
        sheet.column_dimensions[get_column_letter(column)].width = 44 if column <= len(finding.published.by) else 18
    for number, row in enumerate(found.rows, top + 1):
        for column, (value, unit) in enumerate(zip(row, found.units, strict=True), 1):
            if isinstance(value, str):
                write_text(sheet, number, column, value)
            else:
                cell = sheet.cell(number, column, value)
                cell.font, cell.number_format = _PLAIN, _FORMATS.get(unit, _WHOLE if value == int(value) else _PARTS)
    if found.rows:
        reference = f"A{top}:{get_column_letter(len(found.headings))}{top + len(found.rows)}"
        marked = SheetTable(displayName="figures", ref=reference)
        marked.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.add_table(marked)


def _unlike(headings: tuple[str, ...]) -> list[str]:
    """Headings no two of which are the same, as a marked table demands."""
    seen: dict[str, int] = {}
    unlike = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        unlike.append(heading if seen[heading] == 1 else f"{heading} {seen[heading]}")
    return unlike
