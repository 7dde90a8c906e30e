"""One question and another of any survey's export, person by person, with a weight where the file has one: what a table is counted from."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from data import formats
from data.counted.named import named
from data.formats import survey_table
from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.coding import code, tidy
from data.questionnaire.kinds import is_number, to_number
from data.questionnaire.questions import Question, read_questions
from data.questionnaire.respondents import respondent_rows
from data.questionnaire.scales import scale_order
from data.questionnaire.states import state_of
from data.sheet import Book, Sheet, address

# What statistics programs write in an exported file where nothing was answered.
_NOTHING = frozenset({"NA", "<NA>", "NaN", "nan", "#NULL!", "#N/A"})
_OFFERED = ("one answer", "rating", "many answers")


@dataclass(frozen=True)
class Reply:
    """Everything given to one question: `option` gives, for each `respondent` (counted from 0) and answer, the place of the answer in `labels`.

    `states` says of each label whether it is an answer at all; `many` is true where a person may have given several.
    """

    name: str
    labels: tuple[str, ...]
    states: tuple[str, ...]
    respondent: np.ndarray
    option: np.ndarray
    many: bool


@dataclass(frozen=True)
class Replies:
    """Two questions of one sheet and the weight of each respondent: 1 for everybody where no weight was asked for, not a number where it is blank."""

    sheet: str
    people: int
    question: Reply
    by: Reply
    weight_name: str
    weight: np.ndarray
    rows_aside: int


def replies(book: Book, question: str, by: str, weight: str = "") -> Replies:
    """Both questions, found by wording, heading or variable name in whichever sheet has them.

    Any column may be named, those that the dashboard leaves out too. Raises ImportRefused where one is not there, or more than one is meant.
    """
    sheets = sorted((sheet for sheet in book.sheets if sheet.height > 1), key=lambda sheet: (sheet.hidden, -sheet.height))
    refused = ImportRefused("E_NO_TABLE", "There is no table in this file.", "Check that the right file was named.")
    for place, sheet in enumerate(sheets):
        try:
            return _Export(sheet).replies(question, by, weight)
        except ImportRefused as error:
            refused = refused if place else error
    raise refused


class _Export:
    """One sheet with the names its questions and columns go by."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.layout, known = _layout(sheet)
        filled = sheet.filled(self.layout.first_row)
        # Only a platform's own export says surely that two rows are one response.
        kept = np.setdiff1d(np.flatnonzero(filled) + self.layout.first_row, self.layout.leave_out)
        self.rows = respondent_rows(sheet, self.layout, filled)[0] if known else kept
        self.aside = int(filled.sum()) - len(self.rows)
        self.questions = read_questions(sheet, self.layout, self.rows)

    def replies(self, question: str, by: str, weight: str) -> Replies:
        first, second = (self._reply(named(said, self._names(), "question")) for said in (question, by))
        column = named(weight, self._columns(), "column") if weight else None
        numbers = np.ones(len(self.rows)) if column is None else self._weights(column[0])
        name = "" if column is None else self._heading(column[0])
        return Replies(self.sheet.name, len(self.rows), first, second, name, numbers, self.aside)

    def _names(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        for question in self.questions:
            yield question.wording, question.columns
            if question.battery:
                yield f"{question.battery} – {question.wording}", question.columns
                yield f"{question.battery} - {question.wording}", question.columns
        yield from self._columns()

    def _columns(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        rows = [self.sheet.row(row) for row in self.layout.heading_rows] or [self.sheet.row(0)]
        for at in range(self.sheet.width):
            # What the reader of statistics files says of a variable stands under its name, and is no name of it.
            cells = [cell for cell in (tidy(row[at]) for row in rows) if not cell.startswith("{")]
            for cell in dict.fromkeys([*cells, " ".join(filter(None, cells))]):
                yield cell, (at,)

    def _heading(self, at: int) -> str:
        return next((name for name, columns in self._columns() if columns == (at,) and name), address(0, at))

    def _reply(self, columns: tuple[int, ...]) -> Reply:
        question = next((one for one in self.questions if one.columns == columns), None)
        if question is not None and question.kind == "ranking":
            return _first(question)
        if question is not None and question.kind in _OFFERED:
            return _given(question)
        return self._column(columns[0], question)

    def _column(self, at: int, question: Question | None) -> Reply:
        """Each different cell of a column is an answer: what a statistics program does with codes and numbers."""
        found = code(self.sheet.column(at).take(pa.array(self.rows)), self.layout.blank | _NOTHING)
        labels = _in_order(list(found.labels))
        codes = found.reordered(labels).codes
        who = np.flatnonzero(codes >= 0)
        name = question.wording if question else self._heading(at)
        return Reply(name, tuple(labels), tuple(map(state_of, labels)), who, codes[who], many=False)

    def _weights(self, at: int) -> np.ndarray:
        texts = pd.Series(self.sheet.column(at).take(pa.array(self.rows)).to_pylist(), dtype="str").str.strip()
        blank = texts.isin(["", *self.layout.blank, *_NOTHING])
        numbers = pd.to_numeric(texts.str.replace(",", "", regex=False).where(~blank), errors="coerce").to_numpy(dtype=float)
        bad = np.flatnonzero(~blank.to_numpy() & ~(np.isfinite(numbers) & (numbers >= 0)))
        if bad.size:
            where = address(int(self.rows[bad[0]]), at)
            raise ImportRefused("E_WEIGHT", f"The weight in {where} is not a number of nought or more.", "Name a column of weights.")
        return numbers


def _layout(sheet: Sheet) -> tuple[SurveyLayout, bool]:
    """How the platform that wrote the sheet lays it out, and whether one was recognised; any other is one row of headings over its answers."""
    modules = [module for module in formats.recognise(sheet) if module.KIND == "survey"]
    if len(modules) != 1:
        return survey_table.read(sheet), False
    return modules[0].read(sheet), modules[0] is not survey_table


def _given(question: Question) -> Reply:
    kept = [place for place, option in enumerate(question.options) if option.label not in _NOTHING]
    move = np.full(len(question.options), -1, dtype=np.int32)
    move[kept] = np.arange(len(kept))
    option = move[question.given.column("option").to_numpy()]
    respondent = question.given.column("respondent").to_numpy()
    labels = tuple(question.options[place].label for place in kept)
    states = tuple(question.options[place].state for place in kept)
    real = option >= 0
    return Reply(question.wording, labels, states, respondent[real], option[real], question.kind == "many answers")


def _first(question: Question) -> Reply:
    """A ranking as the answer ranked first."""
    first = question.given.column("place").to_numpy() == 1
    given = question.given.filter(pa.array(first))
    labels = tuple(option.label for option in question.options)
    respondent, option = given.column("respondent").to_numpy(), given.column("option").to_numpy()
    return Reply(f"{question.wording} (ranked first)", labels, ("answered",) * len(labels), respondent, option, many=True)


def _in_order(labels: list[str]) -> list[str]:
    scale = scale_order(labels)
    if scale:
        return scale
    numbers = sorted((label for label in labels if is_number(label)), key=to_number)
    rest = [label for label in labels if not is_number(label)]
    return [*numbers, *sorted(rest, key=lambda label: state_of(label) != "answered")]
