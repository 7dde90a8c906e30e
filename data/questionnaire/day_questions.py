"""Questions answered by a day: shown by month, and read with day or month first as the rest of the file is."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from data.layout import SurveyLayout
from data.logbook.dates import read_dates
from data.problems import Problem
from data.questionnaire.bands import months
from data.questionnaire.coding import Coded, code
from data.questionnaire.question import Question, with_options
from data.questionnaire.respondents import of_role
from data.sheet import Sheet, address


def dated(answers: Coded, wording: str, at: tuple[int, ...], assumed: str = "day first") -> Question:
    """The question of a column of days; `assumed` says what comes first where no answer tells."""
    days = read_dates(list(answers.labels), assumed).values
    labels, month = months([day for day in days if day is not None])
    places = iter(month)
    band = np.array([next(places) if day is not None else -1 for day in days] + [-1], dtype=np.int32)[answers.codes]
    respondent = np.flatnonzero(band >= 0)
    return with_options(wording, "date", labels, respondent, band[respondent], at)


def settled_days(questions: Sequence[Question], sheet: Sheet, layout: SurveyLayout, rows: np.ndarray) -> tuple[list[Question], list[Problem]]:
    """The questions with days that could be read either way round read as the tool's own times are, and each of them told."""
    found: list[Question] = []
    problems = []
    for question in questions:
        at = question.columns[0]
        answers = code(sheet.column(at).take(pa.array(rows)), layout.blank) if question.kind == "date" and len(question.columns) == 1 else None
        read = read_dates(list(answers.labels)) if answers is not None else None
        if answers is None or read is None or read.sure:
            found.append(question)
            continue
        own = _order_of_times(sheet, layout, rows)
        again = read_dates(list(answers.labels), own or "day first")
        found.append(dated(answers, question.wording, question.columns, again.order))
        why = f"{again.why} So it does where the tool wrote when people answered." if own else again.why
        where = address(int(rows[0]), at)
        problems.append(Problem("date order", sheet.name, where, question.wording[:120], None, why, f"the whole column was read {again.order}"))
    return found, problems


def _order_of_times(sheet: Sheet, layout: SurveyLayout, rows: np.ndarray) -> str:
    """What surely comes first in the times of answering; '' where they do not tell."""
    columns = [column for role in ("ended", "started") if (column := of_role(layout, role))]
    reads = (read_dates(sheet.column(column.at).take(pa.array(rows)).to_pylist()) for column in columns)
    return next((read.order for read in reads if read.sure and read.order != "iso"), "")
