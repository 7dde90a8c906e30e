"""Telling a report that a survey tool made of the answers from the answers themselves: a report counts, and holds no respondent."""

from collections.abc import Iterable

from data.questionnaire.coding import tidy
from data.sheet import Sheet

# Reports have a few columns; tables wider than this are never one.
_WIDEST = 60


def holds_row_of(sheet: Sheet, marks: Iterable[frozenset[str]]) -> bool:
    """Whether one of the first rows holds all the words of one of these marks, as cells of their own."""
    rows = [{tidy(cell).casefold().rstrip(":") for cell in row} for row in sheet.top] if sheet.width <= _WIDEST else []
    return any(mark <= row for mark in marks for row in rows)


def counts_answered_and_skipped(sheet: Sheet) -> bool:
    """Whether rows of their own count who answered and who skipped."""
    found: set[str] = set()
    for row in sheet.top if sheet.width <= _WIDEST else []:
        said = [tidy(cell).casefold() for cell in row if cell.strip()]
        if len(said) in (2, 3) and said[-1].replace(",", "").removesuffix(".0").isdecimal():
            found |= {"answered" for cell in said[:-1] if cell in ("answered", "answered question")}
            found |= {"skipped" for cell in said[:-1] if cell in ("skipped", "skipped question")}
    return found == {"answered", "skipped"}
