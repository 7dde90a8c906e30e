"""One question and another of any survey's export, person by person, with a weight where the file has one: what a table is counted from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from data import formats
from data.counted.named import Unclear, named, number_of
from data.counted.number_answers import in_bands, without_missing_codes
from data.counted.reply import Reply, settled
from data.counted.reply_notes import about_bands, about_codes, about_weights
from data.formats import survey_table
from data.layout import SurveyLayout
from data.logbook.terms import plain
from data.problems import ImportRefused
from data.questionnaire.coding import code, tidy
from data.questionnaire.decimals import decimals
from data.questionnaire.kinds import is_number, to_number
from data.questionnaire.questions import Question, read_questions
from data.questionnaire.respondents import respondent_rows
from data.questionnaire.scales import scale_order
from data.questionnaire.states import state_of
from data.questionnaire.weight_columns import is_weight
from data.sheet import Book, Sheet, address, letters

# What statistics programs write in an exported file where nothing was answered.
_NOTHING = frozenset({"NA", "<NA>", "NaN", "nan", "#NULL!", "#N/A"})
_OFFERED = ("one answer", "rating", "many answers")


@dataclass(frozen=True)
class Wanted:
    """What to tabulate: a question by another, weighted by a column or not ('' for none), which answers count whatever they look like and which do
    not, and the bands for answers in numbers ("16-24, 25-44, 65+"; "each" for every number; '' for bands only where there are many)."""

    question: str
    by: str
    weight: str = ""
    counted: Sequence[str] = ()
    left_out: Sequence[str] = ()
    bands: str = ""


@dataclass(frozen=True)
class Replies:
    """Two questions of one sheet and the weight of each respondent: 1 for everybody where no weight was asked for, not a number where it is blank.

    `weights` are the headings of the columns that look like weights; `notes` say in sentences what the reader of the table should know.
    """

    sheet: str
    people: int
    question: Reply
    by: Reply
    weight_name: str
    weight: np.ndarray
    rows_aside: int
    weights: tuple[str, ...]
    notes: tuple[str, ...]


def replies(book: Book, wanted: Wanted) -> Replies:
    """Both questions, found by wording, heading, number or variable name in whichever sheet has them.

    Any column may be named, those that the dashboard leaves out too. Raises ImportRefused where one is not there, or more than one is meant.
    """
    sheets = sorted((sheet for sheet in book.sheets if sheet.height > 1), key=lambda sheet: (sheet.hidden, -sheet.height))
    refused = ImportRefused("E_NO_TABLE", "There is no table in this file.", "Check that the right file was named.")
    for place, sheet in enumerate(sheets):
        try:
            return _Export(sheet).replies(wanted)
        except ImportRefused as error:
            if error.code != "E_NOT_THERE":
                raise
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

    def replies(self, wanted: Wanted) -> Replies:
        whole = [self._reply(self._meant(said)) for said in (wanted.question, wanted.by)]
        self._check_labels(whole, [*wanted.counted, *wanted.left_out])
        told = [settled(reply, wanted.counted, wanted.left_out) for reply in whole]
        numeric = [self._is_numeric(reply) for reply in told]
        # Bands that were asked for are those of what the question is tabulated by, where that is in numbers.
        bands = ("" if wanted.bands != "each" and numeric[1] else wanted.bands, wanted.bands)
        banded = [in_bands(reply, asked) for reply, asked in zip(told, bands, strict=True)]
        column = self._weight_column(wanted.weight)
        numbers = np.ones(len(self.rows)) if column is None else self._weights(column)
        weights = tuple(dict.fromkeys(self._heading(at) for at in self._weight_columns()))
        found = [reply for reply, _ in banded]
        notes = [*about_bands(banded, wanted.bands), *about_codes(found), *about_weights(weights, wanted.weight)]
        name = "" if column is None else self._heading(column)
        return Replies(self.sheet.name, len(self.rows), found[0], found[1], name, numbers, self.aside, weights, tuple(notes))

    def _meant(self, said: str) -> tuple[int, ...]:
        return self._in_column(said) or named(said, self._names(), "question", self._in_words)

    def _weight_column(self, said: str) -> int | None:
        return (self._in_column(said) or named(said, self._columns(), "column", self._in_words))[0] if said else None

    def _in_column(self, said: str) -> tuple[int, ...]:
        """The column of a name like "column D"; a heading spelled just so outranks it."""
        match = re.fullmatch(r"column ([A-Z]{1,3})", said.strip(), re.IGNORECASE)
        at = next((at for at in range(self.sheet.width) if match and letters(at) == match[1].upper()), None)
        return () if at is None or any(name == said for name, _ in self._columns()) else (at,)

    def _in_words(self, columns: tuple[int, ...]) -> str:
        return f"column {letters(columns[0])}"

    def _is_numeric(self, reply: Reply) -> bool:
        answered = [label for label, state in zip(reply.labels, reply.states, strict=True) if state == "answered"]
        return bool(answered) and bool(np.isfinite(decimals(answered)).all())

    def _check_labels(self, found: Sequence[Reply], said: Sequence[str]) -> None:
        """Raises ImportRefused where an answer the officer names is not one of either question."""
        labels = [label for reply in found for label in reply.labels]
        for answer in said:
            if plain(answer) not in map(plain, labels):
                raise Unclear("E_NOT_AN_ANSWER", f"Nobody answered “{answer}”.", "Name an answer as the file spells it.", labels[:50])

    def _weight_columns(self) -> Iterator[int]:
        known = {column.at for column in self.layout.columns if column.role == "weight"}
        for name, (at,) in self._columns():
            if at in known or is_weight(self.sheet, at, name, self.layout.first_row):
                yield at

    def _names(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        for question in self.questions:
            yield question.wording, question.columns
            if question.battery:
                yield f"{question.battery} – {question.wording}", question.columns
                yield f"{question.battery} - {question.wording}", question.columns
        yield from self._columns()
        if not any(number_of(name) for question in self.questions for name in (question.wording, question.battery)):
            # Nothing is numbered: "Q5" is the fifth that was asked.
            asked = [column for column in self.layout.columns if column.role == "question"]
            for number, block in enumerate(dict.fromkeys(column.block for column in asked), start=1):
                yield f"Q{number}", tuple(column.at for column in asked if column.block == block)

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
        parts = [one for one in self.questions if len(columns) > 1 and set(one.columns) <= set(columns)]
        if question is None and parts:
            calls = [f"{one.battery} – {one.wording}" if one.battery else one.wording for one in parts]
            raise Unclear("E_SEVERAL", f"{len(parts)} questions stand together there.", f"Say which: {'; '.join(calls[:8])}.", calls)
        if question is not None and question.kind == "ranking":
            return _first(question)
        given = _given(question) if question is not None and question.kind in _OFFERED else self._column(columns[0], question)
        return without_missing_codes(given)

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
        blank = texts.isin(["", *self.layout.blank, *_NOTHING]).to_numpy()
        numbers = decimals(texts.where(~blank, "").tolist())
        bad = np.flatnonzero(~blank & ~(np.isfinite(numbers) & (numbers >= 0)))
        if bad.size:
            where = address(int(self.rows[bad[0]]), at)
            weights = [self._heading(other) for other in dict.fromkeys(self._weight_columns())]
            sentence = f"The weight in {where} is not a number of nought or more."
            raise Unclear("E_WEIGHT", sentence, "Name a column of weights.", weights)
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
