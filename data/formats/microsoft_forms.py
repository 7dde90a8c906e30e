"""Microsoft Forms' workbook of responses: one heading row, several answers to one question in one cell, each ended by a semicolon."""

import re

from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, holds_files, once, row_with, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import stands_alone
from data.sheet import Sheet

NAME = "Microsoft Forms export"
KIND = "survey"
STEPS = "In Microsoft Forms open the form, choose View responses, then Open results in Excel (or Download a copy), and upload that workbook."

# The tool writes its own headings in the language of whoever made the form.
_STARTED = "starttime startzeit heurededébut horadeinicio oradiinizio horadeinício begintijd starttid godzinarozpoczęcia amserdechrau amsercychwyn"
_ENDED = (
    "completiontime fertigstellungszeit heuredefin horadefinalización horadefin oradicompletamento horadeconclusão tijdvanvoltooien voltooiingstijd "
    "slutförandetid fuldførelsestidspunkt fullføringstidspunkt godzinaukończenia amsercwblhau"
)
_MODIFIED = (
    "oraultimamodifica oradell'ultimamodifica tijdvanlaatstewijziging senasteändring senestændret "
    "lastmodifiedtime heuredeladernièremodification horadelaúltimamodificación horadaúltimamodificação uhrzeitderletztenänderung"
)
_EMAIL = "email adressedemessagerie correoelectrónico postaelettronica epost adresemail ebost mail"
_NAME = "name nom nombre nome naam namn navn nazwa enw"
_ROLES = {
    **dict.fromkeys(("id", "identyfikator"), "respondent id"),
    **dict.fromkeys(_STARTED.split(), "started"),
    **dict.fromkeys(_ENDED.split(), "ended"),
    **dict.fromkeys(_MODIFIED.split(), "row number"),
    **dict.fromkeys(_EMAIL.split(), "personal"),
    **dict.fromkeys(_NAME.split(), "personal"),
    "language": "language",
    "iaith": "language",
    **dict.fromkeys(("totalpoints", "score", "quizfeedback", "gradepostedtime"), "row number"),
}
_REPORT = re.compile(r"[\d,]+ Responses?|Latest Responses|(\d\d:\d\d )?Average time to complete")
_MOMENT = re.compile(r"\d{1,4}[/.年-]\d{1,2}[/.月-]\d{1,4}日?[T ]+\d{1,2}[:.]\d\d.*")
_MARKED = re.compile(r"^(points|feedback)\s*[-–]\s", re.IGNORECASE)
# A table in a workbook may not head two columns alike: the tool numbers a question asked again in the same words.
_AGAIN = re.compile(r"(?P<question>.*\D)(?P<time>[2-9]|[1-9]\d)", re.DOTALL)
_FEWEST_RANKED = 3


def refuses(sheet: Sheet) -> str:
    """The summary of answers, copied into a sheet, holds no respondent."""
    report = stands_alone(sheet, _REPORT)
    return "This is a Microsoft Forms summary: it counts the answers to each question and does not hold the responses themselves." if report else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    named = row_with(sheet, lambda names: {"respondent id", "started", "ended"} <= {_ROLES.get(name) for name in names})
    return named if named is not None else _by_cells(sheet)


def _by_cells(sheet: Sheet) -> int | None:
    """The first row, in a language not listed here: "ID", two columns of moments, the second never before the first, and who it was or nobody."""
    row = next((number for number, cells in top_rows(sheet, 3) if squashed(cells[0]) == "id"), None)
    if row is None or sheet.width < 6 or sheet.height < row + 2 or not all(map(str.strip, sheet.row(row)[:5])):
        return None
    started, ended, email = ([cell.strip() for cell in sheet.column(at, row + 1).to_pylist() if cell.strip()] for at in (1, 2, 3))
    moments = len(started) == len(ended) > 0 and all(map(_MOMENT.fullmatch, [*started, *ended]))
    return row if moments and email and all("@" in who or len({*email}) == 1 for who in email) else None


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a Microsoft Forms export: no columns are headed ID, Start time and Completion time."
        raise ImportRefused("E_NOT_MICROSOFT_FORMS", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    # The form may ask for a name or language of its own: only the columns before its first question are the tool's.
    known = any(_ROLES.get(squashed(heading)) == "ended" for heading in headings)
    roles = _ROLES if known else dict(zip(map(squashed, headings), ("respondent id", "started", "ended", "personal", "personal"), strict=False))
    first_asked = next((at for at, heading in enumerate(headings) if squashed(heading) not in roles), len(headings))
    met = [squashed(heading) for heading in headings[:first_asked]]

    def role(at: int, heading: str) -> str:
        if at < first_asked and squashed(heading) not in met[:at]:
            return roles[squashed(heading)]
        if holds_files(sheet, at, row + 1):
            return "personal"
        return "row number" if _MARKED.match(heading) else ""

    columns = columns_of(headings, role, lambda _, heading: Asked(_once_more(heading, headings[first_asked:])))
    return SurveyLayout(once((_listed(column, sheet, row + 1) for column in columns), "ended"), (row,), row + 1, typed_in_place=True)


def _once_more(heading: str, headings: list[str]) -> str:
    """The question a heading asks again, without the number of the time: "When?3" beside "When?" and "When?2"."""
    again = _AGAIN.fullmatch(heading)
    before = [again["question"], *(f"{again['question']}{time}" for time in range(2, int(again["time"])))] if again else []
    return before[0] if before and set(before) <= set(headings) else heading


def _listed(column: Column, sheet: Sheet, first: int) -> Column:
    """Cells that end in a semicolon are lists; where every one holds the same answers they were put in order."""
    cells = values(sheet, column.at, first) if column.role == "question" else []
    lists = [[part for part in map(str.strip, cell.split(";")) if part] for cell in cells if cell.endswith(";")]
    if not lists or len(lists) < len(cells):
        return column
    ranked = len(lists[0]) >= _FEWEST_RANKED and len({frozenset(one) for one in lists}) == 1 and len(lists) > 1
    return Column(column.at, "question", column.question, "", column.block, "ordered" if ranked else "listed", ";")
