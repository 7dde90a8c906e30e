"""Cells as text: how a value of a workbook is written down, and what is mended in any cell, each mending told with its address."""

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.sheet import Notice, address

_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_CONTROL_PATTERN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_BLANKS = b" \t\r\n"
_NAMED = 5
_HALF_SECOND = dt.timedelta(milliseconds=500)


def named(places: Sequence[object]) -> str:
    """The first few places in words: "B2, C7 and 4 more"."""
    first = [str(place) for place in places[:_NAMED]]
    if len(places) > _NAMED:
        return f"{', '.join(first)} and {len(places) - _NAMED:,} more"
    return " and ".join([", ".join(first[:-1]), first[-1]] if len(first) > 1 else first)


def column_of(values: Sequence[object]) -> pa.Array:
    """A column of a workbook as an Arrow array of text."""
    if set(map(type, values)) <= {str}:
        return pa.array(values, pa.string())
    return pa.array([value if type(value) is str else _WRITERS.get(type(value), str)(value) for value in values], pa.string())


def table_of(columns: Sequence[pa.Array | pa.ChunkedArray]) -> pa.Table:
    """Columns of text as a table with columns c0, c1, …"""
    return pa.table({f"c{number}": column for number, column in enumerate(columns)})


def is_blank(table: pa.Table) -> bool:
    """Whether no cell holds anything but spaces and line breaks."""
    return not any(_data(chunk).translate(None, _BLANKS + _CONTROLS) for column in table.columns for chunk in column.chunks)


def mended(table: pa.Table, longest: int) -> tuple[pa.Table, list[Notice]]:
    """The table without control characters and with over-long cells cut to `longest` characters, and notices with the addresses."""
    controls: list[tuple[int, int]] = []
    too_long: list[tuple[int, int]] = []
    columns = []
    for number, column in enumerate(table.columns):
        if any(len(data) != len(data.translate(None, _CONTROLS)) for data in map(_data, column.chunks)):
            controls += _places(pc.match_substring_regex(column, _CONTROL_PATTERN), number)
            column = pc.replace_substring_regex(column, _CONTROL_PATTERN, "")
        if len(column) and pc.max(pc.binary_length(column)).as_py() > longest:
            too_long += _places(pc.greater(pc.utf8_length(column), longest), number)
            column = pc.utf8_slice_codeunits(column, 0, longest)
        columns.append(column)
    notices = []
    if controls:
        cells = _addresses(controls)
        notices.append(Notice("W_CONTROL_CHARS", f"Invisible control characters were removed from {named(cells)}.", cells[0]))
    if too_long:
        cells = _addresses(too_long)
        notices.append(Notice("W_CELL_TOO_LONG", f"Text longer than {longest:,} characters was cut off after that many in {named(cells)}.", cells[0]))
    return (table_of(columns) if notices else table), notices


def cells_matching(table: pa.Table, pattern: str) -> list[str]:
    """The addresses of the cells whose text matches a pattern, row by row."""
    places = []
    for number, column in enumerate(table.columns):
        places += _places(pc.match_substring_regex(column, pattern), number)
    return _addresses(places)


def _places(marked: pa.ChunkedArray, column: int) -> list[tuple[int, int]]:
    return [(row, column) for row in pc.indices_nonzero(marked).to_pylist()]


def _addresses(places: list[tuple[int, int]]) -> list[str]:
    return [address(row, column) for row, column in sorted(places)]


def _data(chunk: pa.StringArray) -> bytes:
    """All the text of an array run together."""
    _, offsets, data = chunk.buffers()
    if not len(chunk) or data is None:
        return b""
    bounds = memoryview(offsets).cast("i")
    start, end = bounds[chunk.offset], bounds[chunk.offset + len(chunk)]
    return data.slice(start, end - start).to_pybytes()


def _number(value: float) -> str:
    return repr(value + 0.0).removesuffix(".0")  # adding nothing turns minus nought into nought


def _moment(value: dt.datetime) -> str:
    if value.microsecond:
        with contextlib.suppress(OverflowError):
            value = (value + _HALF_SECOND).replace(microsecond=0)
    return value.isoformat().removesuffix("T00:00:00")


def _time(value: dt.time) -> str:
    return (dt.datetime.combine(dt.date(2000, 1, 1), value) + _HALF_SECOND).time().replace(microsecond=0).isoformat()


def _duration(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


_WRITERS: dict[type, Callable[..., str]] = {
    str: str,
    float: _number,
    int: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    type(None): lambda _: "",
    dt.datetime: _moment,
    dt.date: dt.date.isoformat,
    dt.time: _time,
    dt.timedelta: _duration,
}
