"""One cell as a date: the forms a date is written in, and the day it stands for once the order of its column is known."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from data.logbook.numerals import in_digits

_LONDON = ZoneInfo("Europe/London")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
LONGEST = 80
_BARE = "A bare number that does not stand for a day."


@dataclass(frozen=True)
class Seen:
    """What a cell shows before the order of its column is known.

    `kind` is blank, day (`numbers` are year, month, day), either (first part, second part, year), month (year, month), serial (a spreadsheet's
    number for a day), seconds (since 1970) or wrong. `zone` is the hour, the minute, and how many minutes they are ahead of Greenwich, where the
    cell says so.
    """

    kind: str
    numbers: tuple[int, ...] = ()
    why: str = ""
    weekday: str = ""
    zone: tuple[int, int, int] | None = None


# English and Welsh months by their first three letters.
_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_MONTHS |= {"ion": 1, "chw": 2, "maw": 3, "ebr": 4, "mai": 5, "meh": 6, "gor": 7, "aws": 8, "med": 9, "hyd": 10, "tac": 11, "rha": 12}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_M = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\.?"
)
_D, _Y = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", r"'?(?P<y>\d{4}|\d{2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
        r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})",
        rf"{_D}[- /.]?(?:of )?{_M}[- /.,]{{0,2}}{_Y}",
        rf"{_M}[- ]?{_D},?[- ](?P<y>\d{{4}})",
        rf"(?P<y>\d{{4}})[- /]{_M}[- /]{_D}",
        r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)",
        rf"{_M}[- /.,]{{0,2}}{_Y}",
        r"(?P<m>\d{1,2})[-/](?P<y>\d{4})",
        r"(?P<y>\d{4})[-/](?P<m>\d{1,2})",
    )
)
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?[,.]? (?:the )?")
_CLOCK = re.compile(
    r"(?P<gap>t|,? (?:at )?)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?P<second>[:.](?:[0-5]\d|60)(?:\.\d+)?)? ?(?:(?P<half>[ap])\.?m\.?)?"
    r" ?(?P<zone>z|utc|gmt|bst)?(?P<offset>[-+](?:1[0-4]|0?\d)(?::?[0-5]\d)?)?(?: ?(?:-|to) ?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?)?$"
    r"|,? (?:at )?(?:1[0-2]|0?[1-9])(?: ?[ap]\.?m\.?)?(?: ?(?:-|to) ?\d{1,2}(?:[:.]\d\d)?)? ?[ap]\.?m\.?$"
)
_WRONG = tuple(
    (re.compile(pattern), why)
    for pattern, why in (
        (
            r"tb[acd]|#?n/?a|unknown|not (?:known|recorded|applicable)|to be (?:confirmed|decided|announced)|ongoing|[-?.]",
            "Says that there is no date yet.",
        ),
        (r"(?:19|20)\d\d", "Only a year."),
        (r"-?\d+(?:\.\d+)?", "A bare number that does not stand for a day."),
        (rf"{_D}[- /.]?(?:of )?{_M}|\d{{1,2}}/\d{{1,2}}", "No year."),
        (r".*", "Not understood as a date."),
    )
)


def seen(text: str) -> Seen:
    """What a cell shows. Takes time in proportion to its text, of which no more than 80 characters are looked at."""
    if len(text) > LONGEST:
        return Seen("wrong", why="Too long to be a date.")
    if len(text) == 10 and text.isascii() and text.isdigit():
        return Seen("seconds", (int(text),))
    plain = in_digits(text)
    if not plain:
        return Seen("blank")
    if re.fullmatch(r"\d{5}(?:\.\d+)?", plain):
        return Seen("serial", (int(plain[:5]),))
    return _form(plain) or Seen("wrong", why=next(why for pattern, why in _WRONG if pattern.fullmatch(plain)))


def day_of(cell: Seen, order: str, mostly_serials: bool = False, all_seconds: bool = False) -> tuple[date | None, str]:
    """The day a cell stands for, in London, and what should be told about it: why there is none, or what was assumed.

    `order` is "month first" or anything else; the other two say whether the column is mostly spreadsheet day numbers, or all seconds.
    """
    if cell.kind == "serial" and (mostly_serials or 20_000 <= cell.numbers[0] <= 60_000):
        told = "" if mostly_serials else "A bare number, read as a spreadsheet's number for a day."
        return _told(date(1899, 12, 30) + timedelta(days=cell.numbers[0]), told)
    if cell.kind == "seconds" and all_seconds:
        return _told(_in_london(date(1970, 1, 1), cell.numbers[0] // 3600 * 60), "")
    if cell.kind in ("serial", "seconds"):
        return None, _BARE
    if cell.kind in ("blank", "wrong"):
        return None, cell.why
    if cell.kind == "month":
        return _told(date(cell.numbers[0], cell.numbers[1], 1), "Only the month is given: its first day was taken.")
    year, month, number = cell.numbers if cell.kind == "day" else _parts(cell.numbers, order)
    day = _date(year, month, number)
    if cell.kind == "either" and month > 12 >= number:
        return None, f"Does not fit the column, where the {order.split()[0]} comes first."
    told = ""
    if day and cell.weekday and not _WEEKDAYS[day.weekday()].lower().startswith(cell.weekday):
        told = f"That day was a {_WEEKDAYS[day.weekday()]}, not the weekday given."
    if day and cell.zone and _FIRST_YEAR <= day.year <= _LAST_YEAR:
        hour, minute, ahead = cell.zone
        day = _in_london(day, 60 * hour + minute - ahead)
    return _told(day, told)


def _form(plain: str) -> Seen | None:
    """The cell as one of the forms a date is written in, with or without a weekday and a clock; None where it is none of them."""
    weekday, clock = _WEEKDAY.match(plain), _CLOCK.search(plain)
    head = plain[weekday.end() if weekday else 0 : clock.start() if clock else None]
    found = next((match for form in _FORMS if (match := form.fullmatch(re.sub(r" ?/ ?", "/", head)))), None)
    if not found:
        return None
    parts = found.groupdict()
    year = int(parts["y"]) if len(parts["y"]) == 4 else int(parts["y"]) + (2000 if int(parts["y"]) < 30 else 1900)
    named = weekday[1] if weekday else ""
    zone = _zone(clock) if clock else None
    if "a" in parts:
        return Seen("either", (int(parts["a"]), int(parts["b"]), year), "", named, zone)
    month = _MONTHS[parts["name"][:3]] if "name" in parts else int(parts["m"])
    if "d" in parts:
        return Seen("day", (year, month, int(parts["d"])), "", named, zone)
    return Seen("month", (year, month)) if 1 <= month <= 12 and year and not (clock or weekday) else None


def _zone(clock: re.Match[str]) -> tuple[int, int, int] | None:
    """Hour, minute, minutes ahead of Greenwich. "10:30-12:00" is no zone but an end, unless seconds, a T or the letters GMT came before."""
    if not clock["hour"] or not (clock["zone"] or (clock["offset"] and (clock["second"] or clock["gap"] == "t"))):
        return None
    hour = int(clock["hour"]) % 12 + (12 if clock["half"] == "p" else 0) if clock["half"] else int(clock["hour"])
    digits = re.sub(r"\D", "", clock["offset"] or "0")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    ahead = (hours * 60 + minutes) * (-1 if (clock["offset"] or "").startswith("-") else 1) + (60 if clock["zone"] == "bst" else 0)
    return hour, int(clock["minute"]), ahead


def _parts(numbers: tuple[int, ...], order: str) -> tuple[int, int, int]:
    first, second, year = numbers
    return (year, first, second) if order == "month first" else (year, second, first)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=100_000)
def _in_london(day: date, minutes: int) -> date:
    """The day it was in London so many minutes after midnight at Greenwich."""
    return (datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(_LONDON).date()


def _told(day: date | None, note: str) -> tuple[date | None, str]:
    if day is None:
        return None, "There is no such day."
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None, f"Outside the years {_FIRST_YEAR} to {_LAST_YEAR}."
    return day, note
