"""Any tidy table of survey answers: one or two heading rows, one row per respondent, a column per question.

It is known by a column that only a table of people has (a respondent's or response's id, a time of answering, a weight), or by headings that are
questions. "Question - answer" or "Question [answer]" in several neighbouring headings is one question in several columns, and so are headings
of a second row under a merged first.
"""

import re
from collections import Counter

from data.layout import Column, SurveyLayout
from data.logbook.headings import find_heading_row
from data.logbook.terms import plain
from data.privacy.personal import personal_heading
from data.questionnaire.answer_columns import is_other, numbers_the_rows, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.neighbours import gridded, placed
from data.questionnaire.places import place_named
from data.questionnaire.summaries import counts_by_answer
from data.questionnaire.weight_columns import is_weight
from data.sheet import Sheet

NAME = "Survey answers in a table"
KIND = "survey"
GENERAL = True
STEPS = "From any other tool, export the responses themselves, one row for each respondent and a column for each question, as Excel or CSV."

_ROLES = {
    **dict.fromkeys(("respondent id", "respondent", "response id", "respondent number", "urn", "record number", "unique id"), "respondent id"),
    **dict.fromkeys(
        (
            "date answered",
            "interview date",
            "date of interview",
            "date submitted",
            "submitted",
            "submission date",
            "completed on",
            "date completed",
            "end time",
        ),
        "ended",
    ),
    **dict.fromkeys(
        (
            "submitted date",
            "submission time",
            "timestamp of response",
            "response timestamp",
            "submission timestamp",
            "completion date",
            "completion time",
            "date of response",
            "response date",
        ),
        "ended",
    ),
    **dict.fromkeys(("started", "start time", "start date", "date started"), "started"),
    # Snap's own columns.
    **dict(zip(("id name", "id date", "id time", "id completed"), ("personal", "ended", "row number", "status"), strict=True)),
    **dict.fromkeys(("interviewer", "interviewer id", "interviewer name", "interviewer number"), "personal"),
    "channel": "channel",
    "mode": "channel",
    "completed": "status",
    "complete": "status",
}
# What only numbers the responses, each of them once.
_NUMBER = re.compile(
    r"(response|respondent|contribution|submission|participant|record|entry|case|form|survey) (id|no|number|ref|reference)"
    r"|ref|reference|id|no|number|serial( no| number)?"
)
_REFERENCE = re.compile(r"[\w/-]{0,20}\d[\w/-]{0,20}")
_BLANK = frozenset({"-", "."})
_PARTED = re.compile(
    r"^(?:(?P<code>[Qq]\d{1,3})[_.](?P<part>\d{1,2}|other|oth)|(?P<question>.{4,}?)\s*(?:\[(?P<box>[^\]]+)\]|(?:\s[-–]|:)\s(?P<dash>.+)))$", re.DOTALL
)
# "Which matters most? (1st)"; and "Q3a. Agree? – Listen" beside "Q3b. Agree? – Act", a grid whose rows are lettered.
_BRACKETED = re.compile(r"^(?P<question>.{4,}?)\s*\((?P<place>[^()]{3,25})\)$", re.DOTALL)
_CODED = re.compile(r"^(?P<question>[A-Za-z]\w*?)_(?P<place>[A-Za-z0-9]{3,7})$")
_LETTERED = re.compile(r"^(Q?\d{1,3})[a-z]([.):]*\s+)", re.IGNORECASE)
_TOTAL = re.compile(r"^(grand )?total\b|^n\s?=|^base\b|^average\b", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{1,8}_?\d{1,3}[a-z]?([_.]\w{1,8}){0,2}")
_ASKED = re.compile(
    r".{6,}\?\W{0,3}$"
    r"|^(\w{1,4}[.):]\s*)?(how|what|which|why|where|who|when|do|did|does|are|is|have|has|would|will|to what|please|overall|thinking|if|any)\s.{12,}",
    re.IGNORECASE | re.DOTALL,
)
_QUESTION = re.compile(rf"{_ASKED.pattern}|^Q\d{{1,3}}[a-z]?([_.]\d{{1,2}})?$", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(r"^(tot(al)?\.?|number of|no\.? of) (respondents|responses|answers)$", re.IGNORECASE)


def refuses(sheet: Sheet) -> str:
    """A table that counts respondents by group holds none of them, and one with a row for each answer has nobody in a row."""
    for number, row in top_rows(sheet, 6):
        if _has_a_row_for_each_answer(sheet, number, [_named(cell) for cell in row]):
            return "This table has a row for each answer and not one for each respondent, so it cannot be read as it is."
        counted = any(_COUNTED.match(cell) for cell in row)
        if counted and sum(cell.casefold() == "total" or cell.endswith("%") for cell in row) >= 3:
            return "This table counts respondents by group and does not hold the responses themselves."
    counted = counts_by_answer(sheet)
    return "This is a summary: it counts the answers to each question and does not hold the responses themselves." if counted else ""


def _has_a_row_for_each_answer(sheet: Sheet, row: int, names: list[str]) -> bool:
    """One column of ids that come again, one of questions and one of answers."""
    ids = [at for at, name in enumerate(names) if _ROLES.get(name) == "respondent id"]
    if not ids or not {"question", "question text"} & set(names) or not {"answer", "answer text", "response", "response text"} & set(names):
        return False
    cells = [cell for cell in sheet.column(ids[0], row + 1).to_pylist() if cell.strip()]
    return len(cells) >= 2 * len(set(cells)) > 0


def recognises(sheet: Sheet) -> bool:
    """It has a respondent's id, a time of answering or a weight among its headings and at least one other column; or its headings ask."""
    row = find_heading_row(sheet)
    if row is None:
        return False
    headings = [tidy(cell) for cell in sheet.row(row)]
    roles = [_role(cell) or ("weight" if is_weight(sheet, at, cell, row + 1) else "") for at, cell in enumerate(headings)]
    if {"respondent id", "ended", "weight"} & set(roles) and sum(1 for role, cell in zip(roles, headings, strict=True) if not role and cell):
        return True
    asked = sum(bool(_QUESTION.match(cell)) for cell in headings)
    return asked >= 2 and asked >= 0.3 * sum(map(bool, headings))


def read(sheet: Sheet) -> SurveyLayout:
    row = find_heading_row(sheet) or 0
    headings = [tidy(cell) for cell in sheet.row(row)] if sheet.height else []
    worded = _wordings(sheet, row)
    below = worded or _second(sheet, row)
    first = (row if below is None else below) + 1
    under = [] if below is None else [tidy(cell) for cell in sheet.row(below)]
    columns = (
        columns_of([said if said and _CODE.fullmatch(code) else code for code, said in zip(headings, under, strict=True)])
        if worded
        else _two_rows(headings, under)
        if under
        else columns_of(headings)
    )
    kept = tuple(_told(column, sheet, first) for column in placed(gridded(columns, sheet, first), sheet, first))
    return SurveyLayout(kept, (row,) if below is None else (row, below), first, _BLANK, _totals(sheet, first), "a total, not a respondent", True)


def _named(heading: str) -> str:
    return plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading))


