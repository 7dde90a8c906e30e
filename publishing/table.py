"""The table behind a figure: one row per figure, headings in words, and a marker with its meaning wherever there is no number."""

from dataclasses import dataclass

import pandas as pd

from analysis.finding import Finding
from analysis.suppression import HIDDEN, LOW_BASE, NOTHING, WITHHELD
from analysis.wording import number

# Shorthand of the Government Analysis Function, in square brackets, explained wherever it is used.
MARKERS = {HIDDEN: "[c]", WITHHELD: "[u]", LOW_BASE: "[u]", NOTHING: "[x]"}
MEANINGS = {
    "[c]": "fewer than 10 people: hidden to protect them",
    "[u]": "few people answered: too few for a share under 30, treat with caution under 50",
    "[x]": "nothing recorded",
}


@dataclass(frozen=True)
class Table:
    """Headings and rows. A cell is a text, a number, or a marker such as '[c]'; `shown` holds the same rows as people read them."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]
    shown: tuple[tuple[str, ...], ...]
    markers: tuple[str, ...]

    @property
    def explained(self) -> list[str]:
        """What each marker in the table means."""
        return [f"{marker} {MEANINGS[marker]}" for marker in self.markers]


def table(finding: Finding) -> Table:
    """The table of a finding: its dimensions, the value, how many and of how many, the range where there is one, and the base."""
    published = finding.published
    columns = _columns(finding)
    rows = []
    shown = []
    for _, row in published.rows.iterrows():
        terms = tuple(finding.term(row[dimension]) for dimension in published.by)
        cells = [_cell(row, column) for column, _, _ in columns]
        rows.append((*terms, *cells))
        shown.append((*terms, *(_shown(cell, row, unit) for cell, (_, _, unit) in zip(cells, columns, strict=True))))
    headings = tuple(finding.titles.get(d, d.capitalize()) for d in published.by) + tuple(heading for _, heading, _ in columns)
    used = tuple(marker for marker in MEANINGS if any(marker in str(cell) for row in shown for cell in row))
    return Table(finding.headline, headings, tuple(rows), tuple(shown), used)


def _columns(finding: Finding) -> list[tuple[str, str, str]]:
    """(column, heading, unit) of the numbers worth a column of their own."""
    published = finding.published
    measure, rows = published.measure, published.rows
    respondents = measure.counts == "respondents"
    unit = {"per cent": "Per cent", "pounds": "Pounds"}.get(measure.unit, measure.unit.capitalize())
    columns = [("value", unit if measure.kind != "share" else "Per cent", measure.unit)]
    if measure.kind in ("share", "ratio"):
        columns.append(("numerator", "Respondents" if respondents else "Number", ""))
    if rows["lower"].notna().any() and measure.name != "people_engaged":
        columns += [("lower", "Range from", measure.unit), ("upper", "Range to", measure.unit)]
    if measure.name == "people_engaged":
        columns.append(("upper", "At most", ""))
    if rows["base"].notna().any():
        columns.append(("base", "Base: respondents" if respondents else "Base", ""))
    return columns


def _cell(row: pd.Series, column: str) -> str | float:
    value = row[column]
    if not pd.isna(value):
        return float(value)
    return MARKERS.get(row["flag"], "[x]")


def _shown(cell: str | float, row: pd.Series, unit: str) -> str:
    if isinstance(cell, str):
        return cell
    return f"{number(cell, unit)} {MARKERS[LOW_BASE]}" if row["flag"] == LOW_BASE and unit == "per cent" else number(cell, unit)
