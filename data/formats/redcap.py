"""REDCap's export of records, raw ("race___1") or labelled ("Race (choice=White)"); the last column of a form says whether it is complete.

A record may stand in several rows, one for each event and each repeat of a form; its last row is made to hold the newest answers to every form.
"""

import re
from dataclasses import replace

import pyarrow as pa

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
_UNTICKED = frozenset({"0", "unchecked"})
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


def tidied(sheet: Sheet) -> Sheet:
    """The same rows, the last one of each record holding what its earlier rows say on the forms that it leaves out."""
    row = _row(sheet)
    if row is None:
        return sheet
    headings = [tidy(cell) for cell in sheet.row(row)]
    records = _rows_of_records(sheet, row + 1)
    if all(len(rows) == 1 for rows in records):
        return sheet
    columns = [column.to_pylist() for column in sheet.cells.columns]
    for form in _forms(headings):
        says = [at for at in form if not _closes_a_form(headings[at]) and not _TICK.match(headings[at])]
        ticks = [at for at in form if _TICK.match(headings[at])]
        for rows in records:
            # A box that was never shown reads as one left empty: only a row with an answer, or a tick, holds the form.
            held = (
                one
                for one in reversed(rows)
                if any(columns[at][one].strip() for at in says) or any(tidy(columns[at][one]).casefold() not in _UNTICKED | {""} for at in ticks)
            )
            newest = next(held, rows[-1])
            for at in form:
                columns[at][rows[-1]] = columns[at][newest]
    return replace(sheet, cells=pa.table({name: pa.array(cells, pa.string()) for name, cells in zip(sheet.cells.column_names, columns, strict=True)}))


def _rows_of_records(sheet: Sheet, first: int) -> list[list[int]]:
    records: dict[str, list[int]] = {}
    for number, cell in enumerate(sheet.column(0, first).to_pylist(), first):
        if cell.strip():
            records.setdefault(cell.strip(), []).append(number)
    return list(records.values())


def _forms(headings: list[str]) -> list[list[int]]:
    """The columns of each form, up to the one that says whether it is complete; the tool's own are of none."""
    forms: list[list[int]] = [[]]
    for at, heading in enumerate(headings):
        if at and squashed(heading) not in _OWN:
            forms[-1].append(at)
        if _closes_a_form(heading):
            forms.append([])
    return forms


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
