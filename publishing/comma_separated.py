"""A table as a CSV file that no spreadsheet program will run."""

import csv
import io

from analysis.finding import Finding
from publishing.cell import inert
from publishing.notes import notes
from publishing.table import table


def comma_separated(finding: Finding, office: str, example: bool = False) -> bytes:
    """The table of a finding with its title, base, source and notes below it, every field quoted, as UTF-8 with the mark Excel looks for.

    A text that a spreadsheet program would take for a formula gets an apostrophe before it; numbers are written as they are, shares as 62 for 62%.
    """
    found = table(finding)
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([inert(heading) for heading in found.headings])
    for row in found.rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else _plain(cell, unit) for cell, unit in zip(row, found.units, strict=True)])
    writer.writerow([])
    for note in notes(finding, office, example):
        writer.writerow([inert(note)])
    return out.getvalue().encode("utf-8-sig")


def _plain(number: float, unit: str) -> str:
    value = round(100 * number, 4) if unit == "per cent" else round(number, 6)
    return str(int(value)) if value == int(value) else str(value)
