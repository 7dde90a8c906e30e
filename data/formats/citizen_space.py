"""Citizen Space's export of consultation responses: an id such as ANON-ABCD-1234-E, one heading row, or short names over the questions in full."""

import re
from itertools import pairwise

from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, dashed, once, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "Citizen Space export"
KIND = "survey"
STEPS = "In Citizen Space open the activity's dashboard, choose Export and Download all responses (.xlsx or .csv)."

_ROLES = {
    **dict.fromkeys(("responseid", "respondentid", "id", "reference"), "respondent id"),
    **dict.fromkeys(("submitted", "submitteddate", "datesubmitted", "submittedon", "submissiondate", "submittedat", "completed"), "ended"),
    **dict.fromkeys(("created", "started", "datestarted"), "started"),
    **dict.fromkeys(
        ("status", "responsetype", "published", "publishresponse", "publishedresponse", "lateresponse", "consenttopublish", "language", "tags"),
        "row number",
    ),
    **dict.fromkeys(("submittedby", "userid", "user", "username", "ipaddress"), "personal"),
}
_ID = re.compile(r"(ANON|BHLF)-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{1,4}")
_SHORT = re.compile(r"[A-Za-z]+ \d+")
_ANALYSTS = re.compile(r"\banalyst\b|\banalysis (notes?|tags?)\b|^(tags?|notes?)( - .*| for .*)?$", re.IGNORECASE)


def refuses(sheet: Sheet) -> str:
    """A summary report, one table of totals a question, holds no respondent."""
    report = holds_row_of(sheet, [frozenset({"option", "total", "percent"}), frozenset({"option", "total", "percent of all"})])
    return "This is a Citizen Space summary: it counts the answers to each question and does not hold the responses themselves." if report else ""


def recognises(sheet: Sheet) -> bool:
    return _rows(sheet) is not None


def _rows(sheet: Sheet) -> tuple[int, int] | None:
    """The first and the last heading row: a single one over ids of this platform, or short names over full questions."""
    top = top_rows(sheet, 8)
    for (number, row), (below, under) in pairwise(top):
        at = next((at for at, cell in enumerate(under) if _ID.fullmatch(cell)), None)
        if at is not None and row[at]:
            return number, number
        named = [cell for cell in row if cell]
        if len(named) > 2 and all(map(_SHORT.fullmatch, named)) and sum(cell.endswith("?") or len(cell) > 25 for cell in under) >= 2:
            return number, below
        third = next((cells for place, cells in top if place > below), [])
        if any(_ID.fullmatch(cell) for cell in third) and not any(_ID.fullmatch(cell) for cell in under):
            return number, below
    return None


def read(sheet: Sheet) -> SurveyLayout:
    rows = _rows(sheet)
    if rows is None:
        sentence = "This is not a Citizen Space export: no column holds its response ids."
        raise ImportRefused("E_NOT_CITIZEN_SPACE", sentence, "Say that it holds survey answers in a table.")
    top, last = rows
    headings = [tidy(below) or tidy(above) for above, below in zip(sheet.row(top), sheet.row(last), strict=True)]
    shared = dashed(headings)

    def role(at: int, heading: str) -> str:
        if any(_ID.fullmatch(cell) for cell in values(sheet, at, last + 1)[:20]):
            return "respondent id"
        return "row number" if _ANALYSTS.search(heading) else _ROLES.get(squashed(heading).rstrip("?"), "")

    columns = once(columns_of(headings, role, lambda _, heading: shared.get(heading, Asked(heading))), "ended", "respondent id", "started")
    return SurveyLayout(columns, tuple(sorted({top, last})), last + 1, frozenset({"Not Answered", "Not answered"}))
