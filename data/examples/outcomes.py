"""What people said and what came of it, as far as it had come by a day: later days are blank, and what they would have brought."""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.examples.activities import Activity
from data.examples.chance import dice, pick
from data.examples.material import Told, material
from data.logbook.fields import KINDS
from data.profile import Profile

# Other words for a stage or a kind, as logs have them.
_STAGES = {
    "heard": ("Heard", "Heard", "New"),
    "under way": ("Under way", "In progress", "Being considered"),
    "done": ("Done", "Done", "Complete"),
    "not taken forward": ("Not taken forward", "Not taken forward", "Rejected"),
}
_KINDS = {
    "strategy or policy": ("Strategy or policy", "Strategy or policy", "Policy"),
    "commissioned service": ("Commissioned service", "Commissioned service", "Service"),
    "policing practice": ("Policing practice", "Policing practice", "Operational"),
    "communication": ("Communication", "Communication", "Comms"),
    "no change": ("No change",),
    "": ("",),
}


@dataclass(frozen=True)
class _Course:
    """The days an outcome passes, None where it never gets so far."""

    heard: date
    considered: date | None = None
    decided: date | None = None
    done: date | None = None
    told: date | None = None


def outcomes_log(profile: Profile, made: list[Activity], as_at: date) -> bytes:
    """The log as a CSV file with our template's headings and days as dd/mm/yyyy, one row per thing said, earliest first.

    `made` are the activities of whole years, so that what is heard at one does not change as the days go by.
    """
    own = material(profile.id)
    heard: list[tuple[date, dict[str, str]]] = []
    for number, told in enumerate(own.told):
        throw = dice(profile.id, "outcome", number, told.said)
        sources = [one for one in made if one.theme.tag == told.after and one.year == told.year]
        source = throw.choice(sources)
        course = _cut(_course(told, source, throw), as_at)
        if course:
            heard.append((course.heard, _row(profile, told, source, course, made, throw)))
    heard.sort(key=lambda pair: pair[0])
    return _csv([row | {"outcome_ref": f"YS-{i:03d}"} for i, (_, row) in enumerate(heard, 1)])


def _course(told: Told, source: Activity, throw: Random) -> _Course:
    """Every day of it, whether past or to come. Things are heard at the end of an activity."""
    heard = (source.ended_on or source.held_on) + timedelta(days=throw.randint(0, 3))
    if told.ends == "waiting":
        return _Course(heard)
    considered = heard + timedelta(days=throw.randint(14, 60))
    if told.ends == "stuck":
        return _Course(heard, considered)
    decided = considered + timedelta(days=pick(throw, {0: 3, 7: 1, 28: 1}))
    done = decided + timedelta(days=throw.randint(20, 150)) if told.ends == "done" else None
    after = timedelta(days=pick(throw, {throw.randint(5, 40): 2, throw.randint(41, 120): 1}))
    return _Course(heard, considered, decided, done, (done or decided) + after if told.told else None)


def _cut(course: _Course, as_at: date) -> _Course | None:
    """What was known on the day; None for what had not been heard yet."""
    if course.heard > as_at:
        return None
    return _Course(**{name: day if day and day <= as_at else None for name, day in vars(course).items()})  # type: ignore[arg-type]


def _row(profile: Profile, told: Told, source: Activity, course: _Course, made: list[Activity], throw: Random) -> dict[str, str]:
    place = material(profile.id).places.get(source.areas[0])
    force = profile.organisation.force
    names = {
        "force": force,
        "area": source.areas[0] if place else profile.organisation.place,
        "town": throw.choice(place.towns) if place else "the town centres",
        "council": place.council if place else "the council",
    }
    refused = told.ends == "refused" and course.decided
    stage = "done" if course.done else "not taken forward" if refused else "under way" if course.considered else "heard"
    return {
        "you_said": told.said.format(**names),
        "heard_on": _day(course.heard),
        "activity_refs": _sources(source, made, throw),
        "considered_by": told.board if course.considered else "",
        "considered_on": _day(course.considered),
        "decided": told.decision.format(**names) if course.decided or (course.considered and told.ends == "stuck") else "",
        "decided_on": _day(course.decided),
        "we_did": told.did.format(**names) if course.done else "",
        "changed": told.changed if course.decided or told.ends == "stuck" else "",
        "kind": throw.choice(_KINDS[told.kind if course.considered else ""]),
        "stage": throw.choice(_STAGES[stage]),
        "done_on": _day(course.done),
        "provider": told.provider if told.kind == "commissioned service" and course.decided else "",
        "evidence": told.proof if course.done else "",
        "told_whom": told.whom.format(**names) if course.told else "",
        "told_how": told.told if course.told else "",
        "told_format": told.format if course.told else "",
        "told_on": _day(course.told),
    }


def _sources(source: Activity, made: list[Activity], throw: Random) -> str:
    """A survey by its name, an activity by its reference, at times with another of the same sort held before it."""
    if source.survey:
        return source.survey
    others = [one.ref for one in made if one.theme is source.theme and one.held_on < source.held_on]
    return f"{throw.choice(others)}; {source.ref}" if others and throw.random() < 0.25 else source.ref


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _csv(rows: list[dict[str, str]]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([field.heading for field in KINDS["outcomes"]])
    writer.writerows([row[field.name] for field in KINDS["outcomes"]] for row in rows)
    return written.getvalue().encode()
