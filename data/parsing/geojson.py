"""Boundaries of areas in a GeoJSON file, as a sheet: one row an area, a column for each thing said of it, and its outlines in the last."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from data.outlines import LIKELY, MOST_POINTS, Ring, kept_rings, on_earth, thinned, written
from data.parsing.cells import column_of, mended, table_of
from data.parsing.limits import Limits
from data.problems import ImportRefused
from data.sheet import Notice, Sheet

OUTLINE = "Outline"
_FEATURES, _PROPERTIES, _LONGEST, _FILE_POINTS, _FEWEST = 20_000, 40, 200, 60_000, 60
# The British National Grid reaches so far in metres; longitude and latitude never do.
_GRID = (700_000, 1_300_000)
_AGAIN = "Download the boundaries again as GeoJSON and upload that file as it comes."
_LONLAT = "Download them again as GeoJSON, or save them in your mapping program as GeoJSON with the coordinate system EPSG:4326 (WGS 84)."


def is_geojson(content: bytes) -> bool:
    """Whether a file of JSON says that it is GeoJSON."""
    return b'"FeatureCollection"' in content or b'"Feature"' in content


def read_geojson(content: bytes, limits: Limits) -> tuple[Sheet, list[Notice]]:
    """The one sheet of a file of boundaries, "Outline" the last heading. Raises ImportRefused when it holds no outline that can be read."""
    features = _features(content)
    rings = [_outlines(feature.get("geometry")) for feature in features]
    _refuse_other_places([ring for one in rings for ring in one])
    if not any(rings):
        raise ImportRefused("E_NO_OUTLINE", "There are no outlines of areas in this file, only points, lines or nothing.", _AGAIN)
    most = max(_FEWEST, min(MOST_POINTS, _FILE_POINTS // len(features)))
    before = sum(len(ring) - (ring[0] == ring[-1]) for one in rings for ring in one)
    kept = [thinned(kept_rings(one), most) for one in rings]
    after = sum(len(ring) for one in kept for ring in one)
    names = _headings(features)
    said = [_properties(feature) for feature in features]
    rows = [[*names, OUTLINE], *([*(one.get(name, "") for name in names), written(outlines)] for one, outlines in zip(said, kept, strict=True))]
    cells, notices = mended(table_of([column_of(column) for column in zip(*rows, strict=True)]), limits.cell_characters)
    if after < before:
        told = f"Outlines were thinned from {before:,} points to {after:,}, as many as a map on a screen can show."
        notices.append(Notice("W_THINNED", told))
    return Sheet("", cells), notices


def _features(content: bytes) -> list[Mapping[str, Any]]:
    try:
        said = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except RecursionError:
        raise ImportRefused("E_TOO_DEEP", "This file is nested deeper than boundaries are.", _AGAIN) from None
    except ValueError:
        raise ImportRefused("E_BROKEN_JSON", "This file starts as GeoJSON but breaks off or is damaged.", _AGAIN) from None
    found = said.get("features") if isinstance(said, dict) and said.get("type") == "FeatureCollection" else [said]
    features: list[Mapping[str, Any]] = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    if not features:
        raise ImportRefused("E_NO_OUTLINE", "There are no areas in this file.", _AGAIN)
    if len(features) > _FEATURES:
        sentence = f"This file holds {len(features):,} areas; at most {_FEATURES:,} can be read."
        raise ImportRefused("E_TOO_BIG", sentence, "Download the boundaries of local authorities, or of your own area alone.")
    return features


def _no_number(_: str) -> NoReturn:
    raise ValueError("not a number")


def _outlines(geometry: object) -> list[Ring]:
    """The outer rings of a shape; holes are left out, for whatever lies in one is an area of its own and is drawn on top."""
    if not isinstance(geometry, dict) or not isinstance(geometry.get("coordinates"), list):
        return []
    shapes = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}.get(str(geometry.get("type")), [])
    return [ring for shape in shapes if isinstance(shape, list) and shape and (ring := _ring(shape[0]))]


def _ring(points: object) -> Ring:
    """A ring as pairs of numbers; one that holds anything else is refused with the file, for its neighbours cannot be trusted either."""
    if not isinstance(points, list):
        return []
    try:
        pairs = [(float(point[0]), float(point[1])) for point in points if not isinstance(point[0], str | bool)]
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        pairs = []
    if len(pairs) < len(points):
        raise ImportRefused("E_BROKEN_OUTLINE", "An outline in this file holds something other than pairs of numbers.", _AGAIN)
    return pairs


def _refuse_other_places(rings: list[Ring]) -> None:
    """Coordinates must be longitude and latitude, in that order, of these islands."""
    points = [point for ring in rings for point in ring]
    if not points:
        return
    if not all(on_earth(point) for point in points):
        grid = all(0 <= x <= _GRID[0] and 0 <= y <= _GRID[1] for x, y in points)
        said = "British National Grid eastings and northings" if grid else "not degrees of longitude and latitude"
        raise ImportRefused("E_NOT_LONLAT", f"The coordinates in this file are {said}, which cannot be placed on the map.", _LONLAT)
    west, east, south, north = LIKELY
    if not any(west <= x <= east and south <= y <= north for x, y in points):
        turned = any(west <= y <= east and south <= x <= north for x, y in points)
        said = "Latitude stands before longitude in this file." if turned else "The areas in this file lie outside the United Kingdom."
        raise ImportRefused("E_ELSEWHERE", said, _LONLAT)


def _headings(features: Iterable[Mapping[str, Any]]) -> list[str]:
    """What is said of the areas, by its names in the file, in their order."""
    names = dict.fromkeys(name for feature in features for name in _properties(feature))
    return [name for name in names if name != OUTLINE][:_PROPERTIES]


def _properties(feature: Mapping[str, Any]) -> dict[str, str]:
    said = feature.get("properties")
    simple = said.items() if isinstance(said, dict) else ()
    return {name[:_LONGEST]: str(value)[:_LONGEST] for name, value in simple if isinstance(value, str | int | float) and name.strip()}
