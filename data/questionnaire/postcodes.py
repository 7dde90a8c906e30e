"""The first half of a postcode, and the local authority it lies in where that can only be one."""

import csv
import re
from functools import cache
from pathlib import Path

LISTED = Path(__file__).parents[1] / "reference" / "outcodes.csv"

_OUTWARD = r"[A-Z]{1,2}\d[A-Z\d]?"
_POSTCODE = re.compile(rf"({_OUTWARD}) ?(?:\d(?:[A-Z]{{2}})?)?")
_RUN_TOGETHER = re.compile(rf"({_OUTWARD})\d[A-Z]{{2}}")


def outcode_of(text: str) -> str | None:
    """The outcode, the first half, of a postcode however much of it was written: "ts24 8bt", "TS248BT", "TS24 8" and "TS24" are TS24.

    None where the text is not a postcode. Nothing but the outcode may be kept: a full postcode can name a household.
    """
    tidy = " ".join(re.sub(r"[^A-Z0-9]+", " ", text.upper()).split())
    # Without its space a postcode is read from its end: the second half always has three characters.
    found = _RUN_TOGETHER.fullmatch(tidy.replace(" ", "")) or _POSTCODE.fullmatch(tidy)
    return found[1] if found else None


def area_of_outcode(outcode: str) -> str | None:
    """The code of the one local authority whose residents an outcode can belong to; None where there are several, or it is not listed.

    A district is listed under every authority it is known to reach into. Those that lie mostly outside the forces are not listed at all.
    The edges of a district are drawn for the post: a few streets of one listed under a single authority may lie beyond it.
    """
    found = _areas().get(outcode.upper(), frozenset())
    return next(iter(found)) if len(found) == 1 else None


@cache
def _areas() -> dict[str, frozenset[str]]:
    areas: dict[str, set[str]] = {}
    with LISTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            areas.setdefault(row["outcode"], set()).add(row["area_code"])
    return {outcode: frozenset(codes) for outcode, codes in areas.items()}
