"""Published figures as words: numbers as people say them, what moved, and the lines under a figure. Nothing is said that was not published."""

import math
import re

import pandas as pd

from analysis.aims import BEHIND, MET, MISSED, NO_DATA, NOT_JUDGED, ON_COURSE, could_be_chance
from analysis.dimensions import OVERLAPPING
from analysis.readings import Reading
from analysis.suppression import FEWEST, FLAGS, HIDDEN, LOW_BASE, NOTHING, Published, rounded

_MINUS = "\N{MINUS SIGN}"
# The smallest amount each unit is written to; all others are written to a tenth.
_SMALLEST = {"pounds": "a penny", "hours": "0.01"}
# A sentence that lists things stops after so many words.
_LIST_WORDS = 18


def number(value: float, unit: str) -> str:
    """A value as people write it: 62%, £5.52, 1,204, 5.8. A blank is 'not known'."""
    if value is None or math.isnan(value):
        return "not known"
    if unit == "per cent":
        return _signed(f"{100 * abs(value):.0f}%", value)
    if unit == "pounds":
        return _signed(f"£{abs(value):,.2f}" if abs(value) < 100 else f"£{abs(value):,.0f}", value)
    if unit.startswith("times"):
        return f"{value:.1f} times"
    if unit == "hours":
        return _signed(f"{abs(value):,.2f}" if abs(value) < 1 else f"{abs(value):,.1f}", value)
    return _signed(f"{abs(value):,.0f}" if value == int(value) else f"{abs(value):,.1f}", value)


def figure(published: Published) -> str:
    """The value of a result that was not split, or the reason there is none."""
    if published.rows.empty:
        return "–"
    row = published.first
    if row["flag"] in ("", LOW_BASE):
        if published.measure.kind == "count" and row["denominator"] > 0 and published.measure.name != "people_engaged":
            return f"{number(row['value'], published.measure.unit)} of {number(row['denominator'], '')}"
        return number(row["value"], published.measure.unit)
    if row["flag"] != HIDDEN:
        return "–"
    return "Fewer than 10" if published.measure.kind == "count" else "Hidden"


def unit_words(published: Published) -> str:
    """What the figure is counted in, to stand small behind it; '' where the figure says so itself."""
    unit = published.measure.unit
    if "weighted" in published.rows and len(published.rows) and published.rows["weighted"].iloc[-1]:
        return "weighted"
    return "" if unit in ("per cent", "pounds") or unit.startswith("times") else unit


def moved(reading: Reading) -> str:
    """How the value moved: 'up', 'down', 'same', or '' where the two may not be compared."""
    if reading.before is None or reading.now.empty or reading.before.empty or reading.evidence == "open":
        return ""
    if could_be_chance(reading.now, reading.before):
        return ""
    by = round(reading.now.first["value"] - reading.before.first["value"], 9)
    return "up" if by > 0 else "down" if by < 0 else "same"


def better(reading: Reading) -> bool | None:
    """Whether it moved the right way; None where it did not move, may not be compared, or neither way is better."""
    way = moved(reading)
    good = {"increase": "up", "decrease": "down"}.get(reading.aim, reading.measure.good)
    return None if not good or way not in ("up", "down") else way == good


def change(reading: Reading) -> str:
    """The comparison with the period before, in a sentence."""
    if reading.now.empty:
        return _why_empty(reading.now)
    if reading.before is None or reading.before.empty:
        return "Nothing earlier to compare with."
    now, earlier = reading.now.first["value"], reading.before.first["value"]
    unit = reading.measure.unit
    if reading.evidence == "open":
        return f"{reading.when_before}: {number(earlier, unit)}. Different people chose to answer, so this is not a change in opinion."
    way = moved(reading)
    if not way:
        return f"{reading.when_before}: {number(earlier, unit)}. No clear change."
    if way == "same":
        return f"No change on {reading.when_before}."
    if unit.startswith("times"):
        return f"{way.capitalize()} from {number(earlier, unit)} in {reading.when_before}."
    return f"{way.capitalize()} {difference(now - earlier, unit)} on {reading.when_before}."


def difference(change: float, unit: str) -> str:
    """The size of a change: percentage points for shares, else as the value itself is written."""
    if unit == "per cent":
        points = abs(round(100 * change))
        return f"{points} percentage point{'s' if points != 1 else ''}" if points else "less than a percentage point"
    size = number(abs(change), unit)
    return size if re.search("[1-9]", size) else f"less than {_SMALLEST.get(unit, '0.1')}"


def aim_words(reading: Reading) -> str:
    """What the strategy says the value should do."""
    if reading.aim in ("at least", "at most") and reading.target is not None:
        if reading.measure.kind == "count" and reading.target <= 1 and not reading.now.empty and reading.now.first["denominator"] > 0:
            return "Aim: all of them" if reading.target == 1 else f"Aim: {reading.aim} {number(reading.target, 'per cent')} of them"
        return f"Aim: {reading.aim} {number(reading.target, reading.measure.unit)}"
    return {"increase": "Aim: more than the year before", "decrease": "Aim: less than the year before"}.get(reading.aim, "No target set")


