"""Financial years, quarters and the rest of the calendar an office reports by. A year is named by where it starts: 2023/24."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from data.days import in_words

_NAME = re.compile(r"([12][0-9]{3})-([0-9]{2})(?:-q([1-4]))?")
FIRST_MONTH = 4


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends in it. `name` stands in addresses, `label` on screen; `end` is cut where `so_far` is true."""

    name: str
    label: str
    start: date
    end: date
    so_far: bool = False

    @property
    def said(self) -> str:
        """The period in words: '2023/24', or '2024/25 so far, to 14 November 2024' where the year is not over."""
        return f"{self.label} so far, to {in_words(self.end)}" if self.so_far else self.label


def parse(name: str, first_month: int = FIRST_MONTH) -> Period | None:
    """The period an address names: '2023-24' or '2023-24-q2'. None for a name that says no period."""
    match = _NAME.fullmatch(name)
    if not match or (int(match.group(1)) + 1) % 100 != int(match.group(2)):
        return None
    year, quarter = int(match.group(1)), match.group(3)
    start, months = (year, first_month), 12
    if quarter:
        start, months = _months_on(year, first_month, 3 * (int(quarter) - 1)), 3
    end = date(*_months_on(*start, months), 1) - timedelta(days=1)
    label = f"{year}/{match.group(2)}" + (f" quarter {quarter}" if quarter else "")
    return Period(name, label, date(*start, 1), end)


def year_of(day: date, first_month: int = FIRST_MONTH) -> Period:
    """The financial year a day falls in."""
    year = day.year if day.month >= first_month else day.year - 1
    period = parse(f"{year}-{(year + 1) % 100:02d}", first_month)
    assert period is not None
    return period


def before(period: Period) -> Period:
    """The same stretch one year earlier: a year beside a year, a quarter beside last year's, a part of a year beside the same part.

    The 29th of February is compared up to the 28th.
    """
    start, end = a_year_back(period.start), a_year_back(period.end)
    if not period.so_far and (period.end + timedelta(days=1)).day == 1:
        end = a_year_back(period.end + timedelta(days=1)) - timedelta(days=1)
    match = _NAME.fullmatch(period.name)
    assert match is not None
    year = int(match.group(1)) - 1
    quarter = match.group(3)
    name = f"{year}-{(year + 1) % 100:02d}" + (f"-q{quarter}" if quarter else "")
    label = f"{year}/{(year + 1) % 100:02d}" + (f" quarter {quarter}" if quarter else "")
    return Period(name, label, start, end, period.so_far)


def up_to(period: Period, last: date | None, today: date) -> Period:
    """The part of a period there are records of: whole once it is over, and until then to the last day recorded.

    A year that is not over is so compared with the same part of the year before, never with all of it.
    """
    if today > period.end:
        return period
    end = min(filter(None, (last, today)), default=today)
    return Period(period.name, period.label, period.start, max(end, period.start), so_far=True)


def years_between(first: date, last: date, first_month: int = FIRST_MONTH) -> list[Period]:
    """The financial years from the one `first` falls in to the one `last` falls in, newest first."""
    years = [year_of(last, first_month)]
    while years[-1].start > first:
        years.append(before(years[-1]))
    return years


def quarters(year: Period, first_month: int = FIRST_MONTH) -> list[Period]:
    """The four quarters of a financial year."""
    return [period for q in (1, 2, 3, 4) if (period := parse(f"{year.name[:7]}-q{q}", first_month))]


def every_year(first: str, last: str) -> list[str]:
    """The labels of the years from one to another: '2021/22' to '2023/24' are three."""
    return [f"{year}/{(year + 1) % 100:02d}" for year in range(int(first[:4]), int(last[:4]) + 1)]


def label_days(days: pd.Series, by: str, first_month: int = FIRST_MONTH) -> pd.Series:
    """The year ('2023/24'), quarter ('2023/24 Q2') or month ('2023-09') each day falls in; blank where there is no day. Labels sort in time."""
    shifted = days.dt.month - first_month
    year = days.dt.year - (shifted < 0)
    known = days.notna()
    if by == "month":
        return days.dt.strftime("%Y-%m").where(known)
    first = year.astype("Int64").astype("str")
    last = ((year + 1) % 100).astype("Int64").astype("str").str.zfill(2)
    named = first + "/" + last
    if by == "quarter":
        named = named + " Q" + (shifted % 12 // 3 + 1).astype("Int64").astype("str")
    return named.where(known)


def _months_on(year: int, month: int, months: int) -> tuple[int, int]:
    year, month = divmod(12 * year + month - 1 + months, 12)
    return year, month + 1


def a_year_back(day: date) -> date:
    """The same day a year earlier; for the 29th of February, the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # The 29th of February.
        return day.replace(year=day.year - 1, day=28)
