"""Alchemer's (formerly SurveyGizmo's) export of responses: one heading row, the answer before its question: "Answer:Question"."""

import re
from collections import Counter

from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, is_other, row_with, squashed
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "Alchemer export"
KIND = "survey"
STEPS = "In Alchemer open the survey, choose Results, Exports, New Export, CSV/Excel, with answer text and all responses."

_ROLES = {
    "responseid": "respondent id",
    "timestarted": "started",
    "datesubmitted": "ended",
    "status": "status",
    "language": "language",
    **dict.fromkeys(
        ("contactid", "legacycomments", "comments", "responsetime", "tags", "surveyid", "quizscore", "testdata", "deviceresponse"), "row number"
    ),
    **dict.fromkeys(("referer", "referrer", "sessionid", "useragent", "extendedreferer", "ipaddress", "longitude", "latitude"), "personal"),
    **dict.fromkeys(("country", "city", "state/region", "region", "postal", "email", "emailaddress", "linkid", "customfield1"), "personal"),
}
# What a link passes in, as "url:source" or a hidden value; a name has no spaces, as a question that begins with "URL:" has.
_PASSED_IN = re.compile(r"(url|sg\w*)( variable)?:\s*[\w.\-]+|(new )?hidden (value|field)\b.*", re.IGNORECASE)


def refuses(sheet: Sheet) -> str:
    """A report of counts holds no respondent."""
    report = holds_row_of(sheet, [frozenset({"value", "percent", "count"}), frozenset({"value", "percent", "responses"})])
    return "This is an Alchemer report: it counts the answers to each question and does not hold the responses themselves." if report else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    return row_with(sheet, lambda names: {"timestarted", "datesubmitted"} <= names and bool({"status", "responseid", "sessionid"} & names))


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not an Alchemer export: no columns are headed Time Started and Date Submitted."
        raise ImportRefused("E_NOT_ALCHEMER", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    first_asked = next((at for at, heading in enumerate(headings) if squashed(heading) not in _ROLES), len(headings))
    asked = _asked(headings[first_asked:])
    columns = columns_of(
        headings,
        lambda at, heading: _ROLES[squashed(heading)] if at < first_asked else "hidden" if _PASSED_IN.fullmatch(heading) else "",
        lambda _, heading: asked.get(heading, Asked(heading)),
    )
    return SurveyLayout(tuple(columns), (row,), row + 1)


def _asked(headings: list[str]) -> dict[str, Asked]:
    """Each heading cut where what follows the colon is the question of another column too; both may hold colons of their own."""
    ends: Counter[str] = Counter(headings)
    for heading in headings:
        ends.update({heading[at + 1 :].strip() for at, mark in enumerate(heading) if mark == ":"} - {""})
    found = {}
    for heading in headings:
        cuts = [at for at, mark in enumerate(heading) if mark == ":"]
        best = max(cuts, key=lambda at: (ends[heading[at + 1 :].strip()], -at), default=None)
        if best is not None and ends[heading[best + 1 :].strip()] > 1:
            option = heading[:best].strip()
            found[heading] = Asked(heading[best + 1 :].strip(), option, "other" if is_other(option) else "")
    return found
