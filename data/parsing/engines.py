"""The two readers of workbooks: calamine, which is fast, and openpyxl for what calamine cannot make sense of."""

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyarrow as pa
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.parsing.cells import column_of, table_of
from data.parsing.limits import Limits
from data.parsing.package import broken_markup
from data.parsing.worksheet import Reach, too_many
from data.problems import ImportRefused
from data.sheet import Sheet, address

_BATCH = 10_000


def sheets_by_calamine(content: bytes, reaches: dict[str, Reach], limits: Limits) -> Iterator[Sheet]:
    """The sheets of a workbook, with calamine; `reaches` are the measured reaches by sheet name. Raises what calamine raises."""
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        for number, told in enumerate(book.sheets_metadata):
            if told.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet: CalamineSheet = book.get_sheet_by_index(number)
            reach = reaches.get(told.name, Reach())
            left = sheet.start[1] if sheet.start else 0
            width = left + sheet.width
            if width > limits.columns or sheet.total_height * width > limits.area:
                raise too_many(told.name, f"reaches as far as {address(sheet.total_height - 1, width - 1)}, further than can be read")
            rows = ([""] * left + row for row in sheet.iter_rows()) if left else sheet.iter_rows()
            yield _sheet(told.name, rows, width, reach, told.visible is not SheetVisibleEnum.Visible)


def sheets_by_openpyxl(content: bytes, reaches: dict[str, Reach]) -> Iterator[Sheet]:
    """The sheets of an xlsx workbook, with openpyxl, row by row and no further than they were measured to reach.

    Raises ImportRefused when openpyxl cannot read it either.
    """
    import openpyxl  # only here: it takes as long to load as a small file takes to read

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            reach = reaches.get(sheet.title, Reach())
            sheet.reset_dimensions()
            rows = sheet.iter_rows(values_only=True)
            if not reach.filled and any(value is not None for row in rows for value in row):
                raise broken_markup(sheet.title)
            padded = ([*row[: reach.columns], *[None] * (reach.columns - len(row))] for row in islice(rows, reach.rows))
            yield _sheet(sheet.title, padded, reach.columns, reach, sheet.sheet_state != "visible")
    except (MemoryError, ImportRefused):
        raise
    except Exception as error:
        raise broken_markup() from error


def _sheet(name: str, rows: Iterable[list[Any]], width: int, reach: Reach, hidden: bool) -> Sheet:
    batches: list[list[pa.Array]] = []
    errors = defaultdict(list)
    for (row, column), text in reach.errors.items():
        errors[row // _BATCH].append((row % _BATCH, column, text))
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        for row, column, text in errors[len(batches)]:
            if row < len(batch) and column < width:
                batch[row][column] = text
        batches.append([column_of(values) for values in zip(*batch, strict=True)])
    columns = [pa.chunked_array([batch[number] for batch in batches], pa.string()) for number in range(width if batches else 0)]
    return Sheet(name, table_of(columns), hidden, reach.hidden_rows, reach.hidden_columns)
