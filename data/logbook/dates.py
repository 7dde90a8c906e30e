"""Dates as an office and its survey tools write them: day or month first is settled once for a whole column, never cell by cell."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.logbook.date_forms import LONGEST, Seen, day_of, seen
from data.logbook.numerals import in_digits


@dataclass(frozen=True)
class Dates:
    """The dates of a column. `values` holds one date a cell, None where there is none or it cannot be read.

    `order` is "day first", "month first", or "iso" where no cell depends on the order. `sure` is False where the order was assumed or the
    column disagrees with itself, and `why` then says so. `problems` gives (position, reason): a cell that could not be read, or one that was
    read and yet deserves a look (only a month, a period, a weekday that does not fit), which then has a value.
    """

    values: list[date | None]
    order: str
    sure: bool
    problems: list[tuple[int, str]]
    why: str = ""


# "3-5 May 2024" and "Fri 3rd to Sun 5th May 2024": two days that share a month; and what parts two dates.
_DAYS_TOGETHER = re.compile(
    r"(?:[a-z]+\.? )?(\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|and|&|/) ?((?:[a-z]+\.? )?\d{1,2}(?:st|nd|rd|th)? ?(?:of )?[a-z]{3,}.*\d)"
)
_BETWEEN = re.compile(r" (?:-|to|until|till|and|&) |(?<=[/.]\d{4})-|(?<=[/.]\d\d)-")

# What can be cut from a cell without changing its day, to leave few different ones: the clock; minutes, where a zone of whole hours is stated;
# the fraction of a spreadsheet's day number; the last two digits of seconds (clocks change on the hour).
_CUTS = (
    (
        r"^(\d{1,4}[-/.](?:\d{1,2}|[A-Za-z]{3})[-/.]\d{1,4}|[0-9A-Za-z]{1,9} [0-9A-Za-z]{1,9},? (?:19|20)\d\d)[T ]"
        r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[AaPp][Mm])?$",
        r"\1",
    ),
    (r"^(\d{4}-\d\d-\d\d[T ](?:[01]\d|2[0-3])):[0-5]\d:[0-5]\d(?:\.\d+)?(Z|[-+]\d\d:?00)$", r"\1:00:00\2"),
    (r"^(\d{5})\.\d+$", r"\1"),
    (r"^(\d{8})\d\d$", r"\100"),
)


def read_dates(column: Sequence[str] | pd.Series, assumed: str = "day first") -> Dates:
    """The dates of a column of text, in its order; blank and missing cells have none.

    If any first part is over 12 the day comes first, if any second part is, the month; if neither, what is `assumed`: the day, as in the United
    Kingdom, where nothing else in the file tells. Times with a stated zone count on the day it then was in London. Spreadsheet day numbers are
    read where most cells are such, or told one by one where few are; seconds since 1970 only where every cell is such. A day that does not
    exist is a problem and never rolls over.
    """
    codes, distinct = _distinct(column)
    rows = np.bincount(codes, minlength=len(distinct))
    cells = [seen(text) for text in distinct]
    order, sure, why = _order(
        [(shown, n) for text, cell, n in zip(distinct, cells, rows.tolist(), strict=True) for shown in _ends(text, cell)], assumed
    )
    tally = dict.fromkeys(("blank", "serial", "seconds"), 0)
    for cell, count in zip(cells, rows.tolist(), strict=True):
        tally[cell.kind] = tally.get(cell.kind, 0) + count
    filled = len(codes) - tally["blank"]
    mostly_serials, all_seconds = 2 * tally["serial"] > filled, tally["seconds"] == filled
    read = [_read(text, cell, order, mostly_serials, all_seconds) for text, cell in zip(distinct, cells, strict=True)]
    days = np.array([day for day, _ in read], dtype=object)
    flagged = np.flatnonzero(np.array([bool(note) for _, note in read], dtype=bool)[codes])
    return Dates(days[codes].tolist(), order, sure, [(int(at), read[codes[at]][1]) for at in flagged], why)


def read_period(text: str, order: str = "day first") -> tuple[date, date] | None:
    """The first and last day a cell names: "3-5 May 2024", "30 April - 2 May 2024", a single day, or a whole month; None where it names none.

    `order` settles "3/5/2024", as for the column it stands in. The year may be left to the last date; no period ends before it starts.
    """
    if len(text) > LONGEST:
        return None
    plain = in_digits(text)
    if alone := _span(plain, order):
        return alone
    if together := _DAYS_TOGETHER.fullmatch(plain):
        last, first_day = _span(together[2], order), int(together[1])
        return (last[1].replace(day=first_day), last[1]) if last and last[0] == last[1] and 1 <= first_day <= last[1].day else None
    parts = _BETWEEN.split(plain)
    last = _span(parts[1], order) if len(parts) == 2 else None
    if not last:
        return None
    one_day, year = last[0] == last[1], last[1].year
    for borrowed, longest in (("", 36_525), (f" {year}", 365), (f"/{year}", 365), (f" {year - 1}", 183), (f"/{year - 1}", 183)):
        first = _span(parts[0] + borrowed, order)
        if first and (first[0] == first[1]) == one_day and 0 <= (last[1] - first[0]).days <= longest:
            return first[0], last[1]
    return None


def _span(plain: str, order: str) -> tuple[date, date] | None:
    """The one day, or the first and last day of the one month, that a text names."""
    cell = seen(plain)
    day = day_of(cell, order)[0] if cell.kind in ("day", "either", "month") else None
    return (day, day.replace(day=monthrange(day.year, day.month)[1]) if cell.kind == "month" else day) if day else None


def _distinct(column: Sequence[str] | pd.Series) -> tuple[np.ndarray, list[str]]:
    """Each cell's place among the different ones, and these, once everything that cannot change the day is cut off."""
    cells = pc.fill_null(pa.array(pd.Series(column, dtype="str"), pa.string(), from_pandas=True), "")
    for pattern, kept in _CUTS:
        if pc.any(pc.match_substring_regex(cells.slice(0, 1000), pattern)).as_py():
            cells = pc.replace_substring_regex(cells, pattern, kept)
    encoded = (cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells).dictionary_encode()
    return encoded.indices.to_numpy(), encoded.dictionary.to_pylist()