def _role(heading: str) -> str:
    return _ROLES.get(_named(heading), "")


def _told(column: Column, sheet: Sheet, first: int) -> Column:
    if column.role == "question" and is_weight(sheet, column.at, column.question, first):
        return Column(column.at, "weight", column.question)
    if column.role == "question" and _NUMBER.fullmatch(_named(column.question)):
        cells = [cell for cell in map(tidy, sheet.column(column.at, first).to_pylist()) if cell]
        if len(set(cells)) == len(cells) > 1 and all(map(_REFERENCE.fullmatch, cells)):
            return Column(column.at, "row number", column.question)
    counts = column.role == "unnamed" and numbers_the_rows(sheet, column.at, first)
    return Column(column.at, "row number") if counts else column


def _wordings(sheet: Sheet, row: int) -> int | None:
    """The row under a heading row of codes (Q1, Q2_1, V12) that says what each of them asked; an answer comes again further down."""
    codes = [at for at, cell in enumerate(map(tidy, sheet.row(row))) if _CODE.fullmatch(cell)] if sheet.height > row + 2 else []
    if not codes:
        return None
    under = [tidy(cell) for cell in sheet.row(row + 1)]
    told = {at: cells for at in codes if _ASKED.match(under[at]) and under[at] not in (cells := values(sheet, at, row + 2))}
    # The first respondent may have written requests: answers of others come again, and beside them stand ids, days and names.
    again = any(len(cells) <= (sheet.height - row - 2) / 2 for cells in told.values())
    others = [(heading, under[at]) for at, heading in enumerate(map(tidy, sheet.row(row))) if at not in codes]
    data = any(said and said != heading and (re.search(r"[\d@]", said) or personal_heading(heading)) for heading, said in others)
    return row + 1 if len(told) >= 2 and len(told) > len(codes) / 2 and again and not data else None


