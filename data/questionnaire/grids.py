"""A question that stands in several columns: ticks of many answers, ranks, or statements on one scale."""

import numpy as np

from data.layout import Column
from data.logbook.terms import plain
from data.questionnaire.coding import Coded
from data.questionnaire.kinds import NOT_TICKS, TICKS, YES_NO, is_number, to_number
from data.questionnaire.scales import scale_order
from data.questionnaire.states import state_of

# Fewer people may each have ticked one of several by chance.
_ENOUGH = 15
_PASSED_OVER = 0.1


def fold(columns: list[Column], coded: list[Coded]) -> str:
    """Whether a block of columns is 'many answers', 'ranking' or 'statements', told from all of its cells together.

    A tick is the option's own label, or yes, 1, checked and the like. Numbers from one up to the number of options, no rank
    given twice by one person, are a ranking. Everything else is a statement a column.
    """
    hints = {column.hint for column in columns}
    if hints and hints <= {"ticked", "box", "filled", "choice"}:
        return "many answers"
    if hints == {"ranked"}:
        return "ranking"
    if all(_ticks_itself(column, answers) for column, answers in zip(columns, coded, strict=True)):
        return "many answers"
    said = {plain(label) for answers in coded for label in answers.labels}
    if said and said <= TICKS | NOT_TICKS and len(columns) > 1 and hints != {"statement"} and not (hints == {""} and _each_by_itself(said, coded)):
        return "many answers"
    return "ranking" if _are_ranks(coded) else "statements"


def _each_by_itself(said: set[str], coded: list[Coded]) -> bool:
    """Yes or no to each, where people answered some and passed over others: an empty box of a list to tick is never both blank and "No"."""
    given = np.stack([answers.codes >= 0 for answers in coded]).sum(axis=0)
    some = (given > 0) & (given < len(coded))
    return bool(said & NOT_TICKS and some.sum() > _PASSED_OVER * (given > 0).sum())


def chosen_one(columns: list[Column], coded: list[Coded]) -> Coded | None:
    """One answer that stands in a column for each option, as one column; None where somebody gave several, or too few answered to tell."""
    if len(columns) < 2 or any(column.hint != "choice" for column in columns):
        return None
    ticked = np.stack([ticks(column, answers) for column, answers in zip(columns, coded, strict=True)])
    times = ticked.sum(axis=0)
    labels = tuple(column.option for column in columns)
    surely = int((times == 1).sum()) >= _ENOUGH or scale_order(list(labels)) or {plain(label) for label in labels} <= YES_NO
    if times.max(initial=0) > 1 or not surely or len(set(labels)) < len(labels):
        return None
    return Coded(labels, np.where(times == 1, ticked.argmax(axis=0), -1).astype(np.int32))


def stands_beside(column: Column, answers: Coded, rest: list[Coded]) -> bool:
    """Whether a column the platform calls "other" holds words typed beside the answers. It may as well be one more of them, ticked or placed on
    the scale as its neighbours are."""
    if column.hint != "other":
        return False
    said = {plain(label) for label in answers.labels}
    scale = {plain(label) for one in rest if len(one.labels) > 1 for label in one.labels}
    as_others = len(rest) > 1 and (said <= TICKS | NOT_TICKS or said <= scale or _ticks_itself(column, answers))
    return not (said and as_others)


def on_one_scale(coded: list[Coded]) -> list[list[int]]:
    """The places of the statements that are answered in the same words. A grid may ask how often and how well side by side."""
    groups: list[tuple[set[str], list[int]]] = []
    if scale_order(list(dict.fromkeys(label for answers in coded for label in answers.labels))):
        return [list(range(len(coded)))]
    for place, answers in enumerate(coded):
        said = {label.casefold() for label in answers.labels if state_of(label) == "answered"}
        alike = [group for group in groups if group[0] & said] or (groups[-1:] if not said else [])
        groups = [group for group in groups if group not in alike]
        groups.append((said.union(*(labels for labels, _ in alike)), sorted([place, *(at for _, places in alike for at in places)])))
    return [places for _, places in groups]


def ticks(column: Column, answers: Coded) -> np.ndarray:
    """Which respondents ticked the option of this column."""
    if column.hint == "filled":
        return answers.codes >= 0
    ticked = [_same(label, column.option) or plain(label) not in NOT_TICKS for label in answers.labels]
    return np.array([*ticked, False], dtype=bool)[answers.codes]


def _ticks_itself(column: Column, answers: Coded) -> bool:
    return len(answers.labels) <= 1 and all(_same(label, column.option) for label in answers.labels)


def _same(label: str, option: str) -> bool:
    """A cell repeats its option, perhaps shortened by the platform or followed by a note in brackets."""
    cell, offered = plain(label), plain(option)
    return cell == offered or (len(cell) > 15 and offered.startswith(cell)) or (len(offered) > 15 and cell.startswith(offered))


def _are_ranks(coded: list[Coded]) -> bool:
    labels = {label for answers in coded for label in answers.labels}
    if len(coded) < 3 or not labels or not all(is_number(label) for label in labels):
        return False
    values = {to_number(label) for label in labels}
    if not values <= set(range(1, len(coded) + 1)) or len(values) < 2:
        return False
    ranks = np.stack([np.array([to_number(label) for label in answers.labels] + [np.nan])[answers.codes] for answers in coded])
    filled = ~np.isnan(ranks)
    ordered = np.sort(np.where(filled, ranks, np.inf), axis=0)
    with np.errstate(invalid="ignore"):
        repeated = ((np.diff(ordered, axis=0) == 0) & np.isfinite(ordered[1:])).any(axis=0)
    return bool(repeated[filled.any(axis=0)].mean() < 0.05)
