"""Delimited text as rows and columns: fast where every row has the same number of cells, row by row where not."""

import csv
import io
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pyarrow as pa
import pyarrow.csv

from data.parsing.cells import named, table_of
from data.parsing.limits import MEGABYTE, Limits
from data.problems import ImportRefused
from data.sheet import Notice, address

_BATCH = 10_000
_BLOCKS = 128 * MEGABYTE
_END = "\x1e\x1ethe end\x1e\x1e"


def read_evenly(body: bytes, delimiter: str, limits: Limits) -> pa.Table | None:
    """Read with Arrow when every row has the same number of cells; None when the file is not so regular.

    Arrow sets a whole block aside for every column, so wide files are read in smaller blocks. It also takes an open quotation mark at
    the end of a file for closed, so a last row of our own shows whether the rows before it really ended.
    """
    first = next(_records(body[: 4 * MEGABYTE], delimiter), [])
    if not 0 < len(first) <= limits.columns:
        return None
    names = [f"c{number}" for number in range(len(first))]
    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(body + b"\n" + _END.encode() + delimiter.encode() * (len(names) - 1)),
            read_options=pyarrow.csv.ReadOptions(column_names=names, block_size=min(4 * MEGABYTE, _BLOCKS // len(names))),
            parse_options=pyarrow.csv.ParseOptions(delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), null_values=[], strings_can_be_null=False, check_utf8=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    if table.column(0)[-1].as_py() != _END:
        return None
    _refuse_too_large(table.num_rows - 1, table.num_columns, limits)
    return table.slice(0, table.num_rows - 1)


def _records(body: bytes, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(chain(io.TextIOWrapper(io.BytesIO(body), encoding="utf-8", errors="replace", newline=""), [_END]), delimiter=delimiter)


def read_row_by_row(body: bytes, delimiter: str, limits: Limits) -> tuple[pa.Table, list[Notice]]:
    """Read row by row, filling short rows and widening for long ones."""
    batches: list[pa.Table] = []
    lengths, waiting, width = array("l"), [], 1
    record: list[str] = []
    for record in _records(body, delimiter):
        if record == [_END]:
            break
        if len(record) > limits.columns:
            while record and not record[-1].strip():
                record.pop()
        width = max(width, len(record))
        lengths.append(len(record))
        waiting.append(record)
        if len(waiting) == _BATCH:
            _refuse_too_large(len(lengths), width, limits)
            batches.append(_batch(waiting, width))
            waiting = []
    _refuse_too_large(len(lengths), width, limits)
    if record and record != [_END]:
        raise ImportRefused(
            "E_UNCLOSED_QUOTE",
            f"A quotation mark opens in {address(len(lengths) - 1, len(record) - 1)} and never closes, "
            "so everything after it would be read as one answer.",
            "The file may be cut short: download it again. If that does not help, remove that quotation mark and save the file.",
        )
    batches.append(_batch(waiting, width))
    columns = [pa.chunked_array([_padded(batch, number) for batch in batches], pa.string()) for number in range(width)]
    return table_of(columns), _ragged(lengths)


def _batch(rows: list[list[str]], width: int) -> pa.Table:
    padded = (row if len(row) == width else row + [""] * (width - len(row)) for row in rows)
    return table_of([pa.array(column, pa.string()) for column in zip(*padded, strict=True)])


def _padded(batch: pa.Table, number: int) -> pa.Array:
    return batch.column(number).combine_chunks() if number < batch.num_columns else pa.repeat(pa.scalar("", pa.string()), batch.num_rows)


def _refuse_too_large(rows: int, columns: int, limits: Limits) -> None:
    if columns > limits.columns:
        raise ImportRefused(
            "E_TOO_MANY_COLUMNS",
            f"This file has {columns:,} columns; at most {limits.columns:,} can be read.",
            "Upload the export with one row for each response, or split the columns over several files.",
        )
    if rows * columns > limits.text_area:
        raise ImportRefused(
            "E_TOO_MANY_CELLS",
            f"This file has {rows:,} rows and {columns:,} columns, more cells than can be read.",
            "Split it into several files and upload them one after another.",
        )


def _ragged(lengths: array) -> list[Notice]:
    counted = Counter(length for length in lengths if length)
    if len(counted) < 2:
        return []
    usual = counted.most_common(1)[0][0]
    rows = [number for number, length in enumerate(lengths, 1) if length not in (0, usual)]
    many = "1 row has" if len(rows) == 1 else f"{len(rows):,} rows have"
    return [
        Notice(
            "W_RAGGED",
            f"{many} more or fewer cells than the usual {usual}: row{'s' * (len(rows) > 1)} {named(rows)}. "
            "Missing cells were left blank and extra ones kept in columns of their own.",
            address(rows[0] - 1, 0),
        )
    ]
