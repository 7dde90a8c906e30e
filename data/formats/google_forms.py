"""Google Forms' sheet of responses: a time stamp first, one heading row, grids as "Question [row]", several answers joined by commas."""

import re

from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, holds_files, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import stands_alone
from data.sheet import Sheet

NAME = "Google Forms export"
KIND = "survey"
STEPS = "In Google Forms open the form, choose Responses, then Link to Sheets (or Download responses, .csv), and download that sheet as Excel or CSV."

# The heading of the first column in the languages that forms here are met in.
_TIMESTAMP = (
    "timestamp marcatemporal horodateur zeitstempel tijdstempel stampamser sygnaturaczasowa informazionicronologiche carimbodedata/hora "
    "tidstämpel tidsstempel tidsmerke aikaleima časováznačka časovápečiatka időbélyeg marcajdetimp marcadetemps zamandamgası отметкавремени "
    "позначкачасу клеймозавреме χρονικήσήμανση vremenskaoznaka laikožyma laikaspiedols"
)
_STAMPS = frozenset(_TIMESTAMP.split())
_WHEN = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[T ,.]+\d{1,2}[:.]\d\d.*|[34]\d{4}\.\d+")
_ROLES = {"emailaddress": "personal", "username": "personal", "email": "personal", "score": "row number"}
_REPORT = re.compile(r"[\d,]+ responses?")
_QUIZ = frozenset({"score", "feedback"})
_GRID = re.compile(r"^(?P<question>.+?)\s*\[(?P<row>[^\]]+)\]$", re.DOTALL)


def refuses(sheet: Sheet) -> str:
    """The summary of answers, copied into a sheet, holds no respondent."""
    report = stands_alone(sheet, _REPORT)
    return "This is a Google Forms summary: it counts the answers to each question and does not hold the responses themselves." if report else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    for number, row in top_rows(sheet, 5):
        at = next((at for at, cell in enumerate(row) if cell), 0)
        if squashed(row[at]) in _STAMPS and sum(map(bool, row)) > 1:
            times = values(sheet, at, number + 1)
            return number if not times or sum(bool(_WHEN.match(time)) for time in times) >= 0.8 * len(times) else None
    return None


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a Google Forms export: its first column is not headed Timestamp."
        raise ImportRefused("E_NOT_GOOGLE_FORMS", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    stamp = next(at for at, heading in enumerate(headings) if heading)

    def role(at: int, heading: str) -> str:
        if at == stamp:
            return "ended"
        if holds_files(sheet, at, row + 1):
            return "personal"
        # A quiz has its marks beside each question.
        grid = _GRID.match(heading)
        marked = grid is not None and grid["row"].casefold() in _QUIZ and grid["question"] in headings
        return "row number" if marked else _ROLES.get(squashed(heading), "") if at <= stamp + 2 else ""

    return SurveyLayout(tuple(columns_of(headings, role, lambda _, heading: _asked(heading))), (row,), row + 1, typed_in_place=True)


def _asked(heading: str) -> Asked:
    grid = _GRID.match(heading)
    return Asked(grid["question"], grid["row"], "statement") if grid else Asked(heading)
