"""Any tidy table of survey answers: one heading row, one row per respondent, a column per question.

It is known by a column that only a table of people has (a respondent's or response's id, or a time of answering) beside columns that are asked
as questions are. "Question - answer" or "Question [answer]" in several neighbouring headings is one question in several columns.
"""

import re
from collections import Counter

from data.coding import tidy
from data.headings import find_heading_row
from data.layout import Column, SurveyLayout
from data.sheet import Sheet
from data.terms import plain

NAME = "Survey answers in a table"
KIND = "survey"

_ROLES = {
    "respondent id": "respondent id",
    "respondent": "respondent id",
    "response id": "respondent id",
    "respondent number": "respondent id",
    "urn": "respondent id",
    "date answered": "ended",
    "date submitted": "ended",
    "submitted": "ended",
    "submission date": "ended",
    "completed on": "ended",
    "date completed": "ended",
    "started": "started",
    "channel": "channel",
    "mode": "channel",
    "completed": "status",
    "complete": "status",
    "weight": "weight",
    "survey weight": "weight",
    "final weight": "weight",
}
_BLANK = frozenset({"-", "."})
_PARTED = re.compile(r"^(?P<question>.{4,}?)\s*(?:\[(?P<box>[^\]]+)\]|\s[-–:]\s(?P<dash>.+))$", re.DOTALL)
_OTHER = re.compile(r"^other\b.*(specify|state|describe|say)", re.IGNORECASE)
_TOTAL = re.compile(r"^(grand )?total\b|^n\s?=|^base\b|^average\b", re.IGNORECASE)


def recognises(sheet: Sheet) -> bool:
    """It has a respondent's id or a time of answering among its headings, and at least one other column."""
    row = find_heading_row(sheet)
    if row is None:
        return False
    roles = [_ROLES.get(plain(cell)) for cell in sheet.row(row)]
    return bool({"respondent id", "ended"} & set(roles)) and roles.count(None) >= 1


def read(sheet: Sheet) -> SurveyLayout:
    row = find_heading_row(sheet) or 0
    headings = [tidy(cell) for cell in sheet.row(row)]
    return SurveyLayout(tuple(columns_of(headings)), (row,), row + 1, _BLANK, _totals(sheet, row + 1), "a total, not a respondent")


def columns_of(headings: list[str]) -> list[Column]:
    """The columns under one row of headings, neighbours that share a question folded into one block."""
    parts = [_PARTED.match(heading) for heading in headings]
    stems = [match.group("question").strip() if match else heading for match, heading in zip(parts, headings, strict=True)]
    times = Counter(stems)
    columns: list[Column] = []
    block = -1
    for at, (heading, match, stem) in enumerate(zip(headings, parts, stems, strict=True)):
        role = _ROLES.get(plain(heading))
        if role or not heading:
            columns.append(Column(at, role or "unnamed", heading))
            continue
        # The same heading twice is two questions; only headings that go on after it are its parts.
        alone = times[stem] == 1 or not match
        if alone or stems[at - 1] != stem or not at:
            block += 1
        option = "" if alone or not match else (match.group("box") or match.group("dash")).strip()
        columns.append(Column(at, "question", heading if alone else stem, option, block, "other" if _OTHER.match(option) else ""))
    return columns


def _totals(sheet: Sheet, first_row: int) -> tuple[int, ...]:
    """Rows at the foot that add the table up."""
    foot = range(max(first_row, sheet.height - 5), sheet.height)
    return tuple(row for row in foot if _TOTAL.match(next((cell for cell in map(tidy, sheet.row(row)) if cell), "")))
