"""What to look at in a survey export, as a workbook: each doubt with its cell and how to put it right, and what was left out, without one answer.

A log's rows go back to the officer to be mended; a survey's do not. What people wrote in their own words is held back until somebody has read it,
and the tool's own ids are kept by nobody, so a workbook of rows would either give both away or come back as fewer answers under other people.
"""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from data.logbook.repairs import TITLES
from data.prepare import Prepared
from data.privacy.personal import scan
from data.problems import Problem
from data.questionnaire.survey import SurveyReading
from publishing.cell import clean
from publishing.workbook import write_text

_PLAIN = Font(name="Arial", size=11)
_BOLD = Font(name="Arial", size=11, bold=True)
_HEADING = Font(name="Arial", size=11, bold=True, color="FFFFFF")
_BLUE = PatternFill("solid", fgColor="12436D")
_TO_CHECK = PatternFill("solid", fgColor="FFF2B2")
_LINES = (
    "Nothing here holds an answer: what people said stays in the file it came from.",
    "Put the file right in the tool it came from, or choose otherwise on the page Add data, and add it again. You will see what changes.",
)
_REMEDY = {
    "labels": "Export the responses again with their answer text in place of codes, and add that file.",
    "date order": "If the day and the month are the wrong way round, write the dates as 2026-05-13 in the file and add it again.",
    "damaged": "If the ranges were read wrongly, export the responses again and open the file in no spreadsheet before adding it.",
    "own words": "If these were options, choose One answer or Many answers for the question on the page Add data.",
}


def can_check(prepared: Sequence[Prepared]) -> bool:
    """Whether there is a survey about which anything can be listed."""
    return any(reading.problems or reading.aside or reading.left_out for _, reading in _surveys(prepared))


def checks_workbook(prepared: Sequence[Prepared], office: str) -> bytes:
    """A workbook with what was read doubtfully, the columns left out and the rows set aside of every survey in a file."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "To check"
    problems = [problem for _, reading in _surveys(prepared) for problem in reading.problems]
    headings = ("Sheet", "Cell", "Question", "What it is", "Says", "What was found or expected", "What was done", "To put it right")
    below = _lines(first, [f"{len(problems):,} thing{'' if len(problems) == 1 else 's'} to look at", *_LINES])
    _table(first, below, headings, map(_row, problems), coloured=True)
    left = [(one.sheet.name, left.cell, left.heading, left.why) for one, reading in _surveys(prepared) for left in reading.left_out]
    _table(book.create_sheet("Columns left out"), 1, ("Sheet", "Cell", "Column", "Why"), left)
    aside = [(out.sheet, out.cell, out.reason) for _, reading in _surveys(prepared) for out in reading.aside]
    _table(book.create_sheet("Rows set aside"), 1, ("Sheet", "Cell", "Why"), aside)
    book.properties.title = f"What to check in a survey for {clean(office)}"
    book.properties.creator = "Sounding Board"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _surveys(prepared: Sequence[Prepared]) -> list[tuple[Prepared, SurveyReading]]:
    return [(one, one.reading) for one in prepared if isinstance(one.reading, SurveyReading)]


def _row(problem: Problem) -> tuple[str, ...]:
    kind = problem.repair.partition(":")[0]
    says = problem.found if problem.found and not scan(problem.found) else ""
    return problem.sheet, problem.cell, problem.heading, TITLES[kind], says, problem.expected, problem.done, _REMEDY.get(kind, "")


def _lines(sheet: Worksheet, lines: list[str]) -> int:
    for row, line in enumerate(lines, 1):
        write_text(sheet, row, 1, line, _BOLD if row == 1 else _PLAIN)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=False)
    return len(lines) + 2


def _table(sheet: Worksheet, top: int, headings: Sequence[str], rows: Iterable[Sequence[str]], coloured: bool = False) -> None:
    for column, heading in enumerate(headings, 1):
        write_text(sheet, top, column, heading, _HEADING)
        sheet.cell(top, column).fill = _BLUE
        sheet.column_dimensions[sheet.cell(top, column).column_letter].width = 12 if heading == "Cell" else 34
    for number, cells in enumerate(rows, top + 1):
        for column, text in enumerate(cells, 1):
            write_text(sheet, number, column, text, _PLAIN)
        if coloured:
            sheet.cell(number, 2).fill = _TO_CHECK
    sheet.freeze_panes = f"A{top + 1}"
