"""Columns side by side that one question was asked in, told from their headings and their cells together."""

import re
from dataclasses import replace
from itertools import groupby

from data.layout import Column
from data.questionnaire.answer_columns import values
from data.questionnaire.coding import tidy
from data.questionnaire.places import place_named
from data.questionnaire.scales import scale_order
from data.sheet import Sheet

_ROW_OF_GRID = re.compile(r"^(Q\d{1,3})_?([a-z])$", re.IGNORECASE)


def gridded(columns: list[Column], sheet: Sheet, first: int) -> list[Column]:
    """The same columns, neighbours headed "Q3a" and "Q3b" and answered on one scale told as the rows of one grid."""
    found: list[Column] = []
    for column in columns:
        match, before = _ROW_OF_GRID.match(column.question), found[-1] if found else column
        above = _ROW_OF_GRID.match(columns[len(found) - 1].question) if found else None
        if (
            match
            and above
            and match[1] == above[1]
            and before.role == column.role == "question"
            and _on_one_scale(sheet, before.at, column.at, first)
        ):
            found[-1] = replace(before, question=above[1], option=above[2])
            found.append(replace(column, question=match[1], option=match[2], block=before.block))
        else:
            found.append(column)
    return found


def _on_one_scale(sheet: Sheet, one: int, other: int, first: int) -> bool:
    said = [set(values(sheet, at, first)) for at in (one, other)]
    return min(map(len, said)) > 1 and bool(scale_order(sorted(said[0] | said[1])))


def placed(columns: list[Column], sheet: Sheet, first: int) -> list[Column]:
    """The same columns, those of one question named by the places of a ranking told as such: nobody puts one thing in two places."""
    found: list[Column] = []
    for _, same in groupby(columns, key=lambda column: column.block):
        block = list(same)
        places = [place_named(column.option) for column in block]
        if len(block) > 1 and all(places) and len(set(places)) == len(places):
            rows = zip(*(map(tidy, sheet.column(column.at, first).to_pylist()) for column in block), strict=True)
            said = [[cell for cell in row if cell] for row in rows]
            if _are_places(said):
                block = [replace(column, option=str(place), hint="placed") for column, place in zip(block, places, strict=True)]
        found += block
    return found


def _are_places(said: list[list[str]]) -> bool:
    """Whether what each respondent said in turn are places given to the same few things: none of them twice, and each in any of the places."""
    several = [row for row in said if len(row) > 1]
    first, later = {row[0] for row in said if row}, {cell for row in several for cell in row[1:]}
    once = sum(len(set(row)) == len(row) for row in several)
    return bool(several) and once > 0.95 * len(several) and len(later & first) > len(later) / 2 and not scale_order(sorted(first | later))
