"""The columns of an export → questions with their answers: folded, typed, their options in order."""

from dataclasses import replace
from itertools import groupby

import numpy as np
import pyarrow as pa

from data.layout import Column, SurveyLayout
from data.logbook.terms import plain
from data.questionnaire.bands import number_bands
from data.questionnaire.coding import Coded, code
from data.questionnaire.day_questions import dated
from data.questionnaire.grids import chosen_one, fold, on_one_scale, stands_beside, ticks
from data.questionnaire.kinds import is_number, kind_of, to_number
from data.questionnaire.listed import split_listed
from data.questionnaire.question import Question, given, with_options
from data.questionnaire.rankings import ordered, placed, ranked
from data.questionnaire.scales import scale_order
from data.questionnaire.states import state_of
from data.sheet import Sheet

_OTHER = ("Other", "Other (please specify)", "Other (please state)", "Other (please describe)")
_IN_WORDS = "Not given as a number"
_NONE = ("None of these", "None of the above", "None")


def read_questions(sheet: Sheet, layout: SurveyLayout, rows: np.ndarray, kinds: dict[int, str] | None = None) -> list[Question]:
    """Every question of the export in its order. `rows` are the rows kept; `kinds` are the officer's own, by first column."""
    asked = [column for column in layout.columns if column.role == "question"]
    questions: list[Question] = []
    for _, block in groupby(asked, key=lambda column: column.block):
        columns = list(block)
        coded = [code(sheet.column(column.at).take(pa.array(rows)), layout.blank) for column in columns]
        questions += _block(columns, coded, kinds or {})
    return questions


def _block(columns: list[Column], coded: list[Coded], kinds: dict[int, str]) -> list[Question]:
    block = list(zip(columns, coded, strict=True))
    unlabelled = [answers for column, answers in block if column.hint != "other"]
    beside = [(column, answers) for column, answers in block if stands_beside(column, answers, unlabelled)]
    main = [(column, answers) for column, answers in block if column not in [words for words, _ in beside]]
    # The words beside "other" are a written answer of their own, never mixed with the options; that they were typed is a choice of "other".
    chosen = [answers.codes >= 0 for column, answers in beside if plain(column.option).startswith("other")]
    found = _main(main, kinds, np.any(chosen, axis=0) if chosen else None)
    for column, answers in beside:
        if answers.answered or not main:
            found.append(_written(answers, _joined(column.question, column.option or "Other"), (column.at,)))
    return found


def _main(block: list[tuple[Column, Coded]], kinds: dict[int, str], other: np.ndarray | None) -> list[Question]:
    """The questions of a block; `other` says who typed an answer of their own beside it, None where nobody could."""
    if not block:
        return []
    first, answers = block[0]
    if first.statement:
        rows = [list(row) for _, row in groupby(block, key=lambda pair: pair[0].statement)]
        parts = [(row[0][0], _main([(replace(column, statement=""), cells) for column, cells in row], kinds, None)) for row in rows]
        return [replace(part, battery=column.question, wording=column.statement) for column, found in parts for part in found]
    if len(block) == 1 and first.hint not in ("ticked", "box", "filled", "ranked"):
        return [single(first, answers, kinds.get(first.at), other)]
    one = chosen_one([column for column, _ in block], [answers for _, answers in block])
    if one is not None and kinds.get(first.at) != "many answers":
        chosen = one if other is None else _with_other(one, other)
        return [_of_kind(kinds.get(first.at) or _closed(kind_of(one, first.question)), chosen, first.question, tuple(c.at for c, _ in block))]
    if all(column.hint == "placed" for column, _ in block) and kinds.get(first.at, "ranking") == "ranking":
        return [placed(first.question, block)]
    shape = kinds.get(first.at) or fold([column for column, _ in block], [answers for _, answers in block])
    at = tuple(column.at for column, _ in block)
    if shape == "many answers":
        return [_ticked(first.question, block, at, other)]
    if shape == "ranking":
        return [ranked(first.question, block, at)]
    return _statements(block, kinds)


