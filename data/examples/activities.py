"""Every activity of three made-up years, as it truly was, before anybody wrote it down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from data.examples.chance import between, dice, pick
from data.examples.material import Material, Theme, material
from data.examples.waves import fielded, waves
from data.examples.years import Year, three_years
from data.profile import Profile

# More people come each year, all else being equal.
_GROWTH = 1.05
# Nothing is held about Christmas and the new year; a day may yet move by five to fall on the right day of the week.
_WORKING_DAYS = {12: (1, 16), 1: (9, 28)}

T = TypeVar("T")


@dataclass(frozen=True)
class Activity:
    """One activity. `year` is 0, 1 or 2; terms are the strategy's own names; money is in pounds; `people` came, `invited` were asked."""

    ref: str
    year: int
    theme: Theme
    title: str
    held_on: date
    ended_on: date | None
    methods: tuple[str, ...]
    areas: tuple[str, ...]
    audiences: tuple[str, ...]
    characteristics: tuple[str, ...]
    lead: str
    partner: str
    people: int | None
    invited: int | None
    hours: float
    cost: int
    heard: str
    survey: str


def activities(profile: Profile, as_at: date) -> list[Activity]:
    """Every activity of the three financial years up to the one a day falls in, each year whole, in the order they are held."""
    made: list[Activity] = []
    answered = {wave.name: wave.respondents for wave in waves(profile, as_at)}
    for number, year in enumerate(three_years(as_at, profile.organisation.year_starts)):
        throw = dice(profile.id, "activities", year.start.year)
        drawn = [_draw(profile, theme, n, number, year, throw) for theme in material(profile.id).themes for n in range(theme.held[number])]
        drawn.sort(key=lambda one: one.held_on)
        prefix = f"{material(profile.id).prefix}-{year.start.year}"
        made += [replace(one, ref=f"{prefix}-{i:03d}", people=answered.get(one.survey, one.people)) for i, one in enumerate(drawn, 1)]
    return made


def known_on(made: list[Activity], as_at: date) -> list[Activity]:
    """The activities begun by a day, as they were known on it: what was still running has no end and no count yet."""
    begun = [one for one in made if one.held_on <= as_at]
    return [replace(one, people=None, ended_on=None) if one.ended_on and one.ended_on > as_at else one for one in begun]


def _draw(profile: Profile, theme: Theme, n: int, number: int, year: Year, throw: Random) -> Activity:
    """The nth of a theme in a year, both counted from 0."""
    own = material(profile.id)
    office = profile.organisation
    survey, held_on, ended_on = fielded(theme.fields, year) if theme.fields else ("", *_days(theme, n, number, year, throw))
    area, town = _where(own, theme, throw)
    people = round(between(throw, *theme.people) * _GROWTH**number)
    which = throw.randrange(len(theme.names))

    def one_of(choices: Sequence[T]) -> T:
        return choices[which] if theme.paired and len(choices) == len(theme.names) else throw.choice(choices)

    characteristics = one_of(theme.characteristics)
    partners = ["", "", own.places[area].council, office.force] if area else ["", office.force]
    return Activity(
        ref="",
        year=number,
        theme=theme,
        title=theme.names[which].format(town=town, year=ended_on.year),
        held_on=held_on,
        ended_on=ended_on if ended_on > held_on else None,
        methods=one_of(theme.methods),
        areas=(area or _whole(profile),),
        audiences=one_of(theme.audiences),
        characteristics=tuple(throw.sample(characteristics, min(len(characteristics), throw.choice((1, 1, 2))))),
        lead=office.force if theme.lead == "force" else office.short,
        partner="" if theme.lead == "force" else throw.choice(partners),
        people=people,
        invited=round(people * (1.2 + 0.8 * throw.random())) if theme.invited else None,
        hours=round(2 * between(throw, *theme.hours)) / 2,
        cost=5 * round(between(throw, *theme.cost) / 5),
        heard=one_of(theme.heard),
        survey=survey,
    )


def _days(theme: Theme, n: int, number: int, year: Year, throw: Random) -> tuple[date, date]:
    """A first and a last day, in the nth part of the theme's months, on a weekday unless the theme is one for weekends."""
    months = sorted(theme.months, key=lambda month: (month - year.start.month) % 12)
    share = len(months) / theme.held[number]
    month = throw.choice(months[int(n * share) : max(int((n + 1) * share), int(n * share) + 1)])
    held_on = year.day(month, throw.randint(*_WORKING_DAYS.get(month, (1, 28))))
    wanted = throw.choice((5, 5, 6)) if theme.weekends and throw.random() < 0.6 else held_on.weekday() % 5
    held_on += timedelta(days=wanted - held_on.weekday())
    held_on = min(max(held_on, year.start), year.end)
    return held_on, held_on + timedelta(days=theme.days - 1)


def _where(own: Material, theme: Theme, throw: Random) -> tuple[str, str]:
    """The area and the town, both blank for an activity that is for every area."""
    if theme.where == "whole":
        return "", ""
    area = pick(throw, {name: place.often for name, place in own.places.items() if not theme.areas or name in theme.areas})
    return area, throw.choice(own.places[area].towns)


def _whole(profile: Profile) -> str:
    return next(area.name for area in profile.areas if area.whole)
