"""A table as a CSV file that no spreadsheet program will run."""

import csv
import io

from analysis.finding import Finding
from publishing.cell import inert
from publishing.notes import notes
from publishing.table import table


def comma_separated(finding: Finding, office: str, example: bool = False) -> bytes:
    """The table of a finding with its title, base, source and notes below it, every field quoted, as UTF-8 with the mark Excel looks for.

    A text that a spreadsheet program would take for a formula gets an apostrophe before it; numbers are written as they are.
    """
    found = table(finding)
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([inert(heading) for heading in found.headings])
    for row in found.rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else _plain(cell) for cell in row])
    writer.writerow([])
    for note in notes(finding, office, example):
        writer.writerow([inert(note)])
    return out.getvalue().encode("utf-8-sig")


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.6g}"
