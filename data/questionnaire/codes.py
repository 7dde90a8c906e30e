"""Numbers that stand for answers: an export without its labels. The numbers are kept, never counted as amounts, and the labels asked for."""

import re
from collections.abc import Sequence

from data.problems import Problem
from data.questionnaire.kinds import asks_for_a_number, is_number, to_number
from data.questionnaire.question import Question
from data.sheet import Sheet, address

# An export without labels has none anywhere; one with a question of numbers among worded ones has labels.
_MOSTLY = 0.5
_MOST_CODES = 99
_FEW = 30
# What is added to a question in words, whatever its other answers are.
_ADDED = frozenset({"Other", "None of these"})
_CHOSEN = re.compile(r"\b(select|tick|choose|check|pick) (only )?(one|all|the)\b", re.IGNORECASE)


def coded_questions(questions: Sequence[Question]) -> list[int]:
    """The first columns of the questions whose answers are codes, in a survey most of whose lists of answers are such; none in any other."""
    lists = [question for question in questions if question.kind in ("one answer", "rating", "number") and question.options]
    codes = [question for question in lists if _holds_codes(question)]
    worded = [question for question in lists if question not in codes and question.kind != "number"]
    return [question.columns[0] for question in codes] if len(codes) > _MOSTLY * (len(codes) + len(worded)) else []


def _holds_codes(question: Question) -> bool:
    """Small whole numbers, few of them, to a question that does not ask for a number or a place on a scale."""
    if question.kind == "number":
        values = set(question.given.column("number").drop_null().unique().to_pylist())
    else:
        values = {to_number(option.label) for option in question.options if option.state == "answered"} if all_numbers(question) else set()
    wording = f"{question.battery} {question.wording}"
    if not values or (asks_for_a_number(wording) and not _CHOSEN.search(wording)):
        return False
    return len(values) <= _FEW and all(value == int(value) and abs(value) <= _MOST_CODES for value in values)


def all_numbers(question: Question) -> bool:
    """Whether every answer of a question is a number."""
    labels = [option.label for option in question.options if option.state == "answered" and option.label not in _ADDED]
    return bool(labels) and all(map(is_number, labels))


def ask_for_labels(sheet: Sheet, heading_row: int, unlabelled: Sequence[tuple[str, int]]) -> list[Problem]:
    """A problem for each question, by its wording and column, some of whose answers are numbers without words."""
    return [
        Problem(
            "labels",
            sheet.name,
            address(heading_row, at),
            wording[:120],
            None,
            "answers in words; the file gives only the numbers that stand for them",
            "kept as numbers, each an answer of its own; say what they stand for, or export the responses with their answer text",
        )
        for wording, at in unlabelled
    ]
