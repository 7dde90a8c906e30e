"""Drop-down lists of the strategy's own terms, and the check of days, for the cells of a log in a workbook."""

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.logbook.fields import Field
from data.logbook.lists import shown_names
from data.profile import Profile
from publishing.workbook import write_text

_BOLD = Font(name="Arial", size=11, bold=True)
_PLAIN = Font(name="Arial", size=11)


def write_lists(book: Workbook, sheet: Worksheet, names: Iterable[str], profile: Profile) -> None:
    """Write each list in a column of its own, and name its cells in the workbook so that drop-downs can point to them."""
    for column, name in enumerate(sorted(set(names)), 1):
        terms = shown_names(name, profile)
        write_text(sheet, 1, column, name.replace("_", " ").capitalize(), _BOLD)
        for row, term in enumerate(terms, 2):
            write_text(sheet, row, column, term, _PLAIN)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 34
        reference = f"'{sheet.title}'!${letter}$2:${letter}${max(2, len(terms) + 1)}"
        book.defined_names[f"list_{name}"] = DefinedName(f"list_{name}", attr_text=reference)


def drop_down(sheet: Worksheet, field: Field, cells: str) -> None:
    """Offer a field's list in some cells, or check that they hold a day. Where several terms may stand in a cell, more may be typed."""
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
