"""The twelve months ahead: a calendar, who leads, what would be covered if all of it were held, and what clashes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import pandas as pd

from analysis.periods import a_year_back
from analysis.planning.same_people import named, same_people
from analysis.text import label
from analysis.thread.each_row import each_row
from data.days import day_and_month, in_words

MONTHS = 12


@dataclass(frozen=True)
class Month:
    """One month of the calendar and what is due in it: title, day, and who leads where that is not the office."""

    title: str
    entries: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Forecast:
    """Audiences down, areas across: how many activities were held in the last twelve months and how many are planned in the next."""

    areas: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    sentence: str


@dataclass(frozen=True)
class Clash:
    """Two planned consultations that would ask the same audience in the same place on the same days."""

    titles: str
    days: str
    shared: str
    leads: str


def ahead(plan: pd.DataFrame, today: date) -> pd.DataFrame:
    """What is still to be held and due within twelve months, from today to the day before this day next year, by due day.

    Dropped and held items are no part of it.
    """
    now = pd.Timestamp(today)
    status = plan["status"].fillna("planned")
    coming = plan[(plan["due_to"] >= now) & (plan["due_to"] < now + pd.DateOffset(months=MONTHS)) & ~status.isin(["held", "dropped"])]
    return coming.sort_values("due_to", kind="stable")


def calendar(coming: pd.DataFrame, today: date, own: Sequence[str]) -> list[Month]:
    """The months of the twelve months ahead, each with what is due in it. Where they begin within a month, the two part months say which days."""
    now = pd.Timestamp(today)
    first, end = now.replace(day=1), now + pd.DateOffset(months=MONTHS) - pd.Timedelta(days=1)
    months = []
    for number in range(MONTHS + 1):
        start = first + pd.DateOffset(months=number)
        part = f", from the {_nth(now.day)}" if number == 0 and now.day > 1 else f", to the {_nth(end.day)}" if number == MONTHS else ""
        due = coming[(coming["due_to"] >= start) & (coming["due_to"] < start + pd.DateOffset(months=1))]
        entries = tuple((label(row.title, 90), day_and_month(row.due_to), _other(row.lead, own)) for row in each_row(due))
        months.append(Month(f"{start:%B %Y}{part}", entries))
    return months if months[-1].entries else months[:-1]


def span(today: date) -> str:
    """The first and the last day of the twelve months ahead, in words."""
    now = pd.Timestamp(today)
    return f"{in_words(now)} to {in_words(now + pd.DateOffset(months=MONTHS) - pd.Timedelta(days=1))}."


def leads(activities: pd.DataFrame, coming: pd.DataFrame, today: date, own: Sequence[str]) -> list[tuple[str, int, int]]:
    """Who leads, how many activities each held in the last twelve months, and how many each plans; the office first."""
    held = activities[(activities["held_on"] >= pd.Timestamp(a_year_back(today))) & (activities["held_on"] <= pd.Timestamp(today))]
    before = held["lead"].map(lambda name: _other(name, own)).value_counts()
    after = coming["lead"].map(lambda name: _other(name, own)).value_counts()
    names = sorted(set(before.index) | set(after.index), key=lambda name: (name != "", name))
    return [(name or "The office", int(before.get(name, 0)), int(after.get(name, 0))) for name in names]


def forecast(coming: pd.DataFrame, year: pd.DataFrame, audiences: Sequence[str], areas: Sequence[tuple[str, bool]]) -> Forecast:
    """How far the plan would cover audiences and areas. `year` has the activities of the last twelve months with their terms as sets.

    `areas` pairs each area with whether it is the whole of the force area; what is for the whole stands in a column of its own.
    """
    planned = [(named(row.audiences), named(row.areas)) for row in each_row(coming)]
    held = [(row.audiences, row.areas) for row in each_row(year)]
    rows = tuple((audience, tuple((_both(held, audience, area), _both(planned, audience, area)) for area, _ in areas)) for audience in audiences)
    single = [i for i, (_, whole) in enumerate(areas) if not whole]
    pairs = [cells[i] for _, cells in rows for i in single]
    before, after = sum(bool(past) for past, _ in pairs), sum(bool(to_come) for _, to_come in pairs)
    nobody = [audience for audience, cells in rows if not any(to_come for _, to_come in cells)]
    sentence = (
        f"If all of it is held, {after} of {len(pairs)} pairs of audience and area have an activity of their own in the next twelve months; "
        f"{before} had one in the last."
    )
    missing = f" Nothing is planned for: {', '.join(nobody)}." if nobody else ""
    return Forecast(tuple(area for area, _ in areas), rows, sentence + missing)


def clashes(coming: pd.DataFrame, whole: Sequence[str], own: Sequence[str]) -> list[Clash]:
    """Every two items whose days overlap and that share an audience and an area; what is for the whole area shares all of them."""
    found = []
    rows = [row for row in each_row(coming) if not pd.isna(row.due_from)]
    for one, other in combinations(rows, 2):
        start, end = max(one.due_from, other.due_from), min(one.due_to, other.due_to)
        everywhere = bool((named(one.areas) | named(other.areas)) & set(whole))
        shared = same_people((one.audiences, other.audiences), (one.areas, other.areas), everywhere)
        if start > end or shared is None:
            continue
        audiences, areas = shared
        led = [name or "The office" for name in sorted({_other(one.lead, own), _other(other.lead, own)})]
        found.append(
            (
                start,
                Clash(
                    f"{label(one.title, 70)}; {label(other.title, 70)}",
                    f"{in_words(start)} to {in_words(end)}",
                    ", ".join([*audiences, *(areas or ["everywhere"])]),
                    " and ".join(led),
                ),
            )
        )
    return [clash for _, clash in sorted(found, key=lambda pair: pair[0])]


def _nth(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _both(sets: list[tuple[frozenset[str], frozenset[str]]], audience: str, area: str) -> int:
    return sum(audience in audiences and area in areas for audiences, areas in sets)


def _other(lead: object, own: Sequence[str]) -> str:
    """Who leads, '' where it is the office or nobody is named."""
    name = lead.strip() if isinstance(lead, str) else ""
    return "" if name.casefold() in {one.casefold() for one in own} else name