def headline(readings: list[Reading]) -> str:
    """The finding of the overview in one line of at most a dozen words."""
    judged = [r for r in readings if r.status in (MET, MISSED, ON_COURSE, BEHIND)]
    good = [r for r in judged if r.status in (MET, ON_COURSE)]
    if not any(not r.now.empty for r in readings):
        return "Nothing is recorded for this period yet"
    if judged:
        word = "on course" if any(r.status in (ON_COURSE, BEHIND) for r in judged) else "met"
        return f"{len(good)} of {_counted(len(judged), 'stated aims')} {word}"
    compared = [r for r in readings if better(r) is not None]
    if compared:
        return f"{sum(bool(better(r)) for r in compared)} of {_counted(len(compared), 'measures')} moved the right way"
    known = sum(not r.now.empty for r in readings)
    return f"{known} of {_counted(len(readings), 'measures')} with figures"


def so_what(readings: list[Reading]) -> str:
    """One sentence or two under the headline: what improved, what did not, what cannot be told."""
    improved = [_inside(r.title) for r in readings if better(r) is True]
    worsened = [_inside(r.title) for r in readings if better(r) is False]
    unknown = [_inside(r.title) for r in readings if r.status == NO_DATA]
    parts = []
    if improved:
        parts.append(f"Better: {_listed(improved)}.")
    if worsened:
        parts.append(f"Worse: {_listed(worsened)}.")
    if unknown:
        parts.append(f"Not enough data: {_listed(unknown)}.")
    if any(r.status == NOT_JUDGED for r in readings):
        parts.append("Open surveys cannot show a change.")
    return " ".join(parts) or "No measure moved."


def base_line(published: Published, evidence: str = "", each: str = "") -> str:
    """The base of a figure in words. `each` names the dimension whose terms have a base of their own, as the categories of a split have."""
    rows = published.rows
    if rows.empty or rows["base"].isna().all():
        return "Base: none" if rows.empty or published.measure.counts == "records" else "Base: fewer than 10 respondents"
    words = _base_of_records(published) if published.measure.counts == "records" else _base_of_people(rows, evidence, each)
    if not (rows["flag"] == LOW_BASE).any():
        return words
    return f"{words}. {'Some groups are fewer than 50 people: treat them with caution.' if each else FLAGS[LOW_BASE]}"


def _base_of_records(published: Published) -> str:
    rows, measure = published.rows, published.measure
    overlapping = any(dimension in OVERLAPPING for dimension in published.by)
    thing = "entries" if overlapping else _records(measure.needs[0])
    base = rows["base"].sum()
    counted = _counted(base, thing)
    if measure.name == "people_engaged":
        counted = f"{base:,.0f} of {_counted(rows['denominator'].sum(), thing)} with a number recorded"
    return f"Base: {counted}" + ("; an activity with several counts under each" if overlapping else "")


def _base_of_people(rows: pd.DataFrame, evidence: str, each: str) -> str:
    base = rows.drop_duplicates(each)["base"].sum() if each else rows["base"].max()
    kind = {"open": ", who chose to take part", "quota": ", chosen to match quotas", "probability": ", a random sample"}.get(evidence, "")
    weighed = "; shares weighted by the weights in the survey's file" if "weighted" in rows and rows["weighted"].eq(True).any() else ""
    return f"Base: {base:,.0f} respondents{kind}, rounded to 5{weighed}"


def _records(frame: str) -> str:
    names = {
        "duty_history": "duties",
        "plan": "planned activities",
        "outcomes_heard": "outcomes",
        "questions": "surveys",
        "respondent_tallies": "surveys",
    }
    return names.get(frame, frame)


def _counted(number_of: float, things: str) -> str:
    """So many things, or one thing: '12 activities', '1 activity'."""
    one = f"{things[:-3]}y" if things.endswith("ies") else things.removesuffix("s")
    return f"{number_of:,.0f} {one if number_of == 1 else things}"


def _why_empty(published: Published) -> str:
    flag = NOTHING if published.rows.empty else published.first["flag"]
    return FLAGS.get(flag, FLAGS[NOTHING])


def _listed(things: list[str]) -> str:
    """A list as people say it, cut where the sentence would grow too long to follow."""
    kept = [thing for i, thing in enumerate(things) if i == 0 or sum(len(one.split()) for one in things[: i + 1]) <= _LIST_WORDS]
    rest = len(things) - len(kept)
    parts = [*kept, f"{rest} more"] if rest else kept
    # Where a title holds a comma of its own, a comma cannot part one title from the next.
    between = "; " if any("," in part for part in parts) else ", "
    return parts[0] if len(parts) == 1 else f"{between.join(parts[:-1])} and {parts[-1]}"


def _inside(title: str) -> str:
    """A title inside a sentence: without its capital, unless its first word is an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _signed(text: str, value: float) -> str:
    return f"{_MINUS}{text}" if value < 0 and re.search("[1-9]", text) else text


def responses(people: float) -> str:
    """A number of respondents as it may be said: to the nearest five, or 'fewer than 10'."""
    return "Fewer than 10" if people < FEWEST else f"{number(rounded(pd.Series([float(people)])).iloc[0], '')}"
