"""A text file of rows and columns as a sheet, every row kept where a spreadsheet program would show it."""

import csv

import pyarrow as pa
import pyarrow.compute as pc

from data.parsing.cells import cells_matching, mended, named
from data.parsing.delimiter import NONE, delimiter_of, stated_delimiter
from data.parsing.encoding import Decoded, decoded
from data.parsing.limits import Limits
from data.parsing.rows import read_evenly, read_row_by_row
from data.sheet import Notice, Sheet, address

_SPOKEN = {"cp1252": "Windows (Western European)", "mac_roman": "Mac Roman"}
_SWALLOWED_LINES = 3


def read_text(content: bytes, limits: Limits) -> tuple[str, Sheet, list[Notice]]:
    """Read a text file: its encoding, its one sheet (without a name) and what was met on the way. Raises ImportRefused."""
    csv.field_size_limit(2**31 - 1)
    text = decoded(content)
    stated, body = stated_delimiter(text.text)
    delimiter = stated or delimiter_of(body)
    body = body.rstrip(b"\r\n")
    table = read_evenly(body, delimiter, limits)
    notices: list[Notice] = []
    if table is None:
        table, notices = read_row_by_row(body, delimiter, limits)
    if delimiter != NONE:
        notices += _swallowed(table, delimiter)
    table, met = mended(table, limits.cell_characters)
    return text.encoding, Sheet("", table), [*_about_encoding(text, table), *notices, *met]


def _swallowed(table: pa.Table, delimiter: str) -> list[Notice]:
    """Cells that hold what look like whole rows, because a quotation mark before them was closed only much later."""
    if table.num_columns < 3:
        return []
    places = []
    for number, column in enumerate(table.columns):
        many_lines = pc.greater_equal(pc.count_substring(column, "\n"), _SWALLOWED_LINES)
        for row in pc.indices_nonzero(many_lines).to_pylist():
            inner = column[row].as_py().splitlines()[1:-1]
            if sum(line.count(delimiter) == table.num_columns - 1 for line in inner) * 2 > len(inner):
                places.append(address(row, number))
    if not places:
        return []
    return [
        Notice(
            "W_OPEN_QUOTE",
            "A quotation mark seems to open in one row and close only rows later, so that one cell holds whole rows: "
            f"{named(places)}. Check that text in the original file.",
            places[0],
        )
    ]


def _about_encoding(text: Decoded, table: pa.Table) -> list[Notice]:
    notices = []
    if text.odd_lines:
        lines = f"line{'s' * (len(text.odd_lines) > 1)} {named(text.odd_lines)}"
        notices.append(
            Notice(
                "W_ENCODING",
                f"Some lines were saved in a different text encoding from the rest: {lines} of the file. "
                "Check accented letters and quotation marks there.",
            )
        )
    elif text.guessed and (shown := cells_matching(table, r"[^\x00-\x7f]")):
        notices.append(
            Notice(
                "W_ENCODING",
                f"The file does not say how its letters were saved; they were read as {_SPOKEN[text.encoding]}. "
                f"Row {shown[0].lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')} is the first with an accented letter or curly quotation mark: "
                "check that it reads properly.",
                shown[0],
            )
        )
    if text.replaced and (lost := cells_matching(table, "\ufffd")):
        notices.append(Notice("W_ENCODING", f"Some characters could not be read and show as \ufffd in {named(lost)}.", lost[0]))
    return notices
