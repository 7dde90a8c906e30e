"""What engagement costs, in money and hours, for each person and for each person heard too little; and how much of it is known."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.finding import Finding
from analysis.findings import over_time, ranked
from analysis.readings import Reading
from analysis.suppression import Published
from analysis.text import fitted, label
from analysis.wording import figure, number
from data.vocabulary import CHANNELS

Publisher = Callable[..., Published]

VIEWS = {"cost": "What it cost", "hours": "What it took in staff hours", "known": "How much is recorded"}
_CHANNELS = {channel: channel.capitalize() for channel in CHANNELS}
_CHEAP = "A cheap methodology that hears the same people again is not better value: read each figure beside the one for people heard too little."
_SHORT = "Heard too little: held in an area, or for an audience, that this period leaves short of its share. Who came is not known."
# (view, measure, dimension, headline, what is shown, note)
_RANKED = (
    ("cost", "cost_per_person", "method", "{top} cost most: {value} a person", "Cost for each person, by methodology", _CHEAP),
    (
        "cost",
        "cost_per_underheard_person",
        "method",
        "{top}: {value} for each under-heard person",
        "Cost for each under-heard person, by methodology",
        _SHORT,
    ),
    ("hours", "hours_per_person", "method", "{top} took most hours: {value} a person", "Staff hours for each person, by methodology", _CHEAP),
    (
        "hours",
        "hours_per_underheard_person",
        "method",
        "{top}: {value} hours for each under-heard person",
        "Staff hours for each under-heard person, by methodology",
        _SHORT,
    ),
    ("cost", "cost_per_person", "channel", "{top}: {value} a person", "Cost for each person, by channel", _CHEAP),
)


def headline(read: Sequence[Reading]) -> str:
    """What a person costs, and what one heard too little costs."""
    each, short = read[0], read[2]
    if each.now.empty:
        return f"No cost beside a number of people in {each.when}"
    if short.now.empty:
        return f"{figure(each.now)} for each person engaged"
    return f"{figure(each.now)} a person; {figure(short.now)} for each under-heard person"


def lead(read: Sequence[Reading]) -> str:
    """How much of the cost is missing, and what face to face work costs beside the rest."""
    known, premium = read[5], read[4]
    parts = [f"{known.when}."]
    if not read[2].now.empty:
        parts.append(f"{figure(read[2].now)} is the cost of all activities for each person at those meant for areas and audiences heard too little.")
    if not known.now.empty:
        row = known.now.first
        missing = row["denominator"] - row["numerator"]
        parts.append(
            f"{number(missing, '')} of {number(row['denominator'], '')} activities ({number(1 - row['value'], 'per cent')}) have no cost recorded "
            "and are in no figure of cost."
        )
    if not premium.now.empty:
        times = premium.now.first["value"]
        dearer = "times as much as" if times >= 1 else "times the cost of"
        parts.append(f"Each person met face to face cost {times:.1f} {dearer} others. Staff time is not in the cost.")
    return " ".join(parts)


def findings(view: str, publish: Publisher, read: Sequence[Reading], source: str, with_population: str) -> list[Finding]:
    """The figures of one of the `VIEWS`, in reading order; ratios of totals throughout, never the mean of single activities' own figures."""
    when, period = read[0].when, read[0].period
    if view == "known":
        recorded = (("cost_recorded", "cost"), ("hours_recorded", "hours"))
        found = [_recorded(publish(measure, ["method"]), thing, when, source) for measure, thing in recorded]
        return [one for one in found if not one.published.empty]
    found = []
    for of_view, measure, by, words, what, note in _RANKED:
        if of_view != view:
            continue
        shown = publish(measure, [by])
        sources = with_population if "underheard" in measure else source
        notes = (note, *_all_together(measure, read), *_reached_none(shown)) if "underheard" in measure else (note,)
        found.append(ranked(_priced(shown), words, f"{what}, {when}.", sources, terms=_CHANNELS, notes=notes))
    if view == "cost":
        result = publish("cost_per_person", ["year"], True)
        until = Published(result.measure, result.by, result.rows[~(result.rows["year"] > period.label[:7])])
        subtitle = "Cost for each person by financial year, in the pounds of the day."
        found.append(over_time(until, subtitle, source, period.label if period.so_far else ""))
    return [one for one in found if not one.published.empty]


def _all_together(measure: str, read: Sequence[Reading]) -> tuple[str, ...]:
    """Why the figure of all methodologies together is higher than that of any one of them."""
    (whole,) = (one for one in read if one.measure.name == measure)
    if whole.now.empty:
        return ()
    spent, counts = ("the cost", "counts") if measure.startswith("cost") else ("the hours", "count")
    return (f"All methodologies together: {figure(whole.now)}, because {spent} of those that reached none of these people {counts} in it too.",)


def _recorded(published: Published, thing: str, when: str, source: str) -> Finding:
    """How many activities lack a figure, by methodology; the one most often missing leads."""
    held = _priced(published)
    missing = held.rows["denominator"] - held.rows["numerator"]
    found = ranked(held, "", f"Activities whose {thing} {'is' if thing == 'cost' else 'are'} recorded, by methodology, {when}.", source)
    most = held.rows["method"].iloc[int(missing.to_numpy().argmax())] if len(held.rows) and missing.max() > 0 else None
    if len(held.rows) == 0:
        return found
    words = fitted(f"{thing.capitalize()} missing most for {{method}}: {_many(missing.max())}", method=str(most))
    return replace(found, headline=words if most is not None else f"{thing.capitalize()} recorded for every activity")


def _many(count: float) -> str:
    return f"{number(count, '')} {'activity' if count == 1 else 'activities'}"


def _priced(published: Published) -> Published:
    """Without the terms nothing was held under, and those that reached nobody counted here: there is no ratio to show of them."""
    rows = published.rows
    return Published(published.measure, published.by, rows[(rows["base"] > 0) & (rows["denominator"] > 0)].reset_index(drop=True))


def _reached_none(published: Published) -> tuple[str, ...]:
    rows = published.rows
    (by,) = published.by
    none = [label(str(term)) for term in rows.loc[(rows["base"] > 0) & ~(rows["denominator"] > 0), by].dropna()]
    return (f"Reached nobody heard too little: {', '.join(none)}.",) if none else ()
