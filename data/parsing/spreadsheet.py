"""The sheets of a workbook as text, read only after its archive and its reach have been checked."""

from python_calamine import PasswordError

from data.parsing.archive import Part, parts_of, protected
from data.parsing.cells import mended, named
from data.parsing.container import SAVE_AS_WORKBOOK
from data.parsing.engines import sheets_by_calamine, sheets_by_openpyxl
from data.parsing.labels import sheet_label
from data.parsing.limits import Limits
from data.parsing.nesting import refuse_deep_nesting
from data.parsing.opendocument import reaches_of
from data.parsing.package import Package, broken_markup, not_a_workbook, package_of, plain_markup
from data.parsing.worksheet import Reach, reach_of
from data.problems import ImportRefused
from data.sheet import Notice, Sheet

_OTHER_DOCUMENTS = ("WordDocument", "PowerPoint Document", "__substg1.0", "VisioDocument")


def read_zipped(content: bytes, limits: Limits) -> tuple[str, list[Sheet], list[Notice]]:
    """Read an xlsx, xlsm or ods workbook: its kind, its sheets in order, and what was met on the way.

    Every part of markup is unpacked and searched before anything interprets it. Raises ImportRefused.
    """
    parts = parts_of(content, limits)
    package = package_of(content, parts, limits)
    reaches = _measured(content, parts, package, limits)
    notices = [Notice("W_MACROS", "This workbook contains macros. They were left alone; only the cells were read.")] if package.macros else []
    try:
        sheets = list(sheets_by_calamine(content, reaches, limits))
    except PasswordError as error:
        raise protected() from error
    except (MemoryError, KeyboardInterrupt, ImportRefused):
        raise
    except BaseException as error:  # calamine's own panics are not Exceptions
        if package.kind != "xlsx":
            raise broken_markup() from error
        for sheet, part in package.sheets.items():
            refuse_deep_nesting(plain_markup(content, parts[part], limits), sheet)
        sheets = list(sheets_by_openpyxl(content, reaches))
    return package.kind, *_finished(sheets, reaches, notices, limits)


def read_old(content: bytes, limits: Limits) -> tuple[str, list[Sheet], list[Notice]]:
    """Read an Excel 97-2003 workbook. Hidden rows and columns are not counted and error cells arrive blank in this old format."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise protected()
    if any(stream.encode("utf-16-le") in content for stream in _OTHER_DOCUMENTS) and "Workbook".encode("utf-16-le") not in content:
        raise not_a_workbook("This is a document or message from an older program, not a workbook.")
    try:
        sheets = list(sheets_by_calamine(content, {}, limits))
    except PasswordError as error:
        raise protected() from error
    except (MemoryError, KeyboardInterrupt, ImportRefused):
        raise
    except BaseException as error:
        raise ImportRefused(
            "E_UNSUPPORTED_FORMAT", "This older .xls workbook is damaged, protected or incomplete and cannot be read.", SAVE_AS_WORKBOOK
        ) from error
    return "xls", *_finished(sheets, {}, [], limits)


def _measured(content: bytes, parts: dict[str, Part], package: Package, limits: Limits) -> dict[str, Reach]:
    reaches: dict[str, Reach] = {}
    sheets_in = {part: [name for name, its in package.sheets.items() if its == part] for part in package.sheets.values()}
    total = 0
    for part in parts.values():
        if not part.name.lower().endswith((".xml", ".rels")) and part.name not in sheets_in:
            continue
        total += part.size
        if total > limits.unpacked_bytes:
            raise ImportRefused(
                "E_TOO_BIG_EXPANDED",
                "This workbook unpacks to far more than a table of answers could hold.",
                "Copy only the table into a new workbook, save it and upload that.",
            )
        pieces = plain_markup(content, part, limits)
        if part.name in sheets_in:
            reach = reach_of(pieces, sheets_in[part.name][0], limits)
            reaches.update(dict.fromkeys(sheets_in[part.name], reach))
        elif package.kind == "ods" and part.name == "content.xml":
            reaches = reaches_of(pieces, limits)
        else:
            for _ in pieces:
                pass
    filled, area = sum(reach.filled for reach in reaches.values()), sum(reach.rows * reach.columns for reach in reaches.values())
    if filled > limits.cells or area > limits.area:
        raise ImportRefused(
            "E_TOO_MANY_CELLS",
            f"The sheets of this workbook hold {filled:,} filled cells between them, more than can be read.",
            "Save the sheet with the answers as a workbook of its own and upload that.",
        )
    return reaches


def _finished(sheets: list[Sheet], reaches: dict[str, Reach], notices: list[Notice], limits: Limits) -> tuple[list[Sheet], list[Notice]]:
    done = []
    for sheet in sheets:
        cells, met = mended(sheet.cells, limits.cell_characters)
        where = f"In sheet '{sheet_label(sheet.name)}': " if len(sheets) > 1 else ""
        notices += [Notice(notice.code, where + notice.sentence, notice.cell) for notice in met]
        uncomputed = reaches.get(sheet.name, Reach()).uncomputed
        if uncomputed:
            notices.append(
                Notice(
                    "W_FORMULA",
                    f"{where}Formulas whose results were never saved read as blank: {named(uncomputed)}. "
                    "Open the workbook in your spreadsheet program, save it and upload it again.",
                    uncomputed[0],
                )
            )
        done.append(Sheet(sheet_label(sheet.name), cells, sheet.hidden, sheet.hidden_rows, sheet.hidden_columns))
    return done, notices
