"""A spreadsheet as text: what the reader hands on, with the address of every cell as the office's own program shows it."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_TOP = 80


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file, every cell as text ('' where blank), rows and columns in the file's own order and none left out.

    `cells` has one string column per column of the sheet, named c0, c1, …; row 0 is row 1 of the spreadsheet. Dates arrive as ISO text
    ("2024-05-13" or "2024-05-13T14:25:53"), whole numbers without a decimal point, true and false as "TRUE" and "FALSE".
    """

    name: str
    cells: pa.Table
    hidden: bool = False
    hidden_rows: int = 0
    hidden_columns: int = 0

    @property
    def height(self) -> int:
        return self.cells.num_rows

    @property
    def width(self) -> int:
        return self.cells.num_columns

    def row(self, number: int) -> list[str]:
        """The cells of one row; `number` counts from 0."""
        return [column[number].as_py() for column in self.cells.columns]

    def rows(self, start: int, stop: int) -> list[list[str]]:
        """The cells of rows start to stop (not included), counted from 0."""
        columns = [column.slice(start, max(0, stop - start)).to_pylist() for column in self.cells.columns]
        return [list(row) for row in zip(*columns, strict=True)]

    @cached_property
    def top(self) -> list[list[str]]:
        """The cells of the first rows, read once: every format looks at them to tell whose file this is."""
        return self.rows(0, min(_TOP, self.height))

    def column(self, number: int, start: int = 0) -> pa.ChunkedArray:
        """The cells of one column from row `start` down."""
        return self.cells.column(number).slice(start)

    def filled(self, start: int = 0) -> np.ndarray:
        """Which rows from `start` down hold anything at all, as an array of true and false."""
        filled = np.zeros(max(0, self.height - start), dtype=bool)
        for number in range(self.width):
            filled |= pc.not_equal(pc.utf8_trim_whitespace(self.column(number, start)), "").to_numpy()
        return filled


@dataclass(frozen=True)
class Notice:
    """Something the reader mended or met on the way, told to the officer: `code` for tests, `sentence` for people."""

    code: str
    sentence: str
    cell: str = ""


@dataclass(frozen=True)
class Book:
    """A file that could be read: its sheets, how it was read, and what was met on the way."""

    name: str
    sha256: str
    container: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    notices: tuple[Notice, ...] = field(default=())


def letters(column: int) -> str:
    """The letters of a column as a spreadsheet shows them: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """The address of a cell, both counted from 0: (13, 3) is D14."""
    return f"{letters(column)}{row + 1}"


def sheet_of(rows: list[list[str]], name: str = "Sheet1") -> Sheet:
    """A sheet from typed-in rows, padded to the longest; for tests and for files made here."""
    width = max((len(row) for row in rows), default=0)
    columns = [[row[i] if i < len(row) else "" for row in rows] for i in range(width)]
    return Sheet(name, pa.table({f"c{i}": pa.array(column, pa.string()) for i, column in enumerate(columns)}))
