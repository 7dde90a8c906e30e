"""How cells look in the bytes of an xlsx sheet, so that they can be found without taking the markup apart cell by cell."""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Patterns:
    """What to look for: cells with something in them (their column's letters), cells without an address, error values (column, row, text),
    formulas without a saved result (address, other attributes, empty value), hidden rows (number) and column settings."""

    filled_columns: re.Pattern[bytes]
    filled: re.Pattern[bytes]
    unplaced: re.Pattern[bytes]
    error: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    hidden_row: re.Pattern[bytes]
    hidden_column: re.Pattern[bytes]
    row_start: bytes
    cell_start: bytes
    formula_start: bytes


@lru_cache(maxsize=4)
def patterns_for(prefix: bytes) -> Patterns:
    """The patterns for a sheet whose markup carries a prefix such as b"x:", or none.

    Every repeat inside a tag has an upper bound and stops at the next tag, so that nothing in a file can make the search slow.
    """
    p = re.escape(prefix)
    cell = rb"<" + p + rb"""c (?:[^<>]{0,200}? )??r=["']"""
    content = rb"""["'][^<>/]{0,400}>\s*<""" + p + rb"(?:v>|is|f)"
    formula = rb"<" + p + rb"f(?:[^<>]{0,600}/>|[^<>]{0,600}>[^<]{0,20000}</" + p + rb"f>)"
    value, no_value = rb"<" + p + rb"v>", rb"<" + p + rb"v\s*/>|<" + p + rb"v>\s*</" + p + rb"v>"
    return Patterns(
        filled_columns=re.compile(cell + rb"([A-Za-z]+)\d+" + content),
        filled=re.compile(cell + rb"([A-Za-z]+)(\d+)" + content),
        unplaced=re.compile(rb"<" + p + rb"""c(?:>|\s(?![^<>]{0,200}\br=["']))"""),
        error=re.compile(
            cell + rb"""([A-Z]{1,3})(\d{1,7})["'][^<>]{0,200}?\st=["']e["'][^<>]{0,200}>(?:""" + formula + rb")?\s*" + value + rb"([^<]{0,40})<"
        ),
        formula=re.compile(cell + rb"""([A-Z]{1,3}\d{1,7})["']([^<>]{0,200})>\s*""" + formula + rb"\s*(" + no_value + rb")?\s*</" + p + rb"c>"),
        hidden_row=re.compile(rb"<" + p + rb"""row (?:[^<>]{0,300}? )??r=["'](\d{1,7})["'][^<>]{0,400}?\shidden=["'](?:1|true)["']"""),
        hidden_column=re.compile(rb"<" + p + rb"col\s([^<>]{0,400})"),
        row_start=b"<" + prefix + b"row",
        cell_start=b"<" + prefix + b"c",
        formula_start=b"<" + prefix + b"f",
    )