def single(column: Column, answers: Coded, kind: str | None, other: np.ndarray | None = None) -> Question:
    """The question of one column, of the kind the officer says or else of the kind it looks like; `other` as for a block."""
    wording = _joined(column.question, column.option)
    if column.hint == "ordered" and kind in (None, "ranking"):
        return ordered(wording, answers, column)
    if column.hint == "yes or no":
        answers = answers.relabelled(lambda label: {"1": "Yes", "0": "No"}.get(label, label))
    if column.offered:
        answers = _as_offered(answers, column.offered)
    if kind in (None, "many answers") and not column.offered:
        parts = split_listed(answers, column.separator, sure=column.hint == "listed" or kind == "many answers")
        if parts:
            labels, respondent, option = parts
            return with_options(wording, "many answers", labels, respondent, option, (column.at,))
    kind = kind or _typed(kind_of(answers, wording), answers, column)
    if kind == "one answer" and other is not None:
        answers = _with_other(answers, other)
    return _of_kind(kind, answers, wording, (column.at,))


def _typed(kind: str, answers: Coded, column: Column) -> str:
    """What was typed is writing, unless a short list of things was typed again and again."""
    few = len(answers.labels) <= 12 and answers.answered >= 5 * len(answers.labels)
    return "written" if kind == "one answer" and column.hint == "written" and not few else kind


def _as_offered(answers: Coded, offered: tuple[str, ...]) -> Coded:
    """The answers with all that were offered, in the file's order, those nobody gave among them."""
    return answers.reordered([*offered, *(label for label in answers.labels if label not in offered)])


def _closed(kind: str) -> str:
    """What a question with a column for each answer can be: never writing, and its numbers and dates are answers that were offered."""
    return kind if kind == "rating" else "one answer"


def _with_other(answers: Coded, other: np.ndarray) -> Coded:
    """People who only typed an answer of their own chose "other"; the tool leaves the question itself blank for them."""
    only_typed = other & (answers.codes < 0)
    if not only_typed.any():
        return answers
    labels = list(answers.labels)
    at = _place_of(_OTHER, labels)
    return Coded(tuple(labels), np.where(only_typed, at, answers.codes).astype(np.int32))


def _place_of(spellings: tuple[str, ...], labels: list[str]) -> int:
    """The place of the option spelled so, added at the end under the first spelling where there is none."""
    found = next((place for place, label in enumerate(labels) if plain(label) in map(plain, spellings)), None)
    if found is None:
        labels.append(spellings[0])
    return len(labels) - 1 if found is None else found


def _of_kind(kind: str, answers: Coded, wording: str, at: tuple[int, ...], battery: str = "") -> Question:
    if kind == "written":
        return _written(answers, wording, at)
    if kind == "number":
        return _number(answers, wording, at, battery)
    if kind == "date":
        return dated(answers, wording, at)
    labels = _in_order(list(answers.labels))
    sorted_answers = answers.reordered(labels)
    respondent = np.flatnonzero(sorted_answers.codes >= 0)
    return with_options(wording, kind, labels, respondent, sorted_answers.codes[respondent], at, battery)


def _in_order(labels: list[str]) -> list[str]:
    scale = scale_order(labels)
    if scale:
        return scale
    if labels and all(is_number(label) or state_of(label) != "answered" for label in labels):
        numbers = sorted((label for label in labels if state_of(label) == "answered"), key=to_number)
        return numbers + [label for label in labels if state_of(label) != "answered"]
    return sorted(labels, key=lambda label: state_of(label) != "answered")


