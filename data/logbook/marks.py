"""The mark in workbooks made here, in plain sight on their first sheet: which sheet holds what, and which file its rows came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.logbook.fields import KIND_TITLES
from data.sheet import Sheet

MARK = "Made by Sounding Board"
# What is marked: the logs an office keeps. A mark of anything else is nobody's.
_LOGS = {KIND_TITLES[kind]: kind for kind in ("activities", "outcomes", "plan")}
_LOOK, _LONGEST = 500, 64


@dataclass(frozen=True)
class Mark:
    """One sheet of a workbook made here: its name, the kind of log in it, and the sha256 of the file its rows came from, '' for a template."""

    sheet: str
    kind: str
    source: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The mark as a row of cells."""
        return (MARK, self.sheet, KIND_TITLES[self.kind], self.source)


def marks(sheets: Sequence[Sheet]) -> dict[str, Mark]:
    """The marks of a workbook by the sheet they speak of; none where it was not made here, or its sheets have other names now."""
    names = {sheet.name for sheet in sheets if not sheet.hidden}
    return {mark.sheet: mark for sheet in sheets if not sheet.hidden and sheet.width >= 3 for mark in _read(sheet) if mark.sheet in names}


def _read(sheet: Sheet) -> Iterable[Mark]:
    first = sheet.column(0).slice(0, _LOOK).to_pylist()
    for number in (number for number, cell in enumerate(first) if cell == MARK):
        _, name, title, *rest = sheet.row(number)
        if title in _LOGS:
            yield Mark(name, _LOGS[title], rest[0][:_LONGEST] if rest else "")
