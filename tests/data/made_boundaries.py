"""Boundaries made of squares, as the census service's portal writes them."""

import json

CLEVELAND = (("E06000001", "Hartlepool"), ("E06000002", "Middlesbrough"), ("E06000003", "Redcar and Cleveland"), ("E06000004", "Stockton-on-Tees"))


def square(west=-1.5, south=54.5, side=0.1):
    """The five points of a square, closed."""
    return [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]


def feature(coordinates, kind="Polygon", **said):
    return {"type": "Feature", "properties": said, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features, **more):
    """A file of GeoJSON."""
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)}).encode()


def areas(named=CLEVELAND):
    """A file with a square for each area, side by side."""
    return collection(*(feature([square(-1.5 + 0.1 * i)], FID=i, LAD23CD=code, LAD23NM=name) for i, (code, name) in enumerate(named)))
