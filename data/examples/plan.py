"""The engagement plan: the twelve months that are past, with what became of each item, and the twelve to come."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.examples.activities import Activity
from data.examples.blemishes import Blemishes
from data.examples.chance import dice
from data.examples.handwriting import Cell, terms
from data.examples.material import Theme, material, words
from data.examples.waves import opening_month
from data.examples.workbook import workbook
from data.examples.years import month_end
from data.logbook.fields import KIND_TITLES, KINDS
from data.logbook.lists import lists
from data.profile import Profile, Term

_HELD = ("Held", "Held", "Completed", "Delivered")
_LATE = 3
_AHEAD = 12


@dataclass(frozen=True)
class _Item:
    """One line of the plan before it is written down; `areas` empty for all of them, `activity_ref` of what delivered it."""

    title: str
    theme: Theme
    due_to: date
    status: str
    areas: tuple[str, ...] = ()
    activity_ref: str = ""


def engagement_plan(profile: Profile, made: list[Activity], wrong: Blemishes, as_at: date) -> bytes:
    """The workbook: most past items held on time, some late, one each dropped, postponed and overdue; then a year of items to come.

    `made` are the activities known on the day; those of the log's spoiled rows deliver nothing, for they could not be found again.
    """
    throw = dice(profile.id, "plan", as_at)
    known = {name: each.terms for name, each in lists(profile).items()}
    found = [one for one in made if not wrong.spoiled(one.ref)]
    items = [*_past(profile, found, as_at, throw), *_astray(profile, as_at), *_to_come(profile, as_at, throw)]
    items.sort(key=lambda item: item.due_to)
    rows = [_row(profile, f"P-{number:02d}", item, known, throw) for number, item in enumerate(items, 1)]
    fields = KINDS["plan"]
    return workbook(KIND_TITLES["plan"], profile, [field.heading for field in fields], [[row[field.name] for field in fields] for row in rows])


def _past(profile: Profile, found: list[Activity], as_at: date, throw: Random) -> list[_Item]:
    """The last activity of each theme within the year, by the plan's date for it; every fourth was late until enough were."""
    items: list[_Item] = []
    late = 0
    since = as_at - timedelta(days=365)
    for number, theme in enumerate(material(profile.id).themes):
        held = [one for one in found if one.theme is theme and one.held_on > since]
        if not held:
            continue
        due_to = min(month_end(held[-1].held_on), as_at)
        if number % 4 == 2 and late < _LATE:
            due_to = held[-1].held_on - timedelta(days=throw.randint(6, 30))
            late += 1
        items.append(_Item(_title(theme, due_to), theme, due_to, throw.choice(_HELD), held[-1].areas, held[-1].ref))
    return items


def _astray(profile: Profile, as_at: date) -> list[_Item]:
    """What was dropped, postponed, and left undone: eight, five and two months ago."""
    items = []
    for name, status, months in (("dropped", "Dropped", 8), ("postponed", "Postponed", 5), ("overdue", "Planned", 2)):
        raw = words("plan")[name]
        theme = next(one for one in material(profile.id).themes if one.tag == raw["tag"])
        items.append(_Item(raw["title"], theme, month_end(as_at - timedelta(days=30 * months)), status))
    return items


def _to_come(profile: Profile, as_at: date, throw: Random) -> list[_Item]:
    """Every theme still held, in one of the months it is usually held in."""
    months = [month_end(as_at) + timedelta(days=1)]
    while len(months) < _AHEAD:
        months.append(month_end(months[-1]) + timedelta(days=1))
    items = []
    for theme in material(profile.id).themes:
        wanted = (opening_month(theme.fields),) if theme.fields else theme.months
        usual = [first for first in months if first.month in wanted]
        if theme.held[-1] and usual:
            due_to = month_end(throw.choice(usual))
            items.append(_Item(_title(theme, due_to), theme, due_to, "Planned", theme.areas))
    return items


def _title(theme: Theme, due_to: date) -> str:
    """The theme's first name without a town, for a plan is made before one is chosen."""
    return theme.names[0].split(", {town}")[0].format(year=due_to.year)


def _row(profile: Profile, ref: str, item: _Item, known: dict[str, tuple[Term, ...]], throw: Random) -> dict[str, Cell]:
    areas = item.areas or tuple(area.name for area in profile.areas if area.whole)
    office = profile.organisation
    return {
        "plan_ref": ref,
        "title": item.title,
        "due_from": item.due_to.replace(day=1),
        "due_to": item.due_to,
        "methods": terms(throw, item.theme.methods[0], known["methods"], odds=0.1),
        "areas": "; ".join(areas),
        "audiences": terms(throw, item.theme.audiences[0], known["audiences"], odds=0.1),
        "objective": item.theme.objectives[0],
        "duty": next((duty.name for duty in profile.duties if duty.id in item.theme.duties), None),
        "lead": office.force if item.theme.lead == "force" else office.short,
        "status": item.status,
        "activity_ref": item.activity_ref or None,
    }
