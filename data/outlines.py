"""Outlines of areas as rings of (longitude, latitude), WGS 84: thinned to what a screen can show, written down as text and read back."""

import math
import re
from itertools import pairwise

Ring = list[tuple[float, float]]

# The most points an area keeps, and the longitudes and latitudes between which the United Kingdom lies.
MOST_POINTS = 400
LIKELY = (-9.0, 2.5, 49.0, 61.5)
_DECIMALS, _MOST_RINGS, _SPECK = 4, 20, 0.005
_NUMBER = r"-?\d{1,3}(?:\.\d{1,6})?"
_PAIR = re.compile(rf"({_NUMBER}) ({_NUMBER})")
_LONGEST = 32_767


def on_earth(point: tuple[float, float]) -> bool:
    """Whether a point has a longitude and a latitude; what is no number has neither."""
    return -180 <= point[0] <= 180 and -90 <= point[1] <= 90


def area_of(ring: Ring) -> float:
    """The area within a ring in square degrees, whichever way round it runs (the shoelace formula)."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, *ring[:1]]))) / 2


def kept_rings(rings: list[Ring]) -> list[Ring]:
    """The rings that enclose something, largest first: at most twenty, and no islet under a two-hundredth of the largest."""
    known = sorted(((area_of(ring), ring) for ring in rings), key=lambda pair: -pair[0])
    largest = known[0][0] if known else 0
    return [ring for area, ring in known[:_MOST_RINGS] if area > _SPECK * largest]


def thinned(rings: list[Ring], most: int) -> list[Ring]:
    """The rings with at most `most` points in all, rounded to four decimals (about ten metres).

    A point nearer than a distance to the last one kept is dropped; the distance starts within the rounding and doubles until few enough are left.
    Rings that are then no more than a line are left out.
    """
    apart = 0.75 * 10.0**-_DECIMALS
    while True:
        rings = [ring for one in rings if len(ring := _spaced(one, apart)) >= 3]
        if sum(map(len, rings)) <= most:
            return rings
        apart *= 2


def _spaced(ring: Ring, apart: float) -> Ring:
    kept: Ring = []
    for x, y in ring:
        point = (round(x, _DECIMALS), round(y, _DECIMALS))
        if not kept or math.dist(point, kept[-1]) >= apart:
            kept.append(point)
    while len(kept) > 1 and math.dist(kept[0], kept[-1]) < apart:
        kept.pop()
    return kept


def written(rings: list[Ring]) -> str:
    """Rings as one text: "-1.2519 54.7196,-1.2703 54.7272,…", one ring parted from the next by a semicolon."""
    return ";".join(",".join(f"{x:g} {y:g}" for x, y in ring) for ring in rings)


def read_outlines(text: str) -> list[Ring]:
    """The rings of a text as `written` writes it; none where any of it is anything else."""
    if not text or len(text) > _LONGEST:
        return []
    rings: list[Ring] = []
    for part in text.split(";"):
        pairs = [_PAIR.fullmatch(pair) for pair in part.split(",")]
        ring = [(float(pair[1]), float(pair[2])) for pair in pairs if pair]
        if len(ring) < max(3, len(pairs)) or not all(map(on_earth, ring)):
            return []
        rings.append(ring)
    return rings
