"""Ages as surveys and the census write them: reading a band, naming it one way, and building it from the census's smallest bands."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

# The lower ends of the smallest bands the population is held in. 15 stands alone and 16 and 18 are split from 20 because UK surveys begin at
# 16 or at 18, both of which the census's five-year bands cut through.
_EDGES = (0, 5, 10, 15, 16, 18, *range(20, 90, 5))
# The bands a number of years is put in: those most surveys of the public ask in, with 16 and 17 apart because many begin at 18.
_TOLD_IN = (0, 16, 18, 25, 35, 45, 55, 65, 75)
OLDEST = 120

_NOISE = re.compile(r"\b(?:aged|ages?|years?|yrs?|olds?|of|the|between|from|oed|mlwydd)\b\.?")
_DASHES = re.compile(r"[‐‑‒–—―−]")
_RANGE = re.compile(r"(\d{1,3}) ?(-|to|and|&|/|hyd|i) ?(\d{1,3})")
_AND_OVER = re.compile(
    r"(\d{1,3}) ?(?:\+|plus|(?:and|or|&) ?(?:over|above|older|more|up|upwards)|upwards|(?:a|neu) (?:throsodd|hyn|drosodd))|(?:>=|≥) ?(\d{1,3})"
)
_OVER = re.compile(r"(?:over|above|dros) (\d{1,3})s?")
_MORE_THAN = re.compile(r"(?:older than|more than|>) ?(\d{1,3})s?")
_UNDER = re.compile(r"(?:under|below|younger than|less than|<|dan|o dan) ?(\d{1,3})s?")
_AND_UNDER = re.compile(r"(\d{1,3}) ?(?:and|or|&|ac|neu) ?(?:under|younger|below|less|iau)|up to (\d{1,3})|(?:<=|≤) ?(\d{1,3})")

Band = tuple[int, int | None]


def label(low: int, high: int | None) -> str:
    """The one way a band of ages is written: (16, 24) is "16 to 24", (85, None) "85 and over", (0, 15) "Under 16", (15, 15) "15"."""
    if high is None:
        return f"{low} and over"
    if low == 0:
        return f"Under {high + 1}"
    return str(low) if low == high else f"{low} to {high}"


def _bands(edges: Sequence[int]) -> tuple[str, ...]:
    return (*(label(low, following - 1) for low, following in pairwise(edges)), label(edges[-1], None))


ATOMS = _bands(_EDGES)
TOLD_IN = _bands(_TOLD_IN)


def bounds(text: str) -> Band:
    """The first and last age of a band written as `label` writes it; the last is None where it is open-ended.

    Raises ValueError when the text is no band of ages.
    """
    band = read_age_band(text)
    if band is None:
        raise ValueError("This is not a band of ages.")
    return band


def read_age_band(text: str) -> Band | None:
    """What a survey's age option says, as first and last age: "18 – 24" is (18, 24), "Under 18" (0, 17), "65+" (65, None).

    "Over 65" is read as 65 and over, which is what UK surveys mean by it next to "55 to 64"; `read_age_bands` looks at the neighbours.
    "More than 65" and "> 65" are taken at their word, 66 and over. What a spreadsheet has turned into a date ("Oct-49") is not guessed: None.
    """
    reading = _read(text)
    return reading[0] if reading else None


def read_age_bands(texts: Iterable[str]) -> dict[str, Band | None]:
    """The options of one question read together, so that "Over 65" begins where the band below it ends: after "56-65" it is 66 and over."""
    readings = {text: _read(text) for text in texts}
    lasts = {reading[0][1] for reading in readings.values() if reading}
    return {text: reading and _beside(reading, lasts) for text, reading in readings.items()}


def band_of_ages(ages: np.ndarray) -> np.ndarray:
    """The band of TOLD_IN that each age in years falls in, as an array of texts; None where it is missing or no one's age, as 1985 is."""
    known = (ages >= 0) & (ages <= OLDEST)
    bands = np.array([*TOLD_IN, None], dtype=object)
    return bands[np.where(known, np.searchsorted(_TOLD_IN, np.where(known, ages, 0), side="right") - 1, len(TOLD_IN))]


def atoms_in(low: int, high: int | None) -> list[str] | None:
    """The smallest census bands that together make up a band; None where it cuts through one of them, as 18 to 25 does."""
    after = None if high is None else high + 1
    if low not in _EDGES or (after is not None and after not in _EDGES):
        return None
    return [atom for atom, edge in zip(ATOMS, _EDGES, strict=True) if low <= edge and (after is None or edge < after)]


def _read(text: str) -> tuple[Band, bool] | None:
    # The second value says that the first age is open to doubt: "over 65" and its like.
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    plain = " ".join(_NOISE.sub(" ", plain).replace(" - ", "-").split()).strip(" -.,:")
    if plain.isdecimal() and len(plain) <= 3:
        return _valid(int(plain), int(plain))
    if found := _RANGE.fullmatch(plain):
        low, high = int(found[1]), int(found[3])
        # "16/17" is two ages, but "10/14" could as well be a day and a month.
        return None if found[2] == "/" and high != low + 1 else _valid(low, high)
    if found := _AND_OVER.fullmatch(plain):
        return _valid(int(found[1] or found[2]), None)
    if found := _OVER.fullmatch(plain):
        return _valid(int(found[1]), None, doubt=True)
    if found := _MORE_THAN.fullmatch(plain):
        return _valid(int(found[1]) + 1, None, doubt=True)
    if found := _UNDER.fullmatch(plain):
        return _valid(0, int(found[1]) - 1)
    if found := _AND_UNDER.fullmatch(plain):
        return _valid(0, int(found[1] or found[2] or found[3]))
    return None


def _valid(low: int, high: int | None, doubt: bool = False) -> tuple[Band, bool] | None:
    last = low if high is None else high
    return ((low, high), doubt) if low <= last <= OLDEST else None


def _beside(reading: tuple[Band, bool], lasts: set[int | None]) -> Band:
    (low, high), doubt = reading
    if doubt:
        for first in (low - 1, low, low + 1):
            if first - 1 in lasts:
                return first, high
    return low, high
