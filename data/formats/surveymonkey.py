"""SurveyMonkey's export of responses: the question over its first answer, then a row of answers; condensed, or a column for every answer.

The tool's own columns may have been taken out before the file was passed on; the second row then still tells it ("Response", "Open-Ended
Response", or the very words that the cells below repeat).
"""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, dashed, heading_of, is_other, numbers_the_rows, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import counts_answered_and_skipped, holds_row_of
from data.sheet import Sheet

NAME = "SurveyMonkey export"
KIND = "survey"
STEPS = (
    "In SurveyMonkey open the survey, choose Analyze results, Save as, Export file, All individual responses, then XLS or CSV with condensed "
    "columns and the actual answer text."
)

_ROLES = {
    "respondentid": "respondent id",
    "collectorid": "row number",
    "collector": "channel",
    "startdate": "started",
    "datecreated": "started",
    "enddate": "ended",
    "datemodified": "ended",
    "ipaddress": "personal",
    "emailaddress": "personal",
    "email": "personal",
    "firstname": "personal",
    "lastname": "personal",
    **{f"{name}{n or ''}": "personal" for name in ("custom", "customdata", "customvariable", "customvalue") for n in range(10)},
    "language": "language",
    "rds": "row number",
}
_TELLING = ("collectorid", "ipaddress", "customdata1", "emailaddress", "startdate")
_RESPONSE = ("Response", "Open-Ended Response")
_BLANK = frozenset({"-"})
_CONTACT = frozenset(("name", "company", "address", "address 2", "zip/postal code", "zip code", "postal code", "email address", "phone number"))
_TOWN = frozenset(("city/town", "state/province", "country"))
# A moment under a heading is an answer already, not what a column of answers is headed by.
_MOMENT = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[T ,]+\d{1,2}:\d\d")
_FEW = 11
_STATEMENT = re.compile(r"^(?P<statement>.+\S) - (?P<label>\S.*)$")
_SUMMARIES = (
    frozenset({"answer choices", "responses"}),
    frozenset({"answer choices", "response percent"}),
    frozenset({"answer options", "response percent", "response count"}),
)


def refuses(sheet: Sheet) -> str:
    """A summary of the answers, one table a question, holds no respondent."""
    report = holds_row_of(sheet, _SUMMARIES) or counts_answered_and_skipped(sheet)
    if not report or holds_row_of(sheet, [frozenset({"response total"})]):
        return ""
    return "This is a SurveyMonkey summary report: it counts the answers to each question and does not hold the responses themselves."


def recognises(sheet: Sheet) -> bool:
    return _rows(sheet) is not None


def read(sheet: Sheet) -> SurveyLayout:
    rows = _rows(sheet)
    if rows is None:
        sentence = "This is not a SurveyMonkey export: it has no respondent ids, and no row of answers under its questions."
        raise ImportRefused("E_NOT_SURVEYMONKEY", sentence, "Say that it holds survey answers in a table.")
    top, below = rows
    headings = [heading_of(cell) for cell in sheet.row(top)]
    first = (top if below is None else below) + 1
    under = [] if below is None else [heading_of(cell) for cell in sheet.row(below)]
    columns = _two_rows(headings, under, sheet, first) if under else _told(_one_row(headings), sheet, first, True)
    return SurveyLayout(tuple(columns), (top,) if below is None else (top, below), first, _BLANK)


def _rows(sheet: Sheet) -> tuple[int, int | None] | None:
    """The row of questions, and the row of answers under it where there is one."""
    top = top_rows(sheet, 12)
    for (number, row), (below, under) in zip(top, [*top[1:], (-1, [])], strict=False):
        names = [squashed(cell) for cell in row]
        if "respondentid" in names:
            at = names.index("respondentid")
            headed = bool(under) and not under[at] and any(under)
            told = any(name in names for name in _TELLING) or headed
            return (number, below if headed else None) if told or _long_ids(sheet, at, number + 1) else None
    # Without the tool's own columns only the first rows of the table itself can tell.
    for (number, row), (below, under) in pairwise(top):
        if sum(map(bool, row)) > 1:
            return (number, below) if _answers_under(sheet, row, under, below + 1) else None
    return None


def _long_ids(sheet: Sheet, at: int, first: int) -> bool:
    ids = values(sheet, at, first)
    return bool(ids) and all(one.isdecimal() and 9 <= len(one) <= 13 for one in ids)


def _answers_under(sheet: Sheet, row: list[str], under: list[str], first: int) -> bool:
    """Without ids: the second row says "Response", or heads columns whose cells say nothing but the very same."""
    filled = sum(map(bool, under))
    if sum(1 for cell in row if cell) < 2 or filled < 3 or sum(map(bool, row)) > filled or any(map(_MOMENT.match, under)):
        return False
    if sum(cell in _RESPONSE or is_other(cell) for cell in under) >= max(2, 0.3 * filled) and any(cell in _RESPONSE for cell in under):
        return True
    blank_above = [at for at, cell in enumerate(under) if cell and not row[at]]
    if len(blank_above) < 0.4 * filled or len(blank_above) < 2:
        return False
    said = [(under[at], values(sheet, at, first)) for at in blank_above[:60]]
    repeating = sum(1 for label, found in said if any(_says(cell, label) for cell in found) and len(found) <= 2)
    return repeating >= 0.5 * sum(1 for _, found in said if found) and repeating > 1


