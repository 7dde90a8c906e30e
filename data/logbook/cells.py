"""The cells of one column of a log → values, and what could not be read, each with its cell."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.logbook.counts import read_prose_count
from data.logbook.dates import read_dates
from data.logbook.fields import Field
from data.logbook.lists import LIST_TITLES
from data.logbook.period_ends import period_end, unit_of
from data.logbook.terms import Terms
from data.problems import Problem
from data.questionnaire.coding import tidy
from data.sheet import address

_MONEY = re.compile(r"£?\s?(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(\.\d{1,9})?\s?(k|p)?", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3}){1,2}|\d{1,9}(?:\.0{1,9})?")
_HOURS = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)\s?(h|hr|hrs|hours?|d|days?|m|mins?|minutes?)?", re.IGNORECASE)
# What says that a cell has nothing to say: as good as blank, and nothing to ask about.
_UNKNOWN = frozenset({"tbc", "tbd", "tba", "n/a", "na", "#n/a", "nk", "unknown", "not known", "not recorded", "not applicable", "-", "?", "."})
_DAY = 7.4  # hours: the standard working day of a local policing body's staff (37 hours over five days)


@dataclass
class Cells:
    """One column as read: `values` by row (a list, or for several terms a list of lists) and what was met on the way."""

    values: list[Any]
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """Where a column of a log stands, so that every problem can name its cell."""

    sheet: str
    column: int
    rows: tuple[int, ...]
    field: Field

    def problem(self, i: int, repair: str, found: str | None, expected: str, done: str, suggestion: str = "") -> Problem:
        cell = address(self.rows[i], self.column)
        return Problem(repair, self.sheet, cell, self.field.heading, found, expected, done, suggestion)


def read_cells(texts: list[str], place: Place, terms: dict[str, Terms], settled: dict[tuple[str, str], str]) -> Cells:
    """Read one column as its field says. `settled` holds the officer's own repairs: (list, text) → term, or '' to leave it out."""
    reads = place.field.reads
    if reads == "date":
        return _dates(texts, place)
    if reads in ("term", "terms"):
        return _terms(texts, place, terms[place.field.list], settled)
    if reads == "refs":
        return Cells([[part for part in (tidy(p) for p in re.split(r"[;,\n]", text)) if part] for text in texts])
    if reads == "count":
        return _counts(texts, place)
    if reads == "period":
        return _periods(texts, place)
    if reads == "unit":
        return Cells([unit_of(text) or None for text in texts])
    if reads == "text":
        return Cells([tidy(text) or None for text in texts])
    how, expected = {"whole": (_whole, "a whole number"), "money": (_pence, "an amount in pounds"), "hours": (_hours, "a number of hours")}.get(
        reads, (_figure, "a number")
    )
    return _numbers(texts, place, how, expected)


def _dates(texts: list[str], place: Place) -> Cells:
    read = read_dates(texts)
    cells = Cells([day if isinstance(day, date) else None for day in read.values])
    for i, why in read.problems:
        day = cells.values[i]
        if day is None and tidy(texts[i]).casefold() in _UNKNOWN:
            continue
        left = "left blank" if day is None else f"read as {day.day} {day:%B %Y}"
        cells.problems.append(place.problem(i, "date", tidy(texts[i])[:60], why, left))
    if not read.sure:
        first = next(i for i, text in enumerate(texts) if text.strip())
        cells.problems.append(place.problem(first, "date order", tidy(texts[first])[:60], read.why, f"the whole column was read {read.order}"))
    return cells


def _periods(texts: list[str], place: Place) -> Cells:
    cells = Cells([tidy(text) or None for text in texts])
    for i, said in enumerate(cells.values):
        if said and period_end(said) is None:
            expected = "a year, a financial year, a month or a date"
            cells.problems.append(place.problem(i, "period", said[:60], expected, "left out of charts, kept as it is"))
    return cells


def _terms(texts: list[str], place: Place, terms: Terms, settled: dict[tuple[str, str], str]) -> Cells:
    cells = Cells([])
    title = LIST_TITLES[place.field.list]
    known = {text: _named(text, place.field.list, terms, settled) for text in set(texts)}
    for i, text in enumerate(texts):
        names, unknown = known[text]
        for part, near in unknown:
            expected = f"one of the strategy's own terms for {title}"
            cells.problems.append(place.problem(i, f"term:{place.field.list}", part, expected, "left blank", near))
        if place.field.reads == "term" and len(names) > 1:
            cells.problems.append(place.problem(i, "one term", tidy(text)[:80], f"one {title}, not several", f"read as {names[0]}"))
        cells.values.append(names)
    if place.field.reads == "term":
        cells.values = [names[0] if names else None for names in cells.values]
    return cells


def _named(text: str, list_name: str, terms: Terms, settled: dict[tuple[str, str], str]) -> tuple[list[str], list[tuple[str, str]]]:
    """The terms a cell names, the officer's own repairs among them, and each part still to be asked about with the term nearest to it."""
    names, unknown = terms.read(text)
    asked = []
    for part in (tidy(part)[:80] for part in unknown):
        repair = settled.get((list_name, part))
        if repair:
            names.append(terms.find(repair) or repair)
        elif repair is None and part.casefold() not in _UNKNOWN | {"none", "nil"}:
            asked.append((part, terms.near(part)))
    return list(dict.fromkeys(names)), asked


def _counts(texts: list[str], place: Place) -> Cells:
    cells = Cells([])
    known = {text: read_prose_count(text) for text in set(texts)}
    for i, text in enumerate(texts):
        count = known[text]
        cells.values.append((count.low, count.high, count.how))
        if text.strip() and count.why and tidy(text).casefold() not in _UNKNOWN:
            unread = count.low is None and count.high is None
            done = "left as not recorded" if unread else f"read as {_said(count.low, count.high)}, {count.how}"
            cells.problems.append(place.problem(i, "count" if unread else "count read", tidy(text)[:60], count.why, done))
    return cells


def _said(low: int | None, high: int | None) -> str:
    if low == high:
        return f"{low:,}"
    return f"at least {low:,}" if high is None else f"at most {high:,}" if low is None else f"{low:,} to {high:,}"


def _numbers(texts: list[str], place: Place, how: Callable[[str], float | None], expected: str) -> Cells:
    cells = Cells([])
    for i, text in enumerate(texts):
        said = tidy(text)
        value = how(said) if said else None
        if said and value is None and said.casefold() not in _UNKNOWN:
            cells.problems.append(place.problem(i, "number", said[:60], expected, "left blank"))
        cells.values.append(value)
    return cells


def _whole(text: str) -> int | None:
    return int(float(text.replace(",", ""))) if _WHOLE.fullmatch(text) else None


def _pence(text: str) -> int | None:
    match = _MONEY.fullmatch(text)
    if not match:
        return None
    pounds = float(match.group(1).replace(",", "") + (match.group(2) or ""))
    unit = (match.group(3) or "").casefold()
    return round(pounds) if unit == "p" else round(pounds * (100_000 if unit == "k" else 100))


def _figure(text: str) -> float | None:
    number = text.rstrip("% ").replace(",", "")
    return float(number) if re.fullmatch(r"-?\d{1,12}(\.\d{1,9})?", number) else None


def _hours(text: str) -> float | None:
    match = _HOURS.fullmatch(text)
    if not match:
        return None
    number, unit = float(match.group(1)), (match.group(2) or "h").casefold()
    return number * _DAY if unit.startswith("d") else number / 60 if unit.startswith("m") else number
