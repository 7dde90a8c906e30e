"""Published results as findings: a headline from the figures, and the few sentences that say what the picture shows."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from analysis.aims import NO_TARGET
from analysis.finding import Finding
from analysis.periods import every_year
from analysis.readings import Reading
from analysis.suppression import HIDDEN, NOTHING, WITHHELD, Published
from analysis.text import fitted, label
from analysis.wording import aim_words, base_line, change, difference, figure, moved, number, unit_words
from data.days import day_and_month

TITLES = {
    "year": "Year",
    "quarter": "Quarter",
    "month": "Month",
    "wave": "Wave",
    "method": "Methodology",
    "channel": "Channel",
    "area": "Area",
    "audience": "Audience",
    "level": "Level",
    "participants_how": "How the number is known",
    "kind": "Kind of change",
    "stage": "Stage",
    "answer": "Answer",
    "who": "Who",
    "category": "Group",
    "characteristic": "Characteristic",
    "statement": "Statement",
}


def ranked(
    published: Published,
    headline: str,
    subtitle: str,
    source: str,
    name: str = "",
    terms: Mapping[str, str] | None = None,
    in_order: bool = False,
    notes: tuple[str, ...] = (),
) -> Finding:
    """Bars from largest to smallest, blanks last. `headline` may hold {top} and {value}, filled from the largest, the name shortened to fit.

    `in_order` keeps the order the rows came in, where it has a meaning of its own.
    """
    (dimension,) = published.by
    rows = published.rows
    if not in_order:
        blank = rows[dimension].isna()
        rows = pd.concat([rows[~blank].sort_values("value", ascending=False, kind="stable"), rows[blank]], ignore_index=True)
    ordered = Published(published.measure, published.by, rows)
    name = name or f"{published.measure.name}-by-{dimension}"
    draft = Finding(name, "", subtitle, ordered, "ranked", base_line(published), source, "", terms=dict(terms or {}))
    return _worded(draft, headline, notes)


def over_time(published: Published, subtitle: str, source: str, so_far: str = "", compare: bool = True) -> Finding:
    """Columns by year; a year without a record stands as a gap. The headline compares the last with the one before, where both are whole.

    `so_far` is the label of a period that is not over; `compare` is False where it cannot be told whether the last year is whole.
    """
    (when,) = published.by
    rows = _without_gaps(published.rows[published.rows[when].notna()].reset_index(drop=True), when)
    shown = Published(published.measure, published.by, rows)
    title, unit = published.measure.title, published.measure.unit
    draft = Finding(f"{published.measure.name}-by-{when}", "", subtitle, shown, "over time", base_line(shown), source, "", titles=TITLES)
    known = rows.dropna(subset=["value"])
    if known.empty:
        return replace(draft, headline=f"{title}: nothing recorded")
    last, year = rows["value"].iloc[-1], rows[when].iloc[-1]
    going_on = bool(so_far) and year in so_far
    headline = f"{title}: {number(last, unit)} in {year}{' so far' if going_on else ''}"
    recorded = published.measure.counts == "records"
    if recorded and compare and not going_on and len(known) > 1 and rows["value"].tail(2).notna().all():
        longer = f"{headline}, {_than(last - rows['value'].iloc[-2], unit, rows[when].iloc[-2])}"
        headline = longer if len(longer.split()) <= 12 else headline
    peak, trough = known.loc[known["value"].idxmax()], known.loc[known["value"].idxmin()]
    description = f"Only {year} is recorded."
    if len(known) > 1:
        description = f"Most in {peak[when]}: {number(peak['value'], unit)}. Least in {trough[when]}: {number(trough['value'], unit)}."
    notes = (f"{year} is not over; earlier years are whole. Where a change is given, it is on the same part of the year before.",) if going_on else ()
    return replace(draft, headline=headline, description=description, notes=notes)


def _without_gaps(rows: pd.DataFrame, when: str) -> pd.DataFrame:
    """The rows with one for each year between the first and the last; one of which nothing is recorded says so."""
    if rows.empty or when != "year":
        return rows
    years = every_year(rows[when].iloc[0], rows[when].iloc[-1])
    whole = rows.set_index(when).reindex(years).rename_axis(when).reset_index()
    return whole.assign(flag=whole["flag"].fillna(NOTHING), measure=rows["measure"].iloc[0])[rows.columns]


def of_reading(reading: Reading, source: str) -> Finding:
    """One measure of the strategy as a finding of its own, with its trend: what a meeting is shown."""
    value = figure(reading.now)
    unit = unit_words(reading.now)
    counted = f" {unit}" if unit and unit not in reading.title.lower() else ""
    headline = fitted(f"{{title}}: {'not enough data' if reading.now.empty else value + counted}{_since(reading)}", title=reading.title)
    status = "" if reading.status == NO_TARGET else f" {reading.status.word}."
    by_wave = reading.trend.by == ("wave",)
    shown = reading.trend.rows.dropna(subset=["value"])
    chart = ("waves" if by_wave else "over time") if len(shown) else ""
    comparable = "Not comparable between waves: people chose to answer" if reading.evidence == "open" and len(shown) > 1 else ""
    if reading.period.so_far and not by_wave:
        comparable = f"Each year is counted up to {day_and_month(reading.period.end)}"
    description = f"{change(reading)} {aim_words(reading)}.{status}"
    return Finding(
        name=f"measure-{re.sub('[^a-z0-9]+', '-', reading.title.lower()).strip('-')}",
        headline=headline,
        subtitle=f"{reading.measure.sentence} {reading.when}.",
        published=reading.trend,
        chart=chart,
        base=base_line(reading.now, reading.evidence),
        source=source,
        description=description,
        comparable=comparable,
        titles=TITLES,
    )


def _since(reading: Reading) -> str:
    """How far the value moved, to stand behind it in a headline; '' where the two may not be compared."""
    way = moved(reading)
    if way not in ("up", "down") or reading.before is None or reading.measure.unit.startswith("times"):
        return ""
    return f", {way} {difference(reading.now.first['value'] - reading.before.first['value'], reading.measure.unit)}"


def _worded(draft: Finding, headline: str, notes: tuple[str, ...]) -> Finding:
    published = draft.published
    (dimension,) = published.by
    unit = published.measure.unit
    known = published.rows.dropna(subset=["value"])
    known = known[known[dimension].notna()]
    hidden = int(published.rows["flag"].isin([HIDDEN, WITHHELD]).sum())
    if not (known["value"] > 0).any():
        words = "Too few people to show" if hidden else "Nothing recorded"
        # A picture of noughts says nothing that the words do not.
        return replace(draft, headline=words, chart="", titles=TITLES, notes=notes)
    top, bottom = known.loc[known["value"].idxmax()], known.loc[known["value"].idxmin()]
    words = fitted(headline.replace("{value}", number(top["value"], unit)), top=draft.term(top[dimension]))
    nothing = [label(draft.term(term)) for term in known.loc[known["value"] == 0, dimension]]
    parts = [f"Most: {label(draft.term(top[dimension]))}, {number(top['value'], unit)}."]
    if nothing:
        parts.append(f"None: {_named(nothing)}.")
    elif len(known) > 1:
        parts.append(f"Least: {label(draft.term(bottom[dimension]))}, {number(bottom['value'], unit)}.")
    if hidden:
        parts.append(f"{hidden} not shown: too few people.")
    return replace(draft, headline=words, description=" ".join(parts), titles=TITLES, notes=notes)


def _named(terms: list[str]) -> str:
    """Up to four terms by name, and how many more there are."""
    parts = [*terms[:4], f"{len(terms) - 4} more"] if len(terms) > 5 else terms
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _than(change_: float, unit: str, earlier: str) -> str:
    if change_ == 0:
        return f"the same as {earlier}"
    return f"{'up' if change_ > 0 else 'down'} {difference(change_, unit)} on {earlier}"
