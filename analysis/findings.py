"""Published results as findings: a headline from the figures, and the few sentences that say what the picture shows."""

from collections.abc import Mapping

import pandas as pd

from analysis.aims import NO_TARGET
from analysis.finding import Finding
from analysis.readings import Reading
from analysis.suppression import HIDDEN, WITHHELD, Published
from analysis.wording import aim_words, base_line, change, difference, figure, number, unit_words

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
    """Bars from largest to smallest, blanks last. `headline` may hold {top} and {value}, filled from the largest.

    `in_order` keeps the order the rows came in, where it has a meaning of its own.
    """
    (dimension,) = published.by
    rows = published.rows
    if not in_order:
        blank = rows[dimension].isna()
        rows = pd.concat([rows[~blank].sort_values("value", ascending=False, kind="stable"), rows[blank]], ignore_index=True)
    ordered = Published(published.measure, published.by, rows)
    draft = Finding(name or f"{published.measure.name}-by-{dimension}", "", subtitle, ordered, "ranked", base_line(published), source, "", terms=dict(terms or {}))
    return _worded(draft, headline, notes)


def over_time(published: Published, subtitle: str, source: str, so_far: str = "") -> Finding:
    """Columns by year, quarter or month; the headline compares the last with the one before, where they may be compared."""
    (when,) = published.by
    rows = published.rows[published.rows[when].notna()].reset_index(drop=True)
    shown = Published(published.measure, published.by, rows)
    title, unit = published.measure.title, published.measure.unit
    if rows.empty or rows["value"].isna().all():
        return Finding(f"{published.measure.name}-by-{when}", f"{title}: nothing recorded", subtitle, shown, "over time", base_line(shown), source, "", titles=TITLES)
    last = rows.iloc[-1]
    headline = f"{title}: {number(last['value'], unit)} in {last[when]}"
    if so_far and last[when] in so_far:
        headline += " so far"
    elif len(rows) > 1:
        headline += f", {_than(last['value'] - rows.iloc[-2]['value'], unit, rows.iloc[-2][when])}"
    known = rows.dropna(subset=["value"])
    peak, trough = known.loc[known["value"].idxmax()], known.loc[known["value"].idxmin()]
    description = f"Most in {peak[when]}: {number(peak['value'], unit)}. Least in {trough[when]}: {number(trough['value'], unit)}."
    notes = (f"{last[when]} is not over: records reach to the last activity entered.",) if so_far and last[when] in so_far else ()
    return Finding(f"{published.measure.name}-by-{when}", headline, subtitle, shown, "over time", base_line(shown), source, description, titles=TITLES, notes=notes)


def of_reading(reading: Reading, source: str) -> Finding:
    """One measure of the strategy as a finding of its own, with its trend: what a meeting is shown."""
    value = figure(reading.now)
    unit = unit_words(reading.now)
    headline = f"{reading.title}: {value}{f' {unit}' if unit and unit not in reading.title.lower() else ''}" if not reading.now.empty else f"{reading.title}: not enough data"
    status = "" if reading.status == NO_TARGET else f" {reading.status.word}."
    by_wave = reading.trend.by == ("wave",)
    shown = reading.trend.rows.dropna(subset=["value"])
    chart = ("waves" if by_wave else "over time") if len(shown) else ""
    comparable = "Not comparable between waves: people chose to answer" if reading.evidence == "open" and len(shown) > 1 else ""
    description = f"{change(reading)} {aim_words(reading)}.{status}"
    return Finding(
        name=f"measure-{reading.measure.name}",
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


def _worded(draft: Finding, headline: str, notes: tuple[str, ...]) -> Finding:
    published = draft.published
    (dimension,) = published.by
    unit = published.measure.unit
    known = published.rows.dropna(subset=["value"])
    known = known[known[dimension].notna()]
    if known.empty:
        return Finding(**vars(draft) | {"headline": "Nothing recorded", "titles": TITLES, "notes": notes})
    top, bottom = known.loc[known["value"].idxmax()], known.loc[known["value"].idxmin()]
    words = headline.format(top=draft.term(top[dimension]), value=number(top["value"], unit))
    nothing = [draft.term(term) for term in known.loc[known["value"] == 0, dimension]]
    parts = [f"Most: {draft.term(top[dimension])}, {number(top['value'], unit)}."]
    if nothing:
        parts.append(f"None: {', '.join(nothing[:4])}{f' and {len(nothing) - 4} more' if len(nothing) > 4 else ''}.")
    elif len(known) > 1:
        parts.append(f"Least: {draft.term(bottom[dimension])}, {number(bottom['value'], unit)}.")
    hidden = int(published.rows["flag"].isin([HIDDEN, WITHHELD]).sum())
    if hidden:
        parts.append(f"{hidden} not shown: too few people.")
    return Finding(**vars(draft) | {"headline": words, "description": " ".join(parts), "titles": TITLES, "notes": notes})


def _than(change_: float, unit: str, earlier: str) -> str:
    if change_ == 0:
        return f"the same as {earlier}"
    return f"{'up' if change_ > 0 else 'down'} {difference(change_, unit)} on {earlier}"