def _second(sheet: Sheet, row: int) -> int | None:
    """The second heading row, where merged headings leave blanks in the first that the second fills, and no id or time stands in it."""
    top = [tidy(cell) for cell in sheet.row(row)] if sheet.height else []
    below, under = next(((number, cells) for number, cells in top_rows(sheet, row + 4) if number > row), (None, []))
    if below is None or below + 1 >= sheet.height:
        return None
    blanks = [at for at, cell in enumerate(under) if cell and not top[at]]
    headed = [at for at, cell in enumerate(top) if _role(cell)]
    if len(blanks) < 2 or any(under[at] for at in headed) or any(re.fullmatch(r"[\d.,/: -]+", under[at]) for at in blanks):
        return None
    # A label is said once; an answer comes again further down.
    again = sum(under[at] in values(sheet, at, below + 1) and len(values(sheet, at, below + 1)) > 1 for at in blanks)
    return below if again <= 0.2 * len(blanks) else None


def _two_rows(questions: list[str], answers: list[str]) -> list[Column]:
    columns: list[Column] = []
    question, block = "", -1
    for at, (over, under) in enumerate(zip(questions, answers, strict=True)):
        role = _role(over or under)
        if role or not (over or under or question):
            columns.append(Column(at, role or "unnamed", over))
            continue
        if over:
            question, block = over, block + 1
        columns.append(Column(at, "question", question, under, block, "other" if is_other(under) else ""))
    return columns


def _parted(heading: str) -> re.Match[str] | None:
    match = _PARTED.match(heading)
    titled = match and match["dash"] and heading[: match.start("dash")].endswith(": ") and _ASKED.match(match["dash"])
    return None if titled else match


def columns_of(headings: list[str]) -> list[Column]:
    """The columns under one row of headings, neighbours that share a question folded into one block."""
    # "About you: What is your age?" is a question of its own under the title of its section.
    parts = [None if heading.endswith("?") else _bracketed(heading) or _parted(heading) for heading in headings]
    stems = [_stem(match).strip() if match else heading for match, heading in zip(parts, headings, strict=True)]
    times = Counter(stems)
    columns: list[Column] = []
    block = -1
    for at, (heading, match, stem) in enumerate(zip(headings, parts, stems, strict=True)):
        role = _role(heading)
        if role or not heading:
            columns.append(Column(at, role or "unnamed", heading))
            continue
        # The same heading twice is two questions; only headings that go on after it are its parts.
        alone = times[stem] == 1 or not match
        if alone or stems[at - 1] != stem or not at:
            block += 1
        option = "" if alone or not match else next(filter(None, map(match.groupdict().get, ("part", "box", "dash", "place")))).strip()
        columns.append(Column(at, "question", heading if alone else stem, option, block, "other" if is_other(option) else ""))
    return columns


def _bracketed(heading: str) -> re.Match[str] | None:
    match = _BRACKETED.match(heading) or _CODED.match(heading)
    return match if match and place_named(match["place"]) else None


def _stem(match: re.Match[str]) -> str:
    return _LETTERED.sub(r"\1\2", match.groupdict().get("code") or match["question"])


def _totals(sheet: Sheet, first_row: int) -> tuple[int, ...]:
    """Rows at the foot that add the table up."""
    foot = range(max(first_row, sheet.height - 5), sheet.height)
    return tuple(row for row in foot if _TOTAL.match(next((cell for cell in map(tidy, sheet.row(row)) if cell), "")))
