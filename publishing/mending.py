"""The officer's own rows as a fresh workbook: cells to mend coloured and commented, lists to choose from, known again when it comes back."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from data.layout import TableLayout
from data.logbook.fields import KIND_TITLES, KINDS, Field
from data.logbook.marks import Mark
from data.logbook.repairs import TITLES, told
from data.prepare import Prepared
from data.problems import Problem
from data.profile import Profile
from data.questionnaire.coding import tidy
from publishing.cell import clean
from publishing.drop_downs import drop_down, write_lists
from publishing.marked import write_marks
from publishing.workbook import write_text

_PLAIN = Font(name="Arial", size=11)
_BOLD = Font(name="Arial", size=11, bold=True)
_HEADING = Font(name="Arial", size=11, bold=True, color="FFFFFF")
_BLUE = PatternFill("solid", fgColor="12436D")
_TO_MEND = PatternFill("solid", fgColor="FFF2B2")
_ABOVE = Alignment(vertical="top")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?")
_NUMBER = re.compile(r"\d{1,15}|\d{1,9}\.\d{1,5}")
_SPARE_ROWS = 500
# More than this takes longer to write than anyone waits; such a file is mended where it came from.
MOST_CELLS = 400_000
_COLUMNS = ("Sheet", "Cell", "Column", "Says", "What is wrong or was expected", "Nearest term", "If it is left")


def can_mend(prepared: Sequence[Prepared]) -> bool:
    """Whether these sheets can come back as a workbook: logs of a size that is mended by hand."""
    logs = [one.sheet for one in prepared if isinstance(one.layout, TableLayout) and one.kind in ("activities", "outcomes", "plan")]
    return bool(logs) and sum(sheet.height * sheet.width for sheet in logs) <= MOST_CELLS


def mending_workbook(prepared: Sequence[Prepared], profile: Profile, terms: Mapping[tuple[str, str], str]) -> bytes:
    """A workbook with a list of what to mend, and each log with its rows in the cells where the officer had them.

    `terms` are repairs already settled, (list, text) → term: they are written in. Every text stays a text: nothing in it can run.
    """
    logs = [one for one in prepared if can_mend([one])]
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "To mend"
    named = [(one, _name(one, index)) for index, one in enumerate(logs, 1)]
    for one, name in named:
        _rows(book.create_sheet(name), one, terms)
    write_lists(book, book.create_sheet("Lists"), (field.list for one in logs for field in _fields(one) if field.list), profile)
    below = _to_mend(first, named)
    write_marks(first, below, (Mark(name, one.kind, one.book.sha256) for one, name in named))
    book.properties.title = f"Rows to mend for {clean(profile.organisation.short)}"
    book.properties.creator = "Sounding Board"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(sheet: Worksheet, one: Prepared, terms: Mapping[tuple[str, str], str]) -> None:
    """The officer's cells where they stood, so that an address means the same cell here and there."""
    layout = one.layout
    assert isinstance(layout, TableLayout)
    lists = {at: field.list for field in _fields(one) if field.list and (at := layout.fields[field.name]) >= 0}
    for at in range(one.sheet.width):
        for row, text in enumerate(one.sheet.column(at).to_pylist(), 1):
            if text.strip():
                below = row > layout.first_row
                _write(sheet, row, at + 1, terms.get((lists.get(at, ""), tidy(text)[:80]), "") if below and at in lists else "", text)
        sheet.column_dimensions[get_column_letter(at + 1)].width = 24
    for field in _fields(one):
        letter = get_column_letter(layout.fields[field.name] + 1)
        heading = sheet[f"{letter}{layout.heading_row + 1}"]
        heading.font, heading.fill = _HEADING, _BLUE
        if field.reads == "text":
            sheet.column_dimensions[letter].width = 40
        drop_down(sheet, field, f"{letter}{layout.first_row + 1}:{letter}{one.sheet.height + _SPARE_ROWS}")
    sheet.freeze_panes = f"A{layout.first_row + 1}"
    by_cell: dict[str, list[Problem]] = {}
    for problem in _asked(one):
        by_cell.setdefault(problem.cell, []).append(problem)
    for cell, problems in by_cell.items():
        sheet[cell].fill = _TO_MEND
        sheet[cell].comment = Comment(clean("\n\n".join(map(_comment, problems)))[:2000], "Sounding Board", height=160, width=320)


