"""The time a published figure is of, and what it is counted in, as publishers write them."""

import re
from calendar import monthrange
from datetime import date

from data.logbook.dates import read_period

PER_CENT = "per cent"
_FINANCIAL = re.compile(r"(?:fy ?)?((?:19|20)\d\d) ?[-/\N{EN DASH}] ?(\d\d|(?:19|20)\d\d)", re.IGNORECASE)
_QUARTER = re.compile(r"(?:(?P<a>(?:19|20)\d\d)\W+q(?P<b>[1-4])|q(?P<c>[1-4])\W+(?P<d>(?:19|20)\d\d))", re.IGNORECASE)
_ENDING = re.compile(r"^(?:(?:the )?(?:year|quarter|12 months|twelve months|months?) (?:ending|to|ended)|y/?e|ye) ", re.IGNORECASE)
_PER_CENT = re.compile(r"%|per ?cent(age)?( of .*)?|pct|share|proportion", re.IGNORECASE)


def period_end(said: str) -> date | None:
    """The last day of a period: of "2024/25" 31 March 2025, of "year ending March 2025" the same, of "2024" 31 December; None where it is none."""
    text = " ".join(said.split())
    if match := _FINANCIAL.fullmatch(text):
        first, last = int(match[1]), int(match[2][-2:])
        return date(first + 1, 3, 31) if (first + 1) % 100 == last else None
    if match := _QUARTER.fullmatch(text):
        year, month = int(match["a"] or match["d"]), 3 * int(match["b"] or match["c"])
        return date(year, month, monthrange(year, month)[1])
    text = _ENDING.sub("", text)
    if re.fullmatch(r"(19|20)\d\d", text):
        return date(int(text), 12, 31)
    found = read_period(text)
    return found[1] if found else None


def unit_of(said: str) -> str:
    """A unit as written, and one word for all that mean per cent."""
    text = " ".join(said.split())
    return PER_CENT if _PER_CENT.fullmatch(text) else text
