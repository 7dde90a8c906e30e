"""Telling a report that a survey tool made of the answers from the answers themselves: a report counts, and holds no respondent."""

import re
from collections.abc import Iterable
from itertools import pairwise

from data.questionnaire.coding import tidy
from data.sheet import Sheet

# Reports have a few columns; tables wider than this are never one.
_WIDEST = 60
_NARROW = 8

_ANSWERS = frozenset(
    ("answer", "answers", "option", "options", "choice", "choices", "response", "value", "answer choice", "answer choices", "answer options")
)
_COUNTS = frozenset(
    ("count", "counts", "responses", "total", "number", "frequency", "n", "respondents", "answered", "votes", "response count", "number of responses")
)
_SHARES = frozenset(("%", "percent", "percentage", "share", "average", "#", "response percent", "% of responses", "% of respondents"))
_NUMBER = re.compile(r"[\d,]+(\.0)?( \(\d[\d.]*%\))?")


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


def stands_alone(sheet: Sheet, shape: re.Pattern[str]) -> int:
    """In how many of the first rows the only cell, or every cell, has a shape: reports have lines of their own ("9 responses")."""
    rows = [[cell for cell in map(tidy, row) if cell] for row in sheet.top] if sheet.width <= _WIDEST else []
    return sum(bool(said) and all(map(shape.fullmatch, said)) for said in rows)


def counts_by_answer(sheet: Sheet) -> bool:
    """Whether a narrow sheet has a heading row for an answer and how often it was given, with a number right under it."""
    rows = [[tidy(cell) for cell in row] for row in sheet.top] if sheet.width <= _NARROW else []
    for row, under in pairwise(rows):
        said = {cell.casefold().rstrip(":") for cell in row if cell}
        counted = [at for at, cell in enumerate(row) if cell.casefold() in _COUNTS and _NUMBER.fullmatch(under[at])]
        if said & _ANSWERS and counted and len(said) > 1 and said <= _ANSWERS | _COUNTS | _SHARES:
            return True
    return False