def _write(sheet: Worksheet, row: int, column: int, mended: str, text: str) -> None:
    """One cell: a day and a number as such, so that a spreadsheet can sort them, and anything else as the text it is."""
    day = _DAY.fullmatch(text)
    cell = sheet.cell(row, column)
    if mended:
        write_text(sheet, row, column, mended, _PLAIN)
    elif day and int(day[1]) > 1900 and (value := _day(text, bool(day[4]))):
        cell.value, cell.number_format = value, "DD/MM/YYYY HH:MM" if day[4] else "DD/MM/YYYY"
        cell.font, cell.alignment = _PLAIN, _ABOVE
    elif (number := _number(text)) is not None:
        cell.value, cell.font, cell.alignment = number, _PLAIN, _ABOVE
    else:
        write_text(sheet, row, column, text[:32_000], _PLAIN)


def _day(text: str, with_time: bool) -> date | None:
    try:
        return datetime.fromisoformat(text) if with_time else date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> int | float | None:
    """The number a text is, where a spreadsheet would show that very text for it: "007" and "1e5" stay texts."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text) if "." in text else int(text)
    return number if str(number) == text else None


def _to_mend(sheet: Worksheet, named: Sequence[tuple[Prepared, str]]) -> int:
    """What to do, and every cell to mend; gives the first row that is free below."""
    for letter, width in zip("ABCDEFG", (26, 12, 24, 30, 44, 24, 34), strict=True):
        sheet.column_dimensions[letter].width = width
    count = sum(len(_asked(one)) for one, _ in named)
    lines = (
        f"{count:,} cell{'' if count == 1 else 's'} to look at",
        "Each is coloured and has a comment. Where a list applies, the cell offers its terms.",
        "Mend what you can, save, and add this workbook on the page Add data. You will see what changes before it replaces anything.",
    )
    for row, line in enumerate(lines, 1):
        write_text(sheet, row, 1, line, _BOLD if row == 1 else _PLAIN)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=False)
    top = len(lines) + 2
    for column, heading in enumerate(_COLUMNS, 1):
        write_text(sheet, top, column, heading, _HEADING)
        sheet.cell(top, column).fill = _BLUE
    row = top
    for one, name in named:
        for problem in sorted(_asked(one), key=lambda problem: list(TITLES).index(problem.repair.partition(":")[0])):
            row += 1
            cells = (name, problem.cell, problem.heading, problem.found or "", problem.expected, problem.suggestion, problem.done)
            for column, text in enumerate(cells, 1):
                write_text(sheet, row, column, text, _PLAIN)
            _link(sheet.cell(row, 2), name, problem.cell)
    sheet.freeze_panes = f"A{top + 1}"
    return row + 2


def _link(cell: Cell, sheet: str, address: str) -> None:
    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{address}")
    cell.font = Font(name="Arial", size=11, color="12436D", underline="single")


def _comment(problem: Problem) -> str:
    lines = [f"Says: {problem.found}" if problem.found else "", f"Expected: {problem.expected}"]
    lines += [f"Nearest term: {problem.suggestion}" if problem.suggestion else "", f"If it stays: {problem.done}"]
    return "\n".join(filter(None, lines))


def _asked(one: Prepared) -> list[Problem]:
    return [problem for problem in one.reading.problems if not told(problem.repair)]


def _fields(one: Prepared) -> list[Field]:
    assert isinstance(one.layout, TableLayout)
    return [field for field in KINDS[one.kind] if one.layout.fields.get(field.name, -1) >= 0]


def _name(one: Prepared, index: int) -> str:
    """A name for the sheet that a spreadsheet accepts: the officer's own where it does."""
    own = re.sub(r"[\[\]:*?/\\]", " ", clean(one.sheet.name)).strip(" '")[:31]
    return own if own and own.casefold() not in ("to mend", "lists", "history") else f"{KIND_TITLES[one.kind].replace(',', '')} {index}"
