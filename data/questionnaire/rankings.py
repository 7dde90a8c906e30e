"""Rankings as questions: all in one cell, a column for each thing ranked, or a column for each place."""

from dataclasses import replace

import numpy as np
import pyarrow as pa

from data.layout import Column
from data.questionnaire.coding import Coded, tidy
from data.questionnaire.kinds import is_number, to_number
from data.questionnaire.question import Question, with_options


def ordered(wording: str, answers: Coded, column: Column) -> Question:
    """A ranking in one cell: the first item of the list has the first place."""
    lists = [[tidy(part) for part in label.split(column.separator) if part.strip()] for label in answers.labels]
    labels = list(dict.fromkeys(part for one in lists for part in one))
    rows = [(who, labels.index(part), place) for who in np.flatnonzero(answers.codes >= 0) for place, part in enumerate(lists[answers.codes[who]], 1)]
    respondent, option, place = np.array(rows, dtype=np.int32).reshape(-1, 3).T
    question = with_options(wording, "ranking", labels, respondent, option, (column.at,))
    return replace(question, given=question.given.set_column(2, "place", pa.array(place, pa.int32())))


def placed(wording: str, block: list[tuple[Column, Coded]]) -> Question:
    """A ranking with a column for each place, whose cells name what was put there."""
    labels = list(dict.fromkeys(label for _, answers in block for label in answers.labels))
    rows = [
        (who, labels.index(answers.labels[answers.codes[who]]), int(to_number(column.option)))
        for column, answers in block
        for who in np.flatnonzero(answers.codes >= 0)
    ]
    respondent, option, place = np.array(rows, dtype=np.int32).reshape(-1, 3).T
    question = with_options(wording, "ranking", labels, respondent, option, tuple(column.at for column, _ in block))
    return replace(question, given=question.given.set_column(2, "place", pa.array(place, pa.int32())))


def ranked(wording: str, block: list[tuple[Column, Coded]], at: tuple[int, ...]) -> Question:
    """A ranking with a column for each thing, whose cells give its place."""
    respondent, option, place = [], [], []
    for i, (column, answers) in enumerate(block):
        ranks = np.array([_rank(label, column) for label in answers.labels] + [-1], dtype=np.int32)[answers.codes]
        who = np.flatnonzero(ranks >= 0)
        respondent.append(who)
        option.append(np.full(len(who), i, dtype=np.int32))
        place.append(ranks[who])
    question = with_options(wording, "ranking", [c.option for c, _ in block], np.concatenate(respondent), np.concatenate(option), at)
    return replace(question, given=question.given.set_column(2, "place", pa.array(np.concatenate(place), pa.int32())))


def _rank(label: str, column: Column) -> int:
    """The place a cell gives: its number, or the place of its words ("Second best") among those that could be given."""
    return int(to_number(label)) if is_number(label) else column.offered.index(label) + 1 if label in column.offered else -1
