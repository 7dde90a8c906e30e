"""The three financial years the example covers, and days within them."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise


@dataclass(frozen=True)
class Year:
    """A financial year, both days in it."""

    start: date
    end: date

    def day(self, month: int, day: int) -> date:
        """The day of this year that falls in a month; the 28th at most, which every month has."""
        this = date(self.start.year, month, min(day, 28))
        return this if this >= self.start else this.replace(year=this.year + 1)


def three_years(as_at: date, year_starts: str = "04-01") -> tuple[Year, Year, Year]:
    """The financial year a day falls in and the two before it, earliest first. `year_starts` is MM-DD."""
    month, day = map(int, year_starts.split("-"))
    last = as_at.year - ((as_at.month, as_at.day) < (month, day))
    starts = [date(number, month, day) for number in range(last - 2, last + 2)]
    first, second, third = (Year(start, after - timedelta(days=1)) for start, after in pairwise(starts))
    return first, second, third


def month_end(day: date) -> date:
    """The last day of the month a day falls in."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
