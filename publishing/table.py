"""The table behind a figure: one row per figure, headings in words, and a marker with its meaning wherever there is no number."""

from dataclasses import dataclass

import pandas as pd

from analysis.finding import Finding
from analysis.suppression import HIDDEN, LOW_BASE, NOT_YET, NOTHING, WITHHELD
from analysis.wording import number

# Shorthand of the Government Analysis Function, in square brackets, explained wherever it is used.
MARKERS = {HIDDEN: "[c]", WITHHELD: "[u]", LOW_BASE: "[u]", NOTHING: "[x]", NOT_YET: "[x]"}
MEANINGS = {
    "[c]": "hidden to protect people: fewer than 10, or all but fewer than 10",
    "[u]": "few people answered: too few for a share under 30, treat with caution under 50",
    "[x]": "not available: nothing is recorded, or not enough is known yet",
    "[z]": "not applicable: a figure published by somebody else",
}
_NOT_APPLICABLE = "[z]"


@dataclass(frozen=True)
class Table:
    """Headings and rows. A cell is a text, a number, or a marker such as '[c]'; `shown` holds the same rows as people read them.

    `units` says what the numbers of each column are counted in: 'per cent', where 0.62 means 62%, 'pounds', or '' for texts and plain numbers.
    """

    title: str
    headings: tuple[str, ...]
    units: tuple[str, ...]
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
    for point in finding.context.points if finding.context else ():
        named = f"{finding.context.name}, {point.period}" if finding.context else ""
        terms = (named, *[""] * (len(published.by) - 1))
        given: list[str | float] = [point.value if column == "value" else _NOT_APPLICABLE for column, _, _ in columns]
        rows.append((*terms, *given))
        shown.append((*terms, *(cell if isinstance(cell, str) else number(cell, unit) for cell, (_, _, unit) in zip(given, columns, strict=True))))
    headings = tuple(finding.titles.get(d, d.capitalize()) for d in published.by) + tuple(heading for _, heading, _ in columns)
    # Only what stands where a number would is a marker: somebody may have typed "[c]" for an answer.
    beside = [cell for row in shown for cell in row[len(published.by) :]]
    used = tuple(marker for marker in MEANINGS if any(marker in cell for cell in beside))
    units = ("",) * len(published.by) + tuple(unit if unit in ("per cent", "pounds") else "" for _, _, unit in columns)
    return Table(finding.headline, headings, units, tuple(rows), tuple(shown), used)


def _columns(finding: Finding) -> list[tuple[str, str, str]]:
    """(column, heading, unit) of the numbers worth a column of their own."""
    published = finding.published
    measure, rows = published.measure, published.rows
    # Beside residents the people counted are not all respondents.
    people = "people" if "who" in published.by else "respondents" if measure.counts == "respondents" else ""
    unit = {"per cent": "Per cent", "pounds": "Pounds"}.get("per cent" if measure.kind == "share" else measure.unit, measure.unit.capitalize())
    if "weighted" in rows and rows["weighted"].eq(True).any():
        unit = "Per cent, weighted"
    columns = [("value", unit, measure.unit)]
    if measure.kind in ("share", "ratio"):
        columns.append(("numerator", people.capitalize() or "Number", ""))
    if rows["lower"].notna().any() and measure.name != "people_engaged":
        columns += [("lower", "Range from", measure.unit), ("upper", "Range to", measure.unit)]
    if measure.name == "people_engaged":
        columns.append(("upper", "Upper figure", ""))
    if rows["base"].notna().any():
        columns.append(("base", f"Base: {people}" if people else "Base", ""))
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
