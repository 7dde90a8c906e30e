"""What kind of file this is, told from its first bytes and never from its name."""

import re

from data.parsing.geojson import is_geojson
from data.problems import ImportRefused

SAVE_AS_WORKBOOK = "Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) or as CSV, and upload that."
ASK_FOR_A_TABLE = "Upload the Excel workbook (.xlsx) or the CSV file that the answers came in."

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPSS = (b"$FL2", b"$FL3")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"%PDF-", b"{\\rtf")
_BINARIES = (b"\x1f\x8b", b"BZh91AY", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!\x1a", b"\x28\xb5\x2f\xfd", b"SQLite format 3\x00", b"\x7fELF", b"ARROW1\x00")
_PICKLE = re.compile(rb"\x80[\x02-\x05][\x95(}\]\x8cXcK]")
_HTML = re.compile(rb"(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|style|table|tr|div|title|script)\b", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(rb'(?:\[\s*)?\{\s*"[^"\n]{0,500}"\s*:')
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])


def kind_of(content: bytes) -> str:
    """Which reader a file needs: "zip" (xlsx, xlsm, ods), "ole" (xls and protected workbooks), "spss" (sav, zsav), "geojson" or "text".

    Raises ImportRefused for every kind of file that is not a table.
    """
    head = content[:65_536]
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(_OLE):
        return "ole"
    if head.startswith(_SPSS):
        return "spss"
    _refuse_other_formats(head, content[-4:])
    if _JSON.match(head.removeprefix(_BYTE_ORDER_MARKS[0]).lstrip()) and is_geojson(content):
        return "geojson"
    if head.startswith(_BYTE_ORDER_MARKS):
        _refuse_marked_up_text(head[3:].lstrip() if head.startswith(b"\xef") else head[2:].replace(b"\x00", b"").lstrip())
        return "text"
    _refuse_marked_up_text(head.lstrip())
    if len(head) - len(head.translate(None, _CONTROLS)) > max(4, len(head) // 10):
        raise ImportRefused("E_NOT_TEXT", "This file is not text and is not a workbook, so it cannot be read as a table.", ASK_FOR_A_TABLE)
    return "text"


def _refuse_other_formats(head: bytes, foot: bytes) -> None:
    if head.startswith(_PICTURES):
        raise ImportRefused("E_NOT_A_WORKBOOK", "This is a picture or a document, not a table.", ASK_FOR_A_TABLE)
    if head.startswith(_BINARIES) or (head.startswith(b"PAR1") and foot == b"PAR1"):
        raise ImportRefused(
            "E_NOT_TEXT",
            "This is a compressed or program file, not a table.",
            "If it is a compressed copy, unpack it and upload the file inside. " + ASK_FOR_A_TABLE,
        )
    if _PICKLE.match(head):
        raise ImportRefused("E_NOT_TEXT", "This is a file saved by a program, not a table.", ASK_FOR_A_TABLE)


def _refuse_marked_up_text(head: bytes) -> None:
    if head.startswith(b"<?xml"):
        what = "an XML Spreadsheet 2003 file" if b"urn:schemas-microsoft-com:office:spreadsheet" in head else "an XML file"
        raise ImportRefused("E_UNSUPPORTED_FORMAT", f"This is {what}, which cannot be read here.", SAVE_AS_WORKBOOK)
    if _HTML.match(head):
        raise ImportRefused(
            "E_HTML_TABLE",
            "This is a web page that has been given the name of a spreadsheet.",
            "Download the responses again as Excel (.xlsx) or CSV, or open this file in your spreadsheet program and save it as one.",
        )
    if _JSON.match(head):
        remedy = "Download the responses again as Excel (.xlsx) or CSV, or boundaries of areas as GeoJSON."
        raise ImportRefused("E_NO_TABLE", "This file holds JSON, not rows and columns.", remedy)