def _number(answers: Coded, wording: str, at: tuple[int, ...], battery: str) -> Question:
    value = np.array([to_number(label) if is_number(label) else np.nan for label in answers.labels] + [np.nan])[answers.codes]
    known = ~np.isnan(value)
    labels, bands = number_bands(value[known]) if known.any() else ([], np.array([], dtype=np.int32))
    # Ways of not answering stand after the bands.
    states = [label for label in answers.labels if state_of(label) != "answered"]
    words = [label for label in answers.labels if state_of(label) == "answered" and not is_number(label)]
    place = {label: len(labels) + i for i, label in enumerate(states)} | dict.fromkeys(words, len(labels) + len(states))
    states += [_IN_WORDS] if words else []
    band = np.array([place.get(label, -1) for label in answers.labels] + [-1], dtype=np.int32)[answers.codes]
    band[known] = bands
    respondent = np.flatnonzero(band >= 0)
    question = with_options(wording, "number", [*labels, *states], respondent, band[respondent], at, battery)
    return replace(question, given=question.given.set_column(3, "number", pa.array(value[respondent], from_pandas=True)))


def _written(answers: Coded, wording: str, at: tuple[int, ...]) -> Question:
    respondent = np.flatnonzero(answers.codes >= 0)
    words = pa.array([*answers.labels, None], pa.string()).take(pa.array(answers.codes[respondent]))
    return Question(wording, "written", (), given(respondent, written=words), at)


def _ticked(wording: str, block: list[tuple[Column, Coded]], at: tuple[int, ...], other: np.ndarray | None) -> Question:
    labels = [column.option or column.question for column, _ in block]
    chosen = dict(enumerate(ticks(column, answers) for column, answers in block))
    if other is not None:
        place = _place_of(_OTHER, labels)
        chosen[place] = other | chosen.get(place, False)
    # Someone who left every box empty on a form that records "No" did answer: none of these.
    shown = [answers.codes >= 0 for column, answers in block if column.hint not in ("box", "filled")] or [np.zeros(1, dtype=bool)]
    # Where "none of these" is a box of its own, only those who ticked it said so.
    none = np.any(shown, axis=0) & ~np.any(list(chosen.values()), axis=0)
    if none.any() and not {plain(label) for label in labels} & set(map(plain, _NONE)):
        labels.append(_NONE[0])
        chosen[len(labels) - 1] = none
    respondent = np.concatenate([np.flatnonzero(ticked) for ticked in chosen.values()])
    option = np.concatenate([np.full(int(ticked.sum()), place, dtype=np.int32) for place, ticked in chosen.items()])
    return with_options(wording, "many answers", labels, respondent, option, at)


def _statements(block: list[tuple[Column, Coded]], kinds: dict[int, str]) -> list[Question]:
    """A question for each statement; those on one scale all offer every answer any of them was given, in one order."""
    alike = [_on_scale([block[place] for place in places], kinds) for places in on_one_scale([answers for _, answers in block])]
    return sorted((question for group in alike for question in group), key=lambda question: question.columns)


def _on_scale(block: list[tuple[Column, Coded]], kinds: dict[int, str]) -> list[Question]:
    printed = [label for column, _ in block[:1] for label in column.offered]
    union = list(dict.fromkeys([*printed, *(label for _, answers in block for label in answers.labels)]))
    whole = Coded(tuple(union), np.concatenate([_recode(answers, union) for _, answers in block]))
    # A grid of boxes to tick has several answers in a cell, of the same few in every row.
    listed = not printed and all(column.hint == "statement" for column, _ in block) and split_listed(whole) is not None
    kind = "many answers" if listed else kind_of(whole, block[0][0].question)
    questions = []
    for column, answers in block:
        own = kinds.get(column.at, kind)
        if own == "many answers":
            questions.append(replace(single(replace(column, question="", hint="listed"), answers, own), battery=column.question))
            continue
        offered = Coded(tuple(union), _recode(answers, union)) if own in ("one answer", "rating") else answers
        questions.append(replace(_of_kind(own, offered, column.option or column.question, (column.at,)), battery=column.question))
    return questions


def _recode(answers: Coded, union: list[str]) -> np.ndarray:
    place = {label: i for i, label in enumerate(union)}
    return np.array([place[label] for label in answers.labels] + [-1], dtype=np.int32)[answers.codes]


def _joined(question: str, option: str) -> str:
    return f"{question} – {option}" if question and option and option.casefold() not in ("answer", "response") else question or option
