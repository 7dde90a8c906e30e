"""The columns of an export → questions with their answers: folded, typed, their options in order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import pyarrow as pa

from data.bands import months, number_bands
from data.coding import Coded, code
from data.dates import read_dates
from data.grids import fold
from data.kinds import is_number, kind_of, to_number
from data.layout import Column, SurveyLayout
from data.listed import split_listed
from data.scales import scale_order
from data.sheet import Sheet
from data.states import state_of

GIVEN = pa.schema([("respondent", pa.int32()), ("option", pa.int32()), ("place", pa.int32()), ("number", pa.float64()), ("written", pa.string())])


@dataclass(frozen=True)
class Option:
    """One answer a question offers, and whether choosing it is an answer at all."""

    label: str
    state: str = "answered"


@dataclass(frozen=True)
class Question:
    """One question of a survey with everything given to it.

    `given` has one row per respondent (counted from 0) and answer: the option's place in `options`, or the rank, number or words.
    `columns` says where in the sheet it stood; `battery` is the wording it shares with other statements on its scale.
    """

    wording: str
    kind: str
    options: tuple[Option, ...]
    given: pa.Table
    columns: tuple[int, ...]
    battery: str = ""
    characteristic: str = ""
    tracks: str = ""


def read_questions(sheet: Sheet, layout: SurveyLayout, rows: np.ndarray, kinds: dict[int, str] | None = None) -> list[Question]:
    """Every question of the export in its order. `rows` are the rows kept; `kinds` are the officer's own, by first column."""
    asked = [column for column in layout.columns if column.role == "question"]
    questions: list[Question] = []
    for _, block in groupby(asked, key=lambda column: column.block):
        columns = list(block)
        coded = [code(sheet.column(column.at).take(pa.array(rows)), layout.blank) for column in columns]
        questions += _block(columns, coded, kinds or {})
    return questions


def retyped(question: Question, coded: Coded, kind: str) -> Question:
    """The same column read as another kind of question."""
    return _of_kind(kind, coded, question.wording, question.columns, question.battery)


def _block(columns: list[Column], coded: list[Coded], kinds: dict[int, str]) -> list[Question]:
    main = [(column, answers) for column, answers in zip(columns, coded, strict=True) if column.hint != "other"]
    others = [(column, answers) for column, answers in zip(columns, coded, strict=True) if column.hint == "other"]
    found = _main(main, kinds)
    # The words beside "other" are a written answer of their own, never mixed with the options.
    for column, answers in others:
        if answers.answered or not main:
            found.append(_written(answers, _joined(column.question, column.option or "Other"), (column.at,)))
    return found


def _main(block: list[tuple[Column, Coded]], kinds: dict[int, str]) -> list[Question]:
    if not block:
        return []
    first, answers = block[0]
    if len(block) == 1 and first.hint not in ("ticked", "ranked"):
        return [_single(first, answers, kinds.get(first.at))]
    shape = kinds.get(first.at) or fold([column for column, _ in block], [answers for _, answers in block])
    at = tuple(column.at for column, _ in block)
    if shape == "many answers":
        return [_ticked(first.question, block, at)]
    if shape == "ranking":
        return [_ranked(first.question, block, at)]
    return _statements(block, kinds)


def _single(column: Column, answers: Coded, kind: str | None) -> Question:
    wording = _joined(column.question, column.option)
    if kind in (None, "many answers"):
        parts = split_listed(answers, column.separator, sure=column.hint == "listed" or kind == "many answers")
        if parts:
            labels, respondent, option = parts
            return _with_options(wording, "many answers", labels, respondent, option, (column.at,))
    return _of_kind(kind or kind_of(answers, wording), answers, wording, (column.at,))


def _of_kind(kind: str, answers: Coded, wording: str, at: tuple[int, ...], battery: str = "") -> Question:
    if kind == "written":
        return _written(answers, wording, at)
    if kind == "number":
        return _number(answers, wording, at, battery)
    if kind == "date":
        return _date(answers, wording, at)
    labels = _in_order(list(answers.labels), kind)
    ordered = answers.reordered(labels)
    respondent = np.flatnonzero(ordered.codes >= 0)
    return _with_options(wording, kind, labels, respondent, ordered.codes[respondent], at, battery)


def _in_order(labels: list[str], kind: str) -> list[str]:
    scale = scale_order(labels)
    if scale:
        return scale
    if labels and all(is_number(label) or state_of(label) != "answered" for label in labels) and kind == "rating":
        numbers = sorted((label for label in labels if state_of(label) == "answered"), key=to_number)
        return numbers + [label for label in labels if state_of(label) != "answered"]
    return sorted(labels, key=lambda label: state_of(label) != "answered")


