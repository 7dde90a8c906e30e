"""Jisc Online Surveys' export (formerly Bristol Online Surveys): numbered questions beside a unique response number; text, or for SPSS."""

import re

from data.formats.spss import columns_of_variables, variables
from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, dashed, once, row_with, squashed
from data.questionnaire.coding import tidy
from data.sheet import Sheet

NAME = "Jisc Online Surveys export"
KIND = "survey"
STEPS = "In Jisc Online Surveys open the survey, choose Analyse (or Results), Export, then CSV or Excel with answer text (or SPSS), all responses."

_ROLES = {
    **dict.fromkeys(("uniqueresponsenumber", "uniqueresponseno", "urn", "responseid"), "respondent id"),
    **dict.fromkeys(
        ("completiondate", "completiondate&time", "datecompleted", "submitted", "completed", "submitteddate", "dateandtimesubmitted"), "ended"
    ),
    **dict.fromkeys(("startdate", "started", "datestarted"), "started"),
    **dict.fromkeys(("username", "respondentusername", "token", "emailaddress", "email", *(f"x{n}" for n in range(1, 11))), "personal"),
}
_NUMBERED = re.compile(r"^Q?\d+(\.\w{1,3})*[.):]?\s+", re.IGNORECASE)


def recognises(sheet: Sheet) -> bool:
    return _in_spss(sheet) or _row(sheet) is not None


def _in_spss(sheet: Sheet) -> bool:
    return any(squashed(one.label) == "uniqueresponsenumber" for one in variables(sheet))


def _row(sheet: Sheet) -> int | None:
    return row_with(sheet, lambda names: "uniqueresponsenumber" in names) if not variables(sheet) else None


def read(sheet: Sheet) -> SurveyLayout:
    if _in_spss(sheet):
        return columns_of_variables(sheet, _ROLES)
    row = _row(sheet)
    if row is None:
        sentence = "This is not a Jisc Online Surveys export: no column is headed Unique Response Number."
        raise ImportRefused("E_NOT_JISC", sentence, "Say that it holds survey answers in a table.")
    headings = [_NUMBERED.sub("", tidy(cell)) for cell in sheet.row(row)]
    shared = dashed(headings)
    columns = columns_of(headings, lambda _, heading: _ROLES.get(squashed(heading), ""), lambda _, heading: shared.get(heading, Asked(heading)))
    return SurveyLayout(once(columns, "ended", "respondent id", "started"), (row,), row + 1)
