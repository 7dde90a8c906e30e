"""What the numbers in an export without labels stand for, as the officer says it: the answers are then read as if the file had its words."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from data.layout import SurveyLayout
from data.questionnaire.codes import all_numbers, coded_questions
from data.questionnaire.coding import tidy
from data.questionnaire.kinds import to_number
from data.questionnaire.question import Question, with_options
from data.questionnaire.questions import read_questions
from data.sheet import Sheet

# By a question's column and the number in it.
Labels = Mapping[tuple[int, str], str]
_LONGEST = 200
_LINE = re.compile(r"\s*(?P<code>-?\d{1,3})[\s=:,;.)–-]+(?P<words>[^\s=:,;.)–-].*)")
_CLOSED = ("one answer", "rating", "many answers")


@dataclass(frozen=True)
class Numbered:
    """A question answered in numbers that stand for answers: its wording, the column it begins in, its numbers in order, and its grid."""

    wording: str
    at: int
    codes: tuple[str, ...]
    battery: str = ""


@dataclass(frozen=True)
class Worded:
    """An export with the words the officer gave in place of its numbers, the kinds its questions are read as, and what is answered in numbers."""

    sheet: Sheet
    layout: SurveyLayout
    rows: np.ndarray
    labels: Labels
    kinds: dict[int, str]
    numbered: tuple[Numbered, ...]
    questions: list[Question]

    @property
    def unlabelled(self) -> list[tuple[str, int]]:
        """The wording and the column of each question some of whose numbers have no words, the statements of a grid as one."""
        bare = [one for one in self.numbered if any((one.at, code) not in self.labels for code in one.codes)]
        found = {one.battery or one.wording: one.at for one in reversed(bare)}
        return list(reversed(found.items()))

    def read_as(self, kinds: Mapping[int, str]) -> list[Question]:
        """Its questions with some of them of other kinds."""
        return [_options_in_words(question, self.labels) for question in read_questions(self.sheet, self.layout, self.rows, {**self.kinds, **kinds})]


def in_words(sheet: Sheet, layout: SurveyLayout, rows: np.ndarray, kinds: dict[int, str], labels: Labels) -> Worded:
    """Every question; numbers that stand for answers are answers, under the words of `labels` where it has them. `kinds` are the officer's own."""
    # Where the officer says that the numbers are numbers, or words, they stand for nothing else.
    labels = {(at, code): words for (at, code), words in labels.items() if words and kinds.get(at, "") in ("", *_CLOSED)}
    words = _by_column(labels)
    questions = read_questions(sheet, layout, rows, kinds)
    coded = [at for at in coded_questions(questions) if at not in kinds]
    # The kind of a question in words is told from its words.
    unsaid = dict.fromkeys((at for at in coded if at not in words), "one answer")
    read = Worded(sheet, layout, rows, {}, unsaid | kinds, (), questions)
    if coded:
        questions = read.read_as(dict.fromkeys(coded, "one answer"))
    read = replace(read, numbered=_numbered(questions, coded, kinds, words), questions=questions)
    return _worded(read, labels, words) if labels else read


def said_in(text: str) -> dict[str, str]:
    """Number → words, from a line each ("1 = Very safe") or parted by upright strokes ("1, Yes | 2, No"); a number with no words is left out."""
    found = [_LINE.fullmatch(line) for line in re.split(r"\n|\|(?=\s*-?\d{1,3}[\s=:,;.)–-])", text)]
    return {match["code"]: tidy(match["words"])[:_LONGEST] for match in found if match}


def _by_column(labels: Labels) -> dict[int, dict[str, str]]:
    """The words for the numbers of each column."""
    words: dict[int, dict[str, str]] = {}
    for (at, code), said in labels.items():
        words.setdefault(at, {})[code] = said
    return words


def _numbered(
    questions: Sequence[Question], coded: Collection[int], kinds: Mapping[int, str], words: Mapping[int, Mapping[str, str]]
) -> tuple[Numbered, ...]:
    """The questions answered in numbers that are codes, or that the officer says are answers, and those that have words already.

    Several answers in numbers are codes only where single ones are.
    """
    found = []
    for question in questions:
        at = question.columns[0]
        told = at in coded or (all_numbers(question) and (kinds.get(at) in _CLOSED or (bool(coded) and question.kind == "many answers")))
        if told or at in words:
            codes = {option.label for option in question.options if re.fullmatch(r"-?\d+", option.label)} if told else set()
            wording = f"{question.battery} – {question.wording}" if question.battery else question.wording
            found.append(Numbered(wording, at, tuple(sorted({*codes, *words.get(at, ())}, key=to_number)), question.battery))
    return tuple(found)


def _worded(read: Worded, labels: Labels, words: Mapping[int, Mapping[str, str]]) -> Worded:
    many = {question.columns[0] for question in read.questions if len(question.columns) > 1 or question.kind == "many answers"}
    cells = {at: said for at, said in words.items() if at not in many}
    table = read.sheet.cells
    for at, said in cells.items():
        table = table.set_column(at, table.field(at), _cells(table.column(at), said))
    offered = {at: tuple(dict.fromkeys(said.values())) for at, said in cells.items()}
    columns = tuple(replace(column, offered=offered.get(column.at, column.offered)) for column in read.layout.columns)
    worded = replace(read, sheet=replace(read.sheet, cells=table), layout=replace(read.layout, columns=columns), labels=labels)
    questions = worded.read_as({})
    # Whatever the words look like, they are answers that were offered.
    closed = {question.columns[0]: "one answer" for question in questions if question.columns[0] in cells and question.kind not in _CLOSED}
    kinds = closed | worded.kinds
    return replace(worded, kinds=kinds, questions=worded.read_as(kinds) if closed else questions)


def _cells(column: pa.ChunkedArray, words: Mapping[str, str]) -> pa.ChunkedArray:
    encoded = column.combine_chunks().dictionary_encode()
    texts = [words.get(re.sub(r"(?<=\d)\.0$", "", tidy(text)), text) for text in encoded.dictionary.to_pylist()]
    return pa.chunked_array([pa.array(texts, pa.string()).take(encoded.indices)])


def _options_in_words(question: Question, labels: Labels) -> Question:
    """The same answers under the words for their numbers, where a person may have given several; two that become one were given once."""
    at = question.columns[0]
    named = [labels.get((at, option.label), option.label) for option in question.options]
    if named == [option.label for option in question.options]:
        return question
    order = list(dict.fromkeys(named))
    place = np.array([order.index(name) for name in named], dtype=np.int32)
    who, which = (question.given.column(name).to_numpy() for name in ("respondent", "option"))
    pairs = np.unique(np.stack([who, place[which]]), axis=1)
    return with_options(question.wording, question.kind, order, pairs[0], pairs[1], question.columns, question.battery)
