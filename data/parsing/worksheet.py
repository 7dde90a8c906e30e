"""How far one sheet of an xlsx workbook reaches and what in it needs care, found by searching its bytes before anything lays it out.

A reader that lays a sheet out as a rectangle needs room for 17 thousand million cells when one stray letter stands in XFD1048576, so
the reach is measured first, over cells that have something in them: rows and columns that are only formatted do not count.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from data.parsing.cell_patterns import Patterns, patterns_for
from data.parsing.labels import sheet_label
from data.parsing.limits import Limits
from data.parsing.package import broken_markup
from data.problems import ImportRefused
from data.sheet import address

_BLOCK = 4 * 1024 * 1024
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


@dataclass
class Reach:
    """What the search found: how many rows and columns hold something, how many are hidden among them, and cells that need care."""

    rows: int = 0
    columns: int = 0
    filled: int = 0
    hidden_columns: int = 0
    hidden: list[int] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: list[str] = field(default_factory=list)

    @property
    def hidden_rows(self) -> int:
        return sum(row <= self.rows for row in self.hidden)


def reach_of(pieces: Iterable[bytes], sheet: str, limits: Limits) -> Reach:
    """Measure one sheet from the pieces of its part; one to two seconds for 150 MB.

    Raises ImportRefused when it reaches past what a spreadsheet allows (E_XML_INVALID), holds more than a table of answers can
    (E_TOO_MANY_CELLS, E_TOO_MANY_COLUMNS), or one stray cell stands far from the rest.
    """
    reach = Reach()
    letters: set[bytes] = set()
    patterns, spans = None, []
    for block in _whole_rows(pieces):
        if patterns is None:
            root = re.search(rb"<(\w{1,20}:)?worksheet\b", block)
            if root is None:
                return reach
            patterns = patterns_for(root[1] or b"")
            spans = _hidden_spans(patterns.hidden_column, block)
        _measure(block, patterns, reach, letters)
        if reach.filled > limits.cells:
            raise too_many(sheet, f"has more than {limits.cells:,} filled cells, more than can be read")
    numbers = sorted(number_of(name) for name in letters)
    reach.columns = max(reach.columns, numbers[-1] if numbers else 0)
    _refuse_too_far(reach, numbers, sheet, limits)
    reach.hidden_columns = sum(max(0, min(last, reach.columns) - first + 1) for first, last in spans)
    return reach


def number_of(name: bytes) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - 64
    return number


def _whole_rows(pieces: Iterable[bytes]) -> Iterable[bytes]:
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= _BLOCK:
            cut = max(waiting.rfind(b"/row>"), waiting.rfind(b":row>")) + 5
            if cut > 5 or len(waiting) > 8 * _BLOCK:
                block = bytes(waiting[: cut if cut > 5 else len(waiting)])
                del waiting[: len(block)]
                yield block
    if waiting:
        yield bytes(waiting)


def _measure(block: bytes, patterns: Patterns, reach: Reach, letters: set[bytes]) -> None:
    found = patterns.filled_columns.findall(block)
    if found:
        reach.filled += len(found)
        letters.update(found)
        reach.rows = max(reach.rows, _last_row(block, patterns))
    elif patterns.unplaced.search(block):
        _measure_without_addresses(block, patterns, reach)
    if patterns.formula_start in block:
        for cell in patterns.formula.finditer(block):
            if cell[3] is None or b"str" not in cell[2]:
                reach.uncomputed.append(cell[1].decode())
    if b'"e"' in block or b"'e'" in block:
        for column, row, text in patterns.error.findall(block):
            reach.errors[int(row) - 1, number_of(column) - 1] = text.decode("utf-8", "replace")
    if b" hidden=" in block:
        reach.hidden += map(int, patterns.hidden_row.findall(block))


def _last_row(block: bytes, patterns: Patterns) -> int:
    for start in (max(0, len(block) - 65_536), 0):
        last = deque(patterns.filled.finditer(block, start), maxlen=1)
        if last:
            return int(last[0][2])
    return 0


def _measure_without_addresses(block: bytes, patterns: Patterns, reach: Reach) -> None:
    """Some programs leave the addresses out and count on the order: then every cell counts, filled or not."""
    for row in block.split(patterns.row_start)[1:]:
        cells = row.count(patterns.cell_start + b">") + row.count(patterns.cell_start + b" ")
        reach.rows += 1
        reach.filled += cells
        reach.columns = max(reach.columns, cells)


def _hidden_spans(pattern: re.Pattern[bytes], block: bytes) -> list[tuple[int, int]]:
    spans = []
    for found in pattern.findall(block[:1_000_000]):
        stated = dict(re.findall(rb"""(\w+)=["'](\w*)["']""", found))
        first, last = stated.get(b"min", b""), stated.get(b"max", b"")
        if stated.get(b"hidden") in (b"1", b"true") and first.isdigit() and last.isdigit():
            spans.append((int(first), int(last)))
    return spans


def too_many(sheet: str, what: str) -> ImportRefused:
    """The refusal for a sheet that is too large, or looks so because of one stray entry."""
    return ImportRefused(
        "E_TOO_MANY_CELLS",
        f"The sheet '{sheet_label(sheet)}' {what}.",
        "Copy only the table of answers into a new workbook, save it and upload that.",
    )


def _refuse_too_far(reach: Reach, numbers: list[int], sheet: str, limits: Limits) -> None:
    if reach.columns > _LAST_COLUMN or reach.rows > _LAST_ROW:
        raise broken_markup(sheet)
    if len(numbers) > limits.columns or (not numbers and reach.columns > limits.columns):
        raise ImportRefused(
            "E_TOO_MANY_COLUMNS",
            f"The sheet '{sheet_label(sheet)}' has more than {limits.columns:,} columns in use.",
            "Upload the export with one row for each response, or split the columns over several files.",
        )
    if reach.rows > limits.rows or reach.columns > limits.columns or reach.rows * reach.columns > limits.area:
        corner = address(reach.rows - 1, reach.columns - 1)
        raise too_many(
            sheet,
            f"reaches as far as {corner} with {reach.filled:,} filled cells, further than can be read; "
            "a stray entry far from the table can cause this",
        )
