"""The people in an export: which rows are one, when they answered, by which link – and nothing that names them."""

import hashlib
import re
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from data.layout import Column, SurveyLayout
from data.logbook.dates import read_dates
from data.logbook.logs import Aside
from data.logbook.terms import plain
from data.problems import Problem
from data.questionnaire.coding import Coded, code
from data.questionnaire.decimals import decimals
from data.sheet import Sheet, address

_SHORTENED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
_COMPLETE = frozenset({"yes", "complete", "completed", "true", "1", "submitted", "finished", "wahr", "vrai", "verdadero", "waar", "vero"})


def respondent_rows(sheet: Sheet, layout: SurveyLayout, filled: np.ndarray) -> tuple[np.ndarray, list[Aside]]:
    """The rows that are each one respondent, and those set aside: totals, and responses that stand again further down.

    Where one response stands more than once the last is kept: it is the newest the platform wrote.
    """
    rows = np.flatnonzero(filled) + layout.first_row
    out = np.isin(rows, layout.leave_out)
    aside = [Aside(sheet.name, f"row {row + 1}", "", None, layout.why_left_out, whole_row=True) for row in rows[out]]
    rows = rows[~out]
    column = of_role(layout, "respondent id")
    if column is None or not len(rows):
        return rows, aside
    ids = _ids(sheet, column, layout, rows).codes
    _, last = np.unique(ids[::-1], return_index=True)
    keep = ids < 0
    keep[len(rows) - 1 - last] = True
    reason = "the same response stands further down; the later one is kept"
    aside += [Aside(sheet.name, address(int(row), column.at), column.question, None, reason, whole_row=True) for row in rows[~keep]]
    return rows[keep], aside


def _ids(sheet: Sheet, column: Column, layout: SurveyLayout, rows: np.ndarray) -> Coded:
    """The tool's own ids. A spreadsheet that wrote long ones as "1.14064E+11" made many people's the same: those identify nobody."""
    coded = code(sheet.column(column.at).take(pa.array(rows)), layout.blank)
    whole = np.array([not _SHORTENED.fullmatch(label) for label in coded.labels] + [False])[coded.codes]
    return Coded(coded.labels, np.where(whole, coded.codes, -1).astype(np.int32))


def read_respondents(sheet: Sheet, layout: SurveyLayout, rows: np.ndarray, salt: str) -> tuple[pd.DataFrame, list[Problem]]:
    """One row per respondent, counted from 0: source row, keyed hash of the tool's own id, day, channel, whether complete, weight."""
    count = len(rows)
    ended, started, status, channel, weight = (_texts(sheet, layout, rows, role) for role in ("ended", "started", "status", "channel", "weight"))
    id_column = of_role(layout, "respondent id")
    ids = _ids(sheet, id_column, layout, rows) if id_column else None
    days: list[date | None] = [None] * count
    problems: list[Problem] = []
    for moments, role in ((started, "started"), (ended, "ended")):
        if moments is not None and moments.answered:
            read = read_dates(list(moments.labels))
            days = [new if new is not None else old for new, old in zip(_spread(moments, read.values), days, strict=True)]
            if not read.sure:
                column = of_role(layout, role)
                assert column is not None
                where = address(int(rows[0]), column.at)
                done = f"the whole column was read {read.order}"
                problems.append(Problem("date order", sheet.name, where, column.question, None, read.why, done))
    respondents = {
        "respondent": np.arange(count, dtype=np.int32),
        "source_row": (rows + 1).astype(np.int32),
        "response_key": [None] * count if ids is None else _spread(ids, [_key(label, salt) for label in ids.labels]),
        "responded_on": days,
        "channel": [None] * count if channel is None else _spread(channel, channel.labels),
        "complete": _complete(status, ended, count),
        "weight": np.full(count, np.nan) if weight is None else _numbers(weight),
    }
    return pd.DataFrame(respondents), problems


def of_role(layout: SurveyLayout, role: str) -> Column | None:
    """The column that plays a role in the layout, where there is one."""
    return next((column for column in layout.columns if column.role == role), None)


def _texts(sheet: Sheet, layout: SurveyLayout, rows: np.ndarray, role: str) -> Coded | None:
    column = of_role(layout, role)
    return code(sheet.column(column.at).take(pa.array(rows)), layout.blank) if column else None


def _spread(coded: Coded, values: Any) -> list[Any]:
    """A value per distinct text → a value per row, None where the cell is blank."""
    spread = np.empty(len(values) + 1, dtype=object)
    spread[:-1] = values
    return list(spread[coded.codes])


def _key(label: str, salt: str) -> str:
    return hashlib.blake2b(label.encode(), key=salt.encode()[:64], digest_size=8).hexdigest()


def _complete(status: Coded | None, ended: Coded | None, count: int) -> np.ndarray:
    if status is not None:
        return np.array([plain(label) in _COMPLETE for label in status.labels] + [False])[status.codes]
    return np.ones(count, dtype=bool) if ended is None else ended.codes >= 0


def _numbers(coded: Coded) -> np.ndarray:
    return decimals([*coded.labels, ""])[coded.codes]