def _number(answers: Coded, wording: str, at: tuple[int, ...], battery: str) -> Question:
    value = np.array([to_number(label) if is_number(label) else np.nan for label in answers.labels] + [np.nan])[answers.codes]
    respondent = np.flatnonzero(~np.isnan(value))
    labels, band = number_bands(value[respondent]) if len(respondent) else ([], np.array([], dtype=np.int32))
    question = _with_options(wording, "number", labels, respondent, band, at, battery)
    return replace(question, given=question.given.set_column(3, "number", pa.array(value[respondent])))


def _date(answers: Coded, wording: str, at: tuple[int, ...]) -> Question:
    days = read_dates(list(answers.labels)).values
    known = [day for day in days if day is not None]
    labels, month = months(known)
    places = iter(month)
    band = np.array([next(places) if day is not None else -1 for day in days] + [-1], dtype=np.int32)[answers.codes]
    respondent = np.flatnonzero(band >= 0)
    return _with_options(wording, "date", labels, respondent, band[respondent], at)


def _written(answers: Coded, wording: str, at: tuple[int, ...]) -> Question:
    respondent = np.flatnonzero(answers.codes >= 0)
    words = pa.array([*answers.labels, None], pa.string()).take(pa.array(answers.codes[respondent]))
    return Question(wording, "written", (), _given(respondent, written=words), at)


def _ticked(wording: str, block: list[tuple[Column, Coded]], at: tuple[int, ...]) -> Question:
    from data.grids import ticks

    labels = [column.option or column.question for column, _ in block]
    chosen = [ticks(column, answers) for column, answers in block]
    respondent = np.concatenate([np.flatnonzero(ticked) for ticked in chosen])
    option = np.concatenate([np.full(int(ticked.sum()), i, dtype=np.int32) for i, ticked in enumerate(chosen)])
    # Someone who left every box empty on a form that records "No" did answer: none of these.
    saw = np.any([answers.codes >= 0 for _, answers in block], axis=0) & ~np.any(chosen, axis=0)
    if saw.any():
        labels.append("None of these")
        respondent = np.concatenate([respondent, np.flatnonzero(saw)])
        option = np.concatenate([option, np.full(int(saw.sum()), len(labels) - 1, dtype=np.int32)])
    return _with_options(wording, "many answers", labels, respondent, option, at)


def _ranked(wording: str, block: list[tuple[Column, Coded]], at: tuple[int, ...]) -> Question:
    respondent, option, place = [], [], []
    for i, (_, answers) in enumerate(block):
        ranks = np.array([int(to_number(label)) if is_number(label) else -1 for label in answers.labels] + [-1], dtype=np.int32)[answers.codes]
        who = np.flatnonzero(ranks >= 0)
        respondent.append(who)
        option.append(np.full(len(who), i, dtype=np.int32))
        place.append(ranks[who])
    question = _with_options(wording, "ranking", [c.option for c, _ in block], np.concatenate(respondent), np.concatenate(option), at)
    return replace(question, given=question.given.set_column(2, "place", pa.array(np.concatenate(place), pa.int32())))


def _statements(block: list[tuple[Column, Coded]], kinds: dict[int, str]) -> list[Question]:
    """Statements answered on one scale: a question each, all offering every answer any of them was given, in one order."""
    union = list(dict.fromkeys(label for _, answers in block for label in answers.labels))
    whole = Coded(tuple(union), np.concatenate([_recode(answers, union) for _, answers in block]))
    kind = kind_of(whole, block[0][0].question)
    questions = []
    for column, answers in block:
        own = kinds.get(column.at, kind)
        offered = Coded(tuple(union), _recode(answers, union)) if own in ("one answer", "rating") else answers
        questions.append(replace(_of_kind(own, offered, column.option or column.question, (column.at,)), battery=column.question))
    return questions


def _recode(answers: Coded, union: list[str]) -> np.ndarray:
    place = {label: i for i, label in enumerate(union)}
    return np.array([place[label] for label in answers.labels] + [-1], dtype=np.int32)[answers.codes]


def _with_options(
    wording: str, kind: str, labels: Iterable[str], respondent: np.ndarray, option: np.ndarray, at: tuple[int, ...], battery: str = ""
) -> Question:
    options = tuple(Option(label, state_of(label)) for label in labels)
    return Question(wording, kind, options, _given(respondent, option=pa.array(option, pa.int32())), at, battery)


def _given(respondent: np.ndarray, **columns: pa.Array) -> pa.Table:
    empty = {field.name: pa.nulls(len(respondent), field.type) for field in GIVEN if field.name != "respondent"}
    return pa.table({"respondent": pa.array(respondent, pa.int32()), **empty, **columns}, schema=GIVEN)


def _joined(question: str, option: str) -> str:
    return f"{question} – {option}" if question and option and option.casefold() not in ("answer", "response") else question or option
