"""A log the office keeps – activities, outcomes, plan, population – read row by row: what is kept, what is set aside, and why."""

import re
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data.cells import Cells, Place, read_cells
from data.coding import tidy
from data.fields import KINDS, Field
from data.layout import TableLayout
from data.lists import lists
from data.problems import Problem
from data.profile import Profile
from data.sheet import Sheet, address

_TOTAL = re.compile(r"^(grand |sub[- ]?)?totals?\b|^sum\b|^average\b", re.IGNORECASE)

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
    used: tuple[int, ...] = field(default=())


def read_log(sheet: Sheet, layout: TableLayout, profile: Profile, settled: dict[tuple[str, str], str] | None = None) -> LogReading:
    """Read every row of a log. A cell that cannot be read is left blank and its row stays; only totals are left out whole."""
    texts = {name: sheet.column(at).to_pylist() for name, at in layout.fields.items()}
    rows, aside = _rows(sheet, layout, texts)
    terms = lists(profile)
    fields = [f for f in KINDS[layout.kind] if f.name in layout.fields]
    read: dict[str, Cells] = {}
    for one in fields:
        place = Place(sheet.name, layout.fields[one.name], tuple(rows), one)
        read[one.name] = read_cells([texts[one.name][row] for row in rows], place, terms, settled or {})
    problems = [problem for cells in read.values() for problem in cells.problems]
    aside += [Aside(p.sheet, p.cell, p.heading, p.found, p.expected) for p in problems if p.done.startswith("left")]
    tables = _tables(layout.kind, fields, read, rows)
    return LogReading(layout.kind, tables, tuple(problems), tuple(aside), _filled(sheet, layout), len(rows), _up_to(tables[layout.kind]), tuple(layout.fields.values()))


def _rows(sheet: Sheet, layout: TableLayout, texts: dict[str, list[str]]) -> tuple[list[int], list[Aside]]:
    """The rows that hold a thing: not blank, not a total, not the example row of our own template."""
    rows, aside = [], []
    names = list(texts)
    for row in range(layout.first_row, sheet.height):
        cells = [texts[name][row].strip() for name in names]
        if not any(cells):
            if any(cell.strip() for cell in sheet.row(row)):
                aside.append(Aside(sheet.name, f"row {row + 1}", "", None, "nothing in the columns that are read", whole_row=True))
            continue
        first = next(cell for cell in sheet.row(row) if cell.strip())
        if _TOTAL.match(tidy(first)) and sum(map(bool, cells)) <= 3:
            aside.append(Aside(sheet.name, address(row, 0), "", tidy(first)[:60], "a total, not a row of its own", whole_row=True))
        elif tidy(first).casefold().startswith("example:"):
            aside.append(Aside(sheet.name, address(row, 0), "", None, "the template's example row", whole_row=True))
        else:
            rows.append(row)
    return rows, aside


def _filled(sheet: Sheet, layout: TableLayout) -> int:
    """Rows below the headings with anything in them at all."""
    filled = [False] * max(0, sheet.height - layout.first_row)
    for at in range(sheet.width):
        for i, cell in enumerate(sheet.column(at, layout.first_row).to_pylist()):
            if cell.strip():
                filled[i] = True
    return sum(filled)


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
