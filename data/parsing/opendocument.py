"""How far each sheet of an OpenDocument spreadsheet reaches, counting the repeats that a small file can use to fill a huge sheet."""

from collections.abc import Iterable
from xml.parsers import expat

from data.parsing.limits import Limits
from data.parsing.package import broken_markup
from data.parsing.worksheet import Reach
from data.problems import ImportRefused

_DEEPEST = 200


def reaches_of(pieces: Iterable[bytes], limits: Limits) -> dict[str, Reach]:
    """Measure every sheet from the pieces of `content.xml`, by the sheet's name.

    Raises ImportRefused when the file is damaged (E_XML_INVALID) or a sheet holds more than can be read (E_TOO_MANY_CELLS).
    """
    survey = _Survey(limits)
    parser = expat.ParserCreate()
    parser.StartElementHandler = survey.start
    parser.EndElementHandler = survey.end
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise broken_markup() from error
    return survey.reaches


class _Survey:
    """Follows the markup: where the current row and cell stand, and whether the cell holds anything."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.reaches: dict[str, Reach] = {}
        self.reach = Reach()
        self.depth = self.row = self.column = self.row_repeat = self.cell_repeat = 0
        self.in_cell = self.counted = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise broken_markup()
        name = tag.rpartition(":")[2]
        if name in ("table-cell", "covered-table-cell"):
            self.cell_repeat = _repeats(attributes, "table:number-columns-repeated")
            self.in_cell, self.counted = True, False
            if "office:value-type" in attributes:
                self._count()
        elif name == "p" and self.in_cell:
            self._count()
        elif name == "table-row":
            self.column, self.row_repeat = 0, _repeats(attributes, "table:number-rows-repeated")
            if attributes.get("table:visibility", "visible") != "visible":
                self.reach.hidden += range(self.row + 1, self.row + 1 + min(self.row_repeat, self.limits.rows))
        elif name == "table-column" and attributes.get("table:visibility", "visible") != "visible":
            self.reach.hidden_columns += _repeats(attributes, "table:number-columns-repeated")
        elif name == "table":
            self.row = 0
            self.reach = self.reaches[attributes.get("table:name", "")] = Reach()

    def end(self, tag: str) -> None:
        self.depth -= 1
        name = tag.rpartition(":")[2]
        if name in ("table-cell", "covered-table-cell"):
            self.column += self.cell_repeat
            self.in_cell = False
        elif name == "table-row":
            self.row += self.row_repeat

    def _count(self) -> None:
        if self.counted:
            return
        self.counted, reach, limits = True, self.reach, self.limits
        reach.rows = max(reach.rows, self.row + self.row_repeat)
        reach.columns = max(reach.columns, self.column + self.cell_repeat)
        reach.filled += self.row_repeat * self.cell_repeat
        if reach.rows > limits.rows or reach.columns > limits.columns or reach.rows * reach.columns > limits.area or reach.filled > limits.cells:
            raise ImportRefused(
                "E_TOO_MANY_CELLS",
                "A sheet of this workbook reaches further than can be read; a stray entry far from the table can cause this.",
                "Copy only the table of answers into a new workbook, save it and upload that.",
            )


def _repeats(attributes: dict[str, str], name: str) -> int:
    stated = attributes.get(name, "1")
    return int(stated) if stated.isdigit() and len(stated) < 8 else 1
