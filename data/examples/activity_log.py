"""The activity log as an office would keep it: a workbook with a title, a blank row, headings, and everything people do to such rows."""

from data.examples.activities import Activity
from data.examples.blemishes import Blemishes
from data.examples.chance import dice, pick
from data.examples.handwriting import Cell, areas_known, count, counts_of, hours, money, objectives, terms
from data.examples.material import material
from data.examples.workbook import workbook
from data.logbook.fields import KIND_TITLES, KINDS
from data.logbook.lists import lists
from data.profile import Profile, Term
from data.vocabulary import CHARACTERISTICS


def activity_log(profile: Profile, made: list[Activity], wrong: Blemishes) -> bytes:
    """The workbook, with one blank row in the middle and a row of totals at the foot."""
    fields = [field.name for field in KINDS["activities"]]
    known = {name: each.terms for name, each in lists(profile).items()}
    rows = [_row(profile, activity, wrong, known) for activity in made]
    total: dict[str, Cell] = {"activity_ref": "Total"}
    for name in ("participants", "cost"):
        total[name] = sum(value for row in rows if isinstance(value := row[name], int))
    written = [[row.get(name) for name in fields] for row in (*rows, total)]
    written.insert(len(rows) // 2, [None] * len(fields))
    return workbook(KIND_TITLES["activities"], profile, [field.heading for field in KINDS["activities"]], written)


def _row(profile: Profile, activity: Activity, wrong: Blemishes, known: dict[str, tuple[Term, ...]]) -> dict[str, Cell]:
    throw = dice(profile.id, "row", activity.ref)
    how = "counted" if activity.survey else wrong.counts.get(activity.ref) or pick(throw, counts_of(activity.theme))
    towns = [town for place in material(profile.id).places.values() for town in place.towns]
    duties = [duty.name for duty in profile.duties if duty.id in activity.theme.duties]
    row: dict[str, Cell] = {
        "activity_ref": wrong.refs.get(activity.ref, activity.ref),
        "title": activity.title,
        "held_on": wrong.dates.get(activity.ref, activity.held_on),
        "ended_on": activity.ended_on,
        "level": terms(throw, [activity.theme.level], known["levels"]) if throw.random() > 0.04 else None,
        "characteristics": "; ".join(throw.choice((name.capitalize(), CHARACTERISTICS[name])) for name in activity.characteristics) or None,
        "lead": activity.lead,
        "partner": activity.partner or None,
        "participants": count(throw, activity.people, how),
        "invited": activity.invited,
        "staff_hours": hours(throw, activity.hours),
        "cost": money(throw, activity.cost),
        "duties": "; ".join(duties) or None,
        "objectives": objectives(throw, activity.theme.objectives),
        "heard": activity.heard if throw.random() > 0.15 else None,
        "survey": activity.survey or None,
    }
    for column in ("methods", "areas", "audiences"):
        slip, meant = wrong.slips.get((activity.ref, column), ("", ""))
        names = [slip if name == meant else name for name in getattr(activity, column)]
        row[column] = terms(throw, names, areas_known(known[column], towns, activity.title) if column == "areas" else known[column])
    return row
