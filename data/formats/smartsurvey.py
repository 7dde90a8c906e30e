"""SmartSurvey's export of responses, CSV or XLSX, with one, two or three heading rows.

The first row holds the tool's own columns and each question over its first answer; the second the answers or statements; the third the columns
of a grid. Rows two and three are headings for as long as their user id is blank, even where they are blank throughout.
"""

import re
from dataclasses import replace

from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import dashed, heading_of, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "SmartSurvey export"
KIND = "survey"
STEPS = "In SmartSurvey open the survey, choose Results, Export, then CSV or Excel with all responses, full question text and answers as text."

_LOOK = 6
_ROLES = {
    "userid": "respondent id",
    "userno": "row number",
    "name": "personal",
    "email": "personal",
    "ip address": "personal",
    "ip": "personal",
    "unique id": "personal",
    "id": "personal",
    "user agent": "personal",
    "device": "personal",
    "started": "started",
    "ended": "ended",
    "completed": "status",
    "status": "status",
    "tracking link": "channel",
    "tracking": "channel",
    "language": "language",
    "weight": "weight",
}
# What the tool, and programs it passed through, write where nothing was answered.
_BLANK = frozenset({"-", "NA", ".", "- NA"})
_NUMBERED = re.compile(r"^Q\d+(\.\d+)*[.:)]?\s+")
_BARE_NUMBER = re.compile(r"^(Q\d+)(\.\d+)?$")
_OTHER = re.compile(r"^(other\b.*|.*please (specify|state|describe|say|tell us).*|comments?:?)$", re.IGNORECASE)


def refuses(sheet: Sheet) -> str:
    """A summary report, one table of totals a question, holds no respondent."""
    report = holds_row_of(sheet, [frozenset({"response percent", "response total"}), frozenset({"answer choices", "response total"})])
    return (
        "This is a SmartSurvey summary report: it counts the answers to each question and does not hold the responses themselves." if report else ""
    )


def recognises(sheet: Sheet) -> bool:
    return _first_row(sheet) is not None


def read(sheet: Sheet) -> SurveyLayout:
    top = _first_row(sheet)
    if top is None:
        sentence = "This is not a SmartSurvey export: no column is headed UserID."
        raise ImportRefused("E_NOT_SMARTSURVEY", sentence, "Say that it holds survey answers in a table.")
    rows = sheet.rows(top, min(top + 4, sheet.height))
    height = _heading_rows(rows)
    rows = [[_clean(cell) for cell in row] for row in rows[:height]] + [[""] * sheet.width] * (3 - height)
    first_data = top + height
    if height == 1:
        # With one heading row the answer stands behind its question: "Q2. What matters? - Patrols".
        parts = dashed(rows[0])
        rows = [
            [parts[cell].question if cell in parts else cell for cell in rows[0]],
            [parts[c].option if c in parts else "" for c in rows[0]],
            rows[2],
        ]
    return SurveyLayout(
        columns=tuple(_columns(rows, sheet, first_data)),
        heading_rows=tuple(range(top, first_data)),
        first_row=first_data,
        blank=_BLANK,
    )


def _first_row(sheet: Sheet) -> int | None:
    for number, row in enumerate(sheet.rows(0, min(_LOOK, sheet.height))):
        headings = {tidy(cell).casefold() for cell in row}
        if "userid" in headings and headings & {"started", "ended", "userno"}:
            return number
    return None


def _heading_rows(rows: list[list[str]]) -> int:
    at = [tidy(cell).casefold() for cell in rows[0]].index("userid")
    height = 1
    while height < min(3, len(rows)) and not _clean(rows[height][at]):
        height += 1
    return height


def _columns(rows: list[list[str]], sheet: Sheet, first_data: int) -> list[Column]:
    columns: list[Column] = []
    question, statement, block, asked = "", "", -1, False
    numbered: set[int] = set()
    for at, (top, middle, bottom) in enumerate(zip(*rows, strict=True)):
        role = _ROLES.get(top.casefold()) if not asked else None
        if role:
            columns.append(Column(at, role, top))
            continue
        asked = asked or bool(re.match(r"^Q\d+", top))
        if not asked:
            # Variables the survey's author passed in with the link stand before the first question. They can identify people.
            if top:
                columns.append(Column(at, "hidden", top))
            continue
        if not top and not middle and not bottom and not _any(sheet, at, first_data):
            continue
        if top and not _same_question(top, question):
            question, statement, block = top, "", block + 1
        if re.match(r"^Q\d+", question):
            numbered.add(block)
        # In a grid the statement stands over the first of its columns only.
        statement = _NUMBERED.sub("", middle) or (statement if bottom else "")
        label = " – ".join(filter(None, (statement, bottom)))
        bare = _BARE_NUMBER.match(top)
        if not label and bare and bare.group(2):
            label = top
        columns.append(Column(at, "question", _wording(question), label, block, "other" if _OTHER.match(label) else ""))
    told = _grids(columns, {at: bottom for at, bottom in enumerate(rows[2]) if bottom}, sheet, first_data)
    return [column for column in told if column.role != "question" or _real(column, numbered, sheet, first_data)]


def _grids(columns: list[Column], bottoms: dict[int, str], sheet: Sheet, first_data: int) -> list[Column]:
    """A grid with a column for each answer of each statement, where every cell says nothing but the answer at the foot of its headings."""
    said = {at: set(values(sheet, at, first_data)) for at in bottoms}
    blocks: dict[int, list[Column]] = {}
    for column in columns:
        if column.at in bottoms:
            blocks.setdefault(column.block, []).append(column)
    grid = {
        column.at
        for block in blocks.values()
        if all(said[column.at] <= {bottoms[column.at]} for column in block) and any(said[column.at] for column in block)
        for column in block
        if column.option.endswith(f" – {bottoms[column.at]}")
    }
    return [
        replace(column, option=bottoms[column.at], statement=column.option.removesuffix(f" – {bottoms[column.at]}"), hint="choice")
        if column.at in grid
        else column
        for column in columns
    ]


def _same_question(top: str, question: str) -> bool:
    """Programs that fill merged headings in repeat the question, or number its parts Q4.1, Q4.2."""
    part, before = _BARE_NUMBER.match(top), _BARE_NUMBER.match(question)
    return top == question or bool(part and part.group(2) and before and part.group(1) == before.group(1))


def _real(column: Column, numbered: set[int], sheet: Sheet, first_data: int) -> bool:
    """A column with no answers, and no numbered question above it or beside it, is padding. An answer nobody chose is none."""
    return column.block in numbered or _any(sheet, column.at, first_data)


def _any(sheet: Sheet, at: int, first_data: int) -> bool:
    return any(cell.strip() for cell in sheet.column(at, first_data).unique().to_pylist())


def _clean(cell: str) -> str:
    text = re.sub(r"\[question\([^\]]*\)\]", "…", heading_of(cell))
    return "" if text in _BLANK else text


def _wording(question: str) -> str:
    bare = _BARE_NUMBER.match(question)
    return bare.group(1) if bare else _NUMBERED.sub("", question)
