"""REDCap's export of records, raw ("race___1") or labelled ("Race (choice=White)"); the last column of a form says whether it is complete."""

import re

from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, once, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "REDCap export"
KIND = "survey"
STEPS = "In REDCap open Data Exports, Reports, and Stats, choose Export Data for All data, then CSV / Microsoft Excel (labels)."

_OWN = {
    **dict.fromkeys(("redcapeventname", "eventname", "redcaprepeatinstrument", "repeatinstrument"), "row number"),
    **dict.fromkeys(("redcaprepeatinstance", "repeatinstance", "redcapdataaccessgroup", "dataaccessgroup"), "row number"),
    **dict.fromkeys(("redcapsurveyidentifier", "surveyidentifier"), "personal"),
    "surveytimestamp": "ended",
}
_TICK = re.compile(r"^(?P<question>.+?)(?:___(?P<code>\w+)|\s*\(choice=(?P<label>.*)\))$", re.DOTALL)
_COMPLETE = frozenset({"0", "1", "2", "incomplete", "unverified", "complete"})
_BLANK = frozenset({"[not completed]"})


def refuses(sheet: Sheet) -> str:
    """The data dictionary says what is asked, and holds no respondent."""
    dictionary = holds_row_of(sheet, [frozenset({"variable / field name", "form name", "field type"})])
    return "This is a REDCap data dictionary: it lists the questions and does not hold the records themselves." if dictionary else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    for number, row in top_rows(sheet, 5):
        names = [squashed(cell) for cell in row]
        forms = [at for at, cell in enumerate(row) if _closes_a_form(cell) and _is_completeness(sheet, at, number + 1)]
        ticks = sum(bool(_TICK.match(cell)) for cell in row)
        own = sum(name.startswith("redcap") or name in ("surveyidentifier", "repeatinstrument", "recordid") for name in names)
        if forms and (own or ticks or len(forms) > 1):
            return number
    return None


def _closes_a_form(heading: str) -> bool:
    return heading.endswith("_complete") or heading == "Complete?"


def _is_completeness(sheet: Sheet, at: int, first: int) -> bool:
    return {text.casefold() for text in values(sheet, at, first)} <= _COMPLETE


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a REDCap export: no column says whether a form is complete."
        raise ImportRefused("E_NOT_REDCAP", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    parts = [_TICK.match(heading) for heading in headings]

    def role(at: int, heading: str) -> str:
        if at == 0 or squashed(heading) == "recordid":
            return "respondent id"
        if _closes_a_form(heading):
            return "row number"
        if heading.endswith("_timestamp"):
            return "ended" if any(cell not in _BLANK for cell in values(sheet, at, row + 1)) else "row number"
        return _OWN.get(squashed(heading), "")

    def asked(at: int, heading: str) -> Asked:
        part = parts[at]
        return Asked(part["question"].strip(), (part["code"] or part["label"]).strip(), "box") if part else Asked(heading)

    columns = once(columns_of(headings, role, asked), "ended", "respondent id")
    return SurveyLayout(tuple(_personal(column) for column in columns), (row,), row + 1, _BLANK)


def _personal(column: Column) -> Column:
    """Variables are named in short: dob, mrn, nhs_no."""
    short = set(re.split(r"[_\d]+", column.question.casefold())) if column.role == "question" else set()
    return Column(column.at, "personal", column.question) if short & {"mrn", "dob", "nino", "surname", "forename", "fname", "lname"} else column
