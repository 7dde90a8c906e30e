"""Typeform's export of responses: an id headed "#", one heading row, times in UTC. The answers of a question with several are columns of their
own, headed by the answer alone; the question is not in the file."""

import re
from dataclasses import replace

from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, holds_files, once, row_with, squashed, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import stands_alone
from data.sheet import Sheet

NAME = "Typeform export"
KIND = "survey"
STEPS = "In Typeform open the form, choose Results, Responses, select all, then Download, All responses, as CSV or XLSX."

_ROLES = {
    "#": "respondent id",
    "startdate(utc)": "started",
    "submitdate(utc)": "ended",
    "stagedate(utc)": "row number",
    "networkid": "personal",
    "responsetype": "status",
    "tags": "row number",
    "ending": "row number",
    "score": "row number",
    **dict.fromkeys(("utmsource", "utmmedium", "utmcampaign", "utmterm", "utmcontent", "hubspotutk", "gclid", "fbclid"), "hidden"),
}
_REPORT = re.compile(r"[\d,]+ out of [\d,]+ (people )?answered( this question)?\.?", re.IGNORECASE)
# Fields that came with the link, and what the form worked out, are named as programs name things and stand before the tool's own columns. A small
# word alone may be a question put briefly ("age", "comments"), unless it is one that links and scores go by.
_FIELD = re.compile(
    r"[a-z][a-z0-9]*(_[a-z0-9]+)+|score|points|price|source|src|ref|referrer|referer|campaign|medium|id|uid|uuid|guid|pid|rid|cid|sid|userid"
    r"|respondentid|contactid|key|token|hash|email|phone|firstname|lastname|fullname"
)
# Bold and italic words stand between the marks they were written with.
_MARKED = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<![\w_])_([^_\n]+)_(?![\w_])")
_LEFT_OPEN = frozenset({"", "other", "none", "none of the above", "other:"})


def refuses(sheet: Sheet) -> str:
    """The report of results says of each question how many answered it, and holds no respondent."""
    report = stands_alone(sheet, _REPORT)
    return "This is a Typeform summary: it counts the answers to each question and does not hold the responses themselves." if report else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    return row_with(sheet, lambda names: "#" in names and bool({"startdate(utc)", "submitdate(utc)"} & names))


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a Typeform export: it has no column headed # and no Submit Date (UTC)."
        raise ImportRefused("E_NOT_TYPEFORM", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    fields = _fields(headings, sheet, row + 1)

    def role(at: int, heading: str) -> str:
        told = _ROLES.get(squashed(heading), "hidden" if at in fields else "")
        return told or ("personal" if holds_files(sheet, at, row + 1) else "")

    columns = columns_of(headings, role, lambda _, heading: Asked(_plain(heading)))
    found = [_listed(column, sheet, row + 1) for column in _folded(columns, sheet, row + 1)]
    return SurveyLayout(once(found, "ended", "started"), (row,), row + 1, typed_in_place=True)


def _plain(text: str) -> str:
    return _MARKED.sub(r"\1\2", text)


def _says_only(sheet: Sheet, at: int, first: int, heading: str) -> bool:
    """Whether the cells of a column say nothing but its heading, whatever marks of type stand around either."""
    return {_plain(cell) for cell in values(sheet, at, first)} == {_plain(heading)}


def _fields(headings: list[str], sheet: Sheet, first: int) -> set[int]:
    """The columns right before the tool's own last ones that are fields, and not answers that say their own heading."""
    last = next((at for at, heading in enumerate(headings) if squashed(heading) in ("responsetype", "startdate(utc)") and at > 1), 0)
    found: set[int] = set()
    for at in range(last - 1, 0, -1):
        known = squashed(headings[at]) in _ROLES
        if not known and (not _FIELD.fullmatch(headings[at]) or _says_only(sheet, at, first, headings[at])):
            break
        found |= set() if known else {at}
    return found


def _listed(column: Column, sheet: Sheet, first: int) -> Column:
    """Several answers in one cell, each led by a stroke: " / Patrols / CCTV"."""
    cells = values(sheet, column.at, first) if column.role == "question" and not column.option else []
    return replace(column, hint="listed", separator="/ ") if cells and all(cell.startswith("/ ") for cell in cells) else column


def _folded(columns: list[Column], sheet: Sheet, first: int) -> list[Column]:
    """Neighbours whose cells say nothing but their own heading are one question, up to the words beside its "other"."""
    folded: list[Column] = []
    run: list[Column] = []
    block = -1
    for column in [*columns, Column(-1, "end")]:
        ticks = column.role == "question" and _says_only(sheet, column.at, first, column.question)
        ends = bool(run) and column.question.casefold() in _LEFT_OPEN and len(run) > 1
        if ticks or (ends and column.role == "question"):
            run.append(column)
            if ticks:
                continue
        folded += _as_one(run, block := block + 1) if len(run) > 1 else [_alone(one, sheet, first, block := block + 1) for one in run]
        if column.role == "question" and column not in run:
            folded.append(_alone(column, sheet, first, block := block + 1))
        elif column.role not in ("question", "end"):
            folded.append(column)
        run = []
    return folded


def _as_one(run: list[Column], block: int) -> list[Column]:
    named = ", ".join(column.question for column in run[:3])
    question = f"Which of these: {named}{' …' if len(run) > 3 else ''}"
    words = run[-1].question.casefold().startswith("other")
    return [Column(column.at, "question", question, column.question, block, "other" if words and column is run[-1] else "ticked") for column in run]


def _alone(column: Column, sheet: Sheet, first: int, block: int) -> Column:
    said = set(values(sheet, column.at, first))
    return Column(column.at, "question", column.question, "", block, "yes or no" if said and said <= {"0", "1"} else "")
