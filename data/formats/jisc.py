"""Jisc Online Surveys' export (formerly Bristol Online Surveys): numbered questions beside a unique response number; text, or for SPSS."""

import re
from dataclasses import replace

from data.formats.spss import columns_of_variables, variables
from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, dashed, is_other, once, row_with, squashed, top_rows
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import stands_alone
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
_COUNTED = re.compile(r"[\d,]+ \(\d{1,3}(\.\d+)?%\)")
_REPORT = re.compile(r"Multi[- ]answer: Percentage of respondents who selected each answer option.*", re.IGNORECASE)
# The tool asks what "Other" was in a question of its own: it belongs to the one before. A row of a grid is numbered under its question.
_IF_OTHER = re.compile(r"If you (selected|chose|answered|ticked) ['‘\"]?Other\b.*", re.IGNORECASE)
_ROW = re.compile(r"^Q?(?P<question>\d+)\.\d+[.):]?\s+\S", re.IGNORECASE)
_CODED = re.compile(r"^(?P<question>Q\d+)_(?P<part>\d+(_\w)?)$")
_NUMBERED = re.compile(r"^Q?\d+(\.\w{1,3})*[.):]?\s+", re.IGNORECASE)


def refuses(sheet: Sheet) -> str:
    """The analysis of the answers has a line for each with how many gave it, as "4 (57.1%)", and holds no respondent."""
    lines = sum(
        bool(_COUNTED.fullmatch(row[-1])) and 1 < len(row) < 4
        for row in ([cell for cell in cells if cell] for _, cells in top_rows(sheet, 80))
        if row
    )
    report = lines > 1 or stands_alone(sheet, _REPORT)
    sentence = (
        "This is a summary such as Jisc Online Surveys makes: it counts the answers to each question and does not hold the responses themselves."
    )
    return sentence if report else ""


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
    numbered = [tidy(cell) for cell in sheet.row(row)]
    headings = [_NUMBERED.sub("", cell) for cell in numbered]
    shared = dashed(headings)
    met: list[Asked] = []

    def asked(at: int, heading: str) -> Asked:
        coded, part = _CODED.match(heading), _ROW.match(numbered[at])
        one = shared.get(heading, Asked(heading))
        if _IF_OTHER.match(heading) and met:
            one = Asked(met[-1].question, "Other", "other", key=met[-1].key)
        elif coded:
            one = Asked(coded["question"], coded["part"].replace("_", " "), key=coded["question"])
        elif part and sum(cell.startswith(f"{part['question']}.") and bool(_ROW.match(cell)) for cell in numbered) > 1:
            one = Asked(f"Question {part['question']}", heading, "statement", key=part["question"])
        elif is_other(one.option) and any(map(_IF_OTHER.match, headings)):
            one = replace(one, hint="ticked")  # what was typed stands beside it
        met.append(one)
        return one

    columns = columns_of(headings, lambda _, heading: _ROLES.get(squashed(heading), ""), asked)
    return SurveyLayout(once(columns, "ended", "respondent id", "started"), (row,), row + 1, typed_in_place=True)
