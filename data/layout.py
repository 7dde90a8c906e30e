"""Where things stand in a sheet: what a format says about a file before any cell is understood."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TableLayout:
    """A log: one row per thing. `fields` gives the column of each field found; everything counts from 0."""

    kind: str
    heading_row: int
    first_row: int
    fields: dict[str, int]


@dataclass(frozen=True)
class Column:
    """One column of a survey export.

    `role` is what it holds: question, respondent id, started, ended, status, channel, weight, personal or hidden; row number and language
    say nothing worth naming. Columns of one question share a `block`; `option` is the label under the question; `offered` are the answers that
    could be given, in order, where the file says so; `statement` is the row of a grid that has a column for each answer.

    `hint` says what the platform knows of the cells: 'ticked' (a tick per option), 'box' (the same, where an empty box may also mean never
    shown), 'filled' (whatever stands there is a tick), 'choice' (a column per option: one answer or several, as the cells tell), 'listed'
    (several answers in one cell, parted by `separator`), 'ordered' (all answers in one cell, the first ranked first), 'ranked' (a rank per
    option), 'placed' (a column per place, naming what was put there), 'other' (the words beside "other"), 'statement' (a row of a grid),
    'yes or no' (1 and 0), 'written' (typed, though it may be a number or a date), or '' where the cells must tell.
    """

    at: int
    role: str
    question: str = ""
    option: str = ""
    block: int = -1
    hint: str = ""
    separator: str = ""
    offered: tuple[str, ...] = ()
    statement: str = ""


@dataclass(frozen=True)
class SurveyLayout:
    """An export with one row per respondent. `blank` lists the texts that stand for no answer on this platform; `typed_in_place` says that it
    writes what somebody typed beside "Other" where the option would stand."""

    columns: tuple[Column, ...]
    heading_rows: tuple[int, ...]
    first_row: int
    blank: frozenset[str] = frozenset()
    leave_out: tuple[int, ...] = ()
    why_left_out: str = ""
    typed_in_place: bool = False


Layout = TableLayout | SurveyLayout
