"""A log the office keeps – activities, outcomes, plan, population – read row by row: what is kept, what is set aside, and why."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from data.layout import TableLayout
from data.logbook.cells import Cells, Place, read_cells
from data.logbook.fields import KINDS, Field
from data.logbook.lists import lists
from data.privacy.personal import scan
from data.problems import Problem
from data.profile import Profile
from data.questionnaire.coding import tidy
from data.sheet import Sheet

# "Total", "Sub-total:", "Total for 2023/24", "Average attendance"; not "Total Recall, a film night".
_OF_WHAT = r"for|of|number|no|people|participants|attendees|activities|events|attendance|cost|hours|per|20\d\d|q[1-4]"
_TOTAL = re.compile(rf"(grand |sub[- ]?)?(totals?|sum|average)(:|$| ({_OF_WHAT})\b)", re.IGNORECASE)
_A_TOTAL = "a total, not a row of its own"
_NUMBERS = frozenset({"count", "whole", "hours", "money"})

# Columns that become rows of a table of their own: field → (table, column).
BRIDGES = {
    "methods": ("activity_methods", "method"),
    "areas": ("activity_areas", "area"),
    "audiences": ("activity_audiences", "audience"),
    "characteristics": ("activity_characteristics", "characteristic"),
    "duties": ("activity_duties", "duty"),
    "objectives": ("activity_objectives", "objective"),
    "activity_refs": ("outcome_activities", "activity_ref"),
}


@dataclass(frozen=True)
class Aside:
    """One cell or row that was not taken, with its reason; `found` is None where it could be personal."""

    sheet: str
    cell: str
    heading: str
    found: str | None
    reason: str
    whole_row: bool = False


@dataclass(frozen=True)
class LogReading:
    """A log as read. `tables` holds its rows by table of the store, known to one another by `source_row`; `rows_read` = kept + aside."""

    kind: str
    tables: dict[str, pd.DataFrame]
    problems: tuple[Problem, ...]
    aside: tuple[Aside, ...]
    rows_read: int
    rows_kept: int
    up_to: Any = None


def read_log(sheet: Sheet, layout: TableLayout, profile: Profile, settled: dict[tuple[str, str], str] | None = None) -> LogReading:
    """Read every row of a log. A cell that cannot be read is left blank and its row stays; only totals are left out whole."""
    texts = {name: sheet.column(at).to_pylist() for name, at in layout.fields.items()}
    filled = [layout.first_row + int(row) for row in np.flatnonzero(sheet.filled(layout.first_row))]
    rows, aside = _rows(sheet, layout, texts, filled)
    terms = lists(profile)
    fields = [f for f in KINDS[layout.kind] if f.name in layout.fields]
    read: dict[str, Cells] = {}
    for one in fields:
        place = Place(sheet.name, layout.fields[one.name], tuple(rows), one)
        read[one.name] = read_cells([texts[one.name][row] for row in rows], place, terms, settled or {})
    problems = [problem for cells in read.values() for problem in cells.problems]
    # The officer sees what a cell says; the store keeps it only where it names nobody.
    kept = {text: None if scan(text) else text for text in {problem.found for problem in problems if problem.found}}
    aside += [Aside(p.sheet, p.cell, p.heading, kept.get(p.found or ""), p.expected) for p in problems if p.done.startswith("left")]
    tables = _tables(layout.kind, fields, read, rows)
    up_to = _up_to(tables[layout.kind])
    return LogReading(layout.kind, tables, tuple(problems), tuple(aside), len(filled), len(rows), up_to)


def _rows(sheet: Sheet, layout: TableLayout, texts: dict[str, list[str]], filled: list[int]) -> tuple[list[int], list[Aside]]:
    """The rows that hold a thing: not a total, not notes beside the table."""
    rows, aside = [], []
    numbers = {field.name for field in KINDS[layout.kind] if field.reads in _NUMBERS}
    for row in filled:
        said = [name for name, column in texts.items() if column[row].strip()]
        start = tidy(next(cell for column in sheet.cells.columns if (cell := column[row].as_py().strip())))
        if why := _why_aside(start, said, numbers):
            found = start[:60] if why == _A_TOTAL else None
            aside.append(Aside(sheet.name, f"row {row + 1}", "", found, why, whole_row=True))
        else:
            rows.append(row)
    return rows, aside


def _why_aside(start: str, said: list[str], numbers: set[str]) -> str:
    """Why a row is no row of its own, by what it starts with and which fields say anything; '' where it is one."""
    if not said:
        return "nothing in the columns that are read"
    if len(said) <= 3 and _TOTAL.match(start):
        return _A_TOTAL
    return "numbers with nothing beside them: a total, not a row of its own" if numbers.issuperset(said) else ""


def _tables(kind: str, fields: list[Field], read: dict[str, Cells], rows: list[int]) -> dict[str, pd.DataFrame]:
    source_row = [row + 1 for row in rows]
    main: dict[str, list[Any]] = {"source_row": source_row}
    tables: dict[str, pd.DataFrame] = {}
    for one in KINDS[kind]:
        cells = read[one.name].values if one.name in read else None
        if one.reads == "count":
            low, high, how = zip(*cells, strict=True) if cells else ([], [], [])
            main["participants_low"] = list(low) if cells else [None] * len(rows)
            main["participants_high"] = list(high) if cells else [None] * len(rows)
            main["participants_how"] = list(how) if cells else ["not recorded"] * len(rows)
        elif one.name in BRIDGES and kind in ("activities", "outcomes"):
            table, column = BRIDGES[one.name]
            pairs = [(row, name) for row, names in zip(source_row, cells or [[]] * len(rows), strict=True) for name in names]
            tables[table] = pd.DataFrame(pairs, columns=["source_row", column]).astype({column: "str"})
        else:
            main[{"cost": "cost_pence"}.get(one.name, one.name)] = list(cells) if cells is not None else [None] * len(rows)
    return {kind: pd.DataFrame(main), **tables}


def _up_to(main: pd.DataFrame) -> Any:
    """The last day the log speaks of as past: the newest date in its first date column."""
    for column in ("held_on", "heard_on", "as_at"):
        if column in main and main[column].notna().any():
            return max(day for day in main[column] if day is not None and not pd.isna(day))
    return None
