"""The surveys the example has answers to: two waves of the residents survey or more, and one consultation on the precept."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.examples.material import material
from data.examples.years import Year, three_years
from data.profile import Profile

# The month each opens on its first day, the days it stays open, and its name.
_OPENS = {"residents": (5, 44, "Residents survey"), "precept": (12, 42, "Precept consultation")}


@dataclass(frozen=True)
class Wave:
    """One running of a survey: its name, the days it opened and closed, and how many answered."""

    kind: str
    name: str
    opened: date
    closed: date
    respondents: int


def fielded(kind: str, year: Year) -> tuple[str, date, date]:
    """The name of the survey of that kind in a year, and the days it opened and closed."""
    month, days, name = _OPENS[kind]
    opened = year.day(month, 1)
    closed = opened + timedelta(days=days)
    return f"{name} {closed.year}", opened, closed


def opening_month(kind: str) -> int:
    """The month in which a survey of that kind opens, 1 to 12."""
    return _OPENS[kind][0]


def waves(profile: Profile, as_at: date) -> list[Wave]:
    """The last waves of the residents survey, as many as the office has, and the last consultation on the precept that had closed by a day."""
    survey = material(profile.id).survey
    starts = profile.organisation.year_starts
    years = three_years(as_at, starts)
    earlier = three_years(years[0].start - timedelta(days=1), starts)
    residents = [wave for year in (*earlier, *years) if (wave := fielded("residents", year))[2] <= as_at][-len(survey.respondents) :]
    precept = [wave for year in years if (wave := fielded("precept", year))[2] <= as_at][-1:]
    return [
        *(Wave("residents", *wave, count) for wave, count in zip(residents, survey.respondents, strict=True)),
        *(Wave("precept", *wave, survey.precept_respondents) for wave in precept),
    ]
