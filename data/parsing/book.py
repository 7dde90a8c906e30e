"""A file of any kind this house reads, as sheets; a new kind of file is added here and in data.parsing.container."""

from data.parsing.cells import is_blank
from data.parsing.container import kind_of
from data.parsing.delimited import read_text
from data.parsing.geojson import read_geojson
from data.parsing.limits import Limits
from data.parsing.spreadsheet import read_old, read_zipped
from data.parsing.spss import read_spss
from data.problems import ImportRefused
from data.sheet import Notice, Sheet


def read_content(content: bytes, limits: Limits) -> tuple[str, str, list[Sheet], list[Notice]]:
    """The container ("xlsx", "ods", "xls", "spss", "geojson" or "text"), encoding, sheets and notices of a file.

    Raises ImportRefused, also when no sheet that is shown holds anything.
    """
    kind, encoding = kind_of(content), ""
    if kind == "zip":
        kind, sheets, notices = read_zipped(content, limits)
    elif kind == "ole":
        kind, sheets, notices = read_old(content, limits)
    elif kind == "spss":
        sheets, notices = read_spss(content, limits)
    elif kind == "geojson":
        sheet, notices = read_geojson(content, limits)
        sheets = [sheet]
    else:
        encoding, sheet, notices = read_text(content, limits)
        sheets = [sheet]
    if all(is_blank(sheet.cells) for sheet in sheets if not sheet.hidden):
        hidden = any(sheet.hidden and not is_blank(sheet.cells) for sheet in sheets)
        if hidden:
            raise ImportRefused(
                "E_NO_TABLE",
                "Every sheet that this workbook shows is blank.",
                "Show the hidden sheet that holds the answers, save the workbook and upload it again.",
            )
        raise ImportRefused(
            "E_NO_TABLE", "There is nothing in this file to read.", "Check that this is the file you meant, and upload the one with the answers."
        )
    return kind, encoding, sheets, notices