def _ends(text: str, cell: Seen) -> list[Seen]:
    """The dates in a cell that may show which part comes first: of a period, both."""
    return [cell] if cell.kind != "wrong" else [seen(end) for end in _BETWEEN.split(in_digits(text[:LONGEST]))]


def _order(cells: list[tuple[Seen, int]], assumed: str) -> tuple[str, bool, str]:
    """Which part comes first, whether that is sure, and why not."""
    day_first = month_first = either = 0
    late, same = set(), False
    for cell, count in cells:
        if cell.kind == "either":
            first, second, _ = cell.numbers
            if 12 < first <= 31 and 1 <= second <= 12:
                day_first += count
                late.add(cell.numbers)
            elif 12 < second <= 31 and 1 <= first <= 12:
                month_first += count
                late.add(cell.numbers)
            elif first == second:
                same = True
            else:
                either += count
    if not day_first + month_first + either:
        return "iso", True, ""
    order, part = ("month first", "month") if month_first > day_first else ("day first", "day")
    if not day_first + month_first:
        return assumed, False, f"Every date could be read either way round; the {assumed.partition(' ')[0]} was taken to come first."
    if 10 * min(day_first, month_first) > day_first + month_first:
        return order, False, f"Some dates put the day first and some the month; the {part} was taken to come first, as in most."
    true_days = [cell.numbers[2] for cell, _ in cells if cell.kind == "day"]
    if not either and not same and len(late) > 2 and len(true_days) > 2 and max(true_days) <= 12:
        return order, False, "Day and month may have been swapped by a spreadsheet: no true date is after the 12th, every date left as text is."
    return order, True, ""


def _read(text: str, cell: Seen, order: str, mostly_serials: bool, all_seconds: bool) -> tuple[date | None, str]:
    """The day of a cell and what should be told about it; of a period, its first day."""
    period = read_period(text, order) if cell.kind == "wrong" else None
    return (period[0], "A period: its first day was taken.") if period else day_of(cell, order, mostly_serials, all_seconds)