def _says(cell: str, label: str) -> bool:
    return cell == label or (len(cell) > 1 and label.endswith(f" - {cell}"))


def _one_row(headings: list[str]) -> list[Column]:
    shared = dashed(headings)
    return columns_of(headings, lambda _, heading: _ROLES.get(squashed(heading), ""), lambda _, heading: shared.get(heading, Asked(heading)))


def _two_rows(questions: list[str], answers: list[str], sheet: Sheet, first: int) -> list[Column]:
    expanded = "Response" not in answers
    columns: list[Column] = []
    question, block, asked = "", -1, False
    answered: set[int] = set()
    contacts = _contacts(questions, answers)
    for at, (over, under) in enumerate(zip(questions, answers, strict=True)):
        role = "" if asked else _ROLES.get(squashed(over), "")
        if role or (not over and under.casefold() in ("seq #", "seq")):
            columns.append(Column(at, role or "row number", over or under))
            continue
        counted = not over and not asked and (not under or under.isdecimal()) and numbers_the_rows(sheet, at, first)
        if counted or (not over and not under and (not asked or not values(sheet, at, first))):
            columns.append(Column(at, "row number" if counted else "unnamed"))
            continue
        asked = True
        # The same words right beside are one question over all its answers; after a gap they are asked anew.
        if over and not (over == question and at and questions[at - 1] == over):
            question, block = over, block + 1
        if under.casefold() in _CONTACT and question in contacts:
            columns.append(Column(at, "personal", f"{question} – {under}"))
            continue
        label = "" if under in _RESPONSE or under == over else under.removeprefix("- ")
        # Beside the one column of a question's answer stands what people could say about it, whatever the author called that.
        beside = bool(label) and at - 1 in answered and columns[-1].block == block and not _answers_alike(sheet, at, first)
        answered |= {at} if under == "Response" else set()
        hint = "other" if beside or is_other(label) else "written" if under == "Open-Ended Response" else ""
        columns.append(Column(at, "question", question, label, block, hint))
    return _told(columns, sheet, first, expanded)


def _answers_alike(sheet: Sheet, at: int, first: int) -> bool:
    """Whether a column beside a question's answers holds answers too: the very ones given there, or a few that all come again and again."""
    said = Counter(filter(None, map(tidy, sheet.column(at, first).to_pylist())))
    again = 1 < len(said) <= _FEW and min(said.values()) > 1 and said.total() >= 3 * len(said)
    return bool(said) and (set(said) <= set(values(sheet, at - 1, first)) or again)


def _contacts(questions: list[str], answers: list[str]) -> set[str]:
    """The questions of the tool's own form for somebody's contact details: who, where and how in fixed fields."""
    fields: dict[str, set[str]] = {}
    question = ""
    for over, under in zip(questions, answers, strict=True):
        question = over or question
        fields.setdefault(question, set()).add(under.casefold())
    return {question for question, labels in fields.items() if len(labels & _CONTACT) >= 2 and len(labels & (_CONTACT | _TOWN)) >= 4}


def _told(columns: list[Column], sheet: Sheet, first: int, expanded: bool) -> list[Column]:
    """What the cells of each question say about it: a number of its own in each column is a tick, and so is the answer repeated."""
    together: dict[int, list[Column]] = {}
    for column in columns:
        if column.role == "question" and column.option:
            together.setdefault(column.block, []).append(column)
    told = {
        column.at: one
        for block in together.values()
        if len(block) > 1
        for column, one in zip(block, _block(block, sheet, first, expanded), strict=True)
    }
    return [told.get(column.at, column) for column in columns]


def _block(block: list[Column], sheet: Sheet, first: int, expanded: bool) -> list[Column]:
    main = [column for column in block if column.hint != "other"]
    said = {column.at: values(sheet, column.at, first) for column in main}
    grid = {column.at: match for column in main if (match := _STATEMENT.match(column.option))}
    if main and len(grid) == len(main) and all(set(said[at]) <= {match["label"]} for at, match in grid.items()) and any(said.values()):
        return [
            replace(column, option=grid[column.at]["label"], statement=grid[column.at]["statement"], hint="choice") if column.at in grid else column
            for column in block
        ]
    codes = [cells[0] for cells in said.values() if cells]
    numbered = len(codes) > 1 and len(set(codes)) == len(codes) and all(len(cells) <= 1 for cells in said.values()) and all(map(str.isdecimal, codes))
    alone = expanded and all(set(said[column.at]) <= {column.option} for column in main)
    hint = "filled" if numbered else "choice" if alone else ""
    return [replace(column, hint=column.hint or hint) for column in block]
