"""The office's own spreadsheet to fill in: activity log, you said we did, and plan, with the strategy's terms in drop-down lists."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.fields import KIND_TITLES, KINDS, Field
from data.lists import shown_names
from data.profile import Profile
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
    lists = book.create_sheet("Lists")
    where = _lists(lists, profile)
    for kind in _SHEETS:
        _log(book.create_sheet(KIND_TITLES[kind].replace(",", "")), kind, where)
    _guide(how, profile)
    lists.sheet_state = "visible"
    for name, reference in where.items():
        book.defined_names[name] = DefinedName(name, attr_text=reference)
    book.properties.title = f"Engagement template for {profile.organisation.short}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lists(sheet: Worksheet, profile: Profile) -> dict[str, str]:
    where = {}
    names = sorted({field.list for kind in _SHEETS for field in KINDS[kind] if field.list})
    for column, name in enumerate(names, 1):
        terms = shown_names(name, profile)
        write_text(sheet, 1, column, name.replace("_", " ").capitalize(), Font(name="Arial", size=11, bold=True))
        for row, term in enumerate(terms, 2):
            write_text(sheet, row, column, term, _PLAIN)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 34
        where[f"list_{name}"] = f"'Lists'!${letter}$2:${letter}${max(2, len(terms) + 1)}"
    return where


def _log(sheet: Worksheet, kind: str, where: dict[str, str]) -> None:
    for column, field in enumerate(KINDS[kind], 1):
        write_text(sheet, 1, column, field.heading, _HEADING)
        sheet.cell(1, column).fill = _BLUE
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 40 if field.reads == "text" else 20
        _validate(sheet, field, f"{letter}2:{letter}{_ROWS}", where)
        if field.reads == "date":
            for row in range(2, 200):
                sheet.cell(row, column).number_format = "DD/MM/YYYY"
    sheet.freeze_panes = "A2"


def _validate(sheet: Worksheet, field: Field, cells: str, where: dict[str, str]) -> None:
    if field.list:
        rule = DataValidation("list", formula1=f"list_{field.list}", allow_blank=True, showErrorMessage=field.reads == "term")
        rule.errorTitle, rule.error = "Not in the list", "Choose one of the strategy's own terms."
    elif field.reads == "date":
        rule = DataValidation("date", operator="greaterThan", formula1="DATE(2000,1,1)", allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = "Not a date", "Write the day as 14/05/2024."
    else:
        return
    rule.promptTitle, rule.prompt, rule.showInputMessage = field.heading[:32], field.help[:255], True
    sheet.add_data_validation(rule)
    rule.add(cells)


def _guide(sheet: Worksheet, profile: Profile) -> None:
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
