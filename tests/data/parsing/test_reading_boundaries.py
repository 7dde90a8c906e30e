"""Files of boundaries: what is read of them, and hostile ones refused in a sentence by the process that reads them."""

import json
import math

import pytest

from data.outlines import MOST_POINTS, area_of, kept_rings, read_outlines, thinned, written
from data.problems import ImportRefused
from data.reading import read_file
from tests.data.made_boundaries import areas, collection, feature, square


def outlines_of(content):
    (sheet,) = read_file("areas.geojson", content).sheets
    assert sheet.row(0)[-1] == "Outline"
    return [read_outlines(cell) for cell in sheet.column(sheet.width - 1, 1).to_pylist()]


def refused(content):
    with pytest.raises(ImportRefused) as why:
        read_file("areas.geojson", content)
    assert why.value.sentence.endswith(".") and why.value.remedy.endswith(".") and "\n" not in why.value.sentence
    return why.value.code


def test_a_file_of_boundaries_is_a_row_an_area_with_what_is_said_of_it():
    (sheet,) = read_file("areas.geojson", areas()).sheets
    assert sheet.row(0) == ["FID", "LAD23CD", "LAD23NM", "Outline"]
    assert sheet.row(1) == ["0", "E06000001", "Hartlepool", "-1.5 54.5,-1.4 54.5,-1.4 54.6,-1.5 54.6"]
    assert sheet.height == 5


def test_islands_are_kept_and_holes_and_specks_are_not():
    mainland, hole, island, speck = square(), square(-1.46, 54.54, 0.02), square(-1.3), square(-1.1, 54.5, 0.001)
    (rings,) = outlines_of(collection(feature([[mainland, hole], [island], [speck]], "MultiPolygon", name="A")))
    assert [[list(point) for point in ring] for ring in rings] == [mainland[:-1], [[round(x, 4), y] for x, y in island[:-1]]]


def test_an_outline_of_a_hundred_thousand_points_is_thinned_and_keeps_its_shape():
    turns = [2 * math.pi * i / 100_000 for i in range(100_000)]
    round_one = [[-1.5 + 0.2 * math.cos(turn), 54.5 + 0.2 * math.sin(turn)] for turn in turns]
    book = read_file("areas.geojson", collection(feature([round_one], name="A")))
    ((ring,),) = outlines_of(collection(feature([round_one], name="A")))
    assert 100 < len(ring) <= MOST_POINTS
    assert area_of(ring) == pytest.approx(math.pi * 0.2**2, rel=0.002)
    assert [notice.code for notice in book.notices] == ["W_THINNED"] and "100,000 points" in book.notices[0].sentence


def test_thinning_drops_points_near_the_last_one_kept_until_few_enough_are_left():
    line = [(i / 10_000, 0.0) for i in range(8)]
    ring = [*line, (0.0007, 1.0)]
    assert thinned([ring], 9) == [ring]
    assert thinned([ring], 8) == [[(0.0, 0.0), (0.0002, 0.0), (0.0004, 0.0), (0.0006, 0.0), (0.0007, 1.0)]]
    assert thinned([ring], 2) == []


def test_rings_that_enclose_nothing_are_left_out():
    assert kept_rings([[(0, 0), (0, 0), (0, 0)], [(0, 0), (1, 1), (0, 0)], []]) == []
    assert area_of([(0, 0), (1, 0), (1, 1), (0, 1)]) == area_of([(0, 1), (1, 1), (1, 0), (0, 0)]) == 1


@pytest.mark.parametrize("text", ["", "1 2", "1 2,3 4", "1 2,3 4,5 x", "1 2,3 4,nan nan", "1 2,3 4,500 6", "1 2,3 4,5 6;", "1 2,3 4," * 9000, "=A1"])
def test_a_text_that_is_no_outline_is_read_as_none(text):
    assert read_outlines(text) == []


def test_an_outline_written_down_is_read_back():
    rings = [[(-1.2519, 54.7196), (-1.27, 54.7272), (0.0001, 50.0)], [(1.0, 51.0), (2.0, 51.0), (2.0, 52.5)]]
    assert read_outlines(written(rings)) == rings


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("E_NOT_LONLAT", collection(feature([square(450_000, 520_000, 9_000)], name="A"))),
        ("E_NOT_LONLAT", collection(feature([square(-139_000, 7_300_000, 9_000)], name="A"))),
        ("E_NOT_LONLAT", collection(feature([[[1e999, 54], [0, 54], [0, 55]]], name="A")).replace(b"Infinity", b"1e999")),
        ("E_ELSEWHERE", collection(feature([[[y, x] for x, y in square()]], name="A"))),
        ("E_ELSEWHERE", collection(feature([square(140, -38)], name="A"))),
        ("E_BROKEN_JSON", collection(feature([[[float("nan"), 54], [0, 54], [0, 55]]], name="A"))),
        ("E_BROKEN_JSON", areas()[:-40]),
        ("E_BROKEN_JSON", areas().replace(b"Hartlepool", b"Hartl\xffpool")),
        ("E_BROKEN_JSON", areas().replace(b"-1.5", b"-" + b"9" * 5000)),
        ("E_BROKEN_OUTLINE", collection(feature([[["-1.5", "54.5"], [0, 54], [0, 55]]], name="A"))),
        ("E_BROKEN_OUTLINE", collection(feature([[[True, 54], [], {}]], name="A"))),
        ("E_BROKEN_OUTLINE", collection(feature([[[[[[-1.5, 54.5]]]]]], name="A"))),
        ("E_NO_OUTLINE", collection(feature([-1.5, 54.5], "Point", name="A"))),
        ("E_NO_OUTLINE", collection()),
        ("E_NO_OUTLINE", collection(feature({"a": 1}, name="A"), feature(None), feature([[]]), feature([[[]]], "MultiPolygon"))),
        ("E_NO_OUTLINE", b'{"type": "FeatureCollection", "features": {"a": [1]}}'),
        ("E_NO_OUTLINE", b'{"features": [1, "a", null, []], "type": "FeatureCollection"}'),
        ("E_TOO_BIG", collection(*[{"type": "Feature"}] * 20_001)),
        ("E_TOO_DEEP", b'{"type": "FeatureCollection", "features": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"),
        ("E_NO_TABLE", json.dumps({"type": "Topology", "arcs": []}).encode()),
        ("E_NO_TABLE", b'{"respondents": [{"age": 31}]}'),
    ],
)
def test_a_file_whose_areas_cannot_be_placed_is_refused_in_a_sentence(code, content):
    assert refused(content) == code


def test_eastings_and_northings_are_named_and_the_way_out_is_said():
    with pytest.raises(ImportRefused, match=r"British National Grid.*EPSG:4326"):
        read_file("areas.geojson", collection(feature([square(450_000, 520_000, 9_000)], name="A")))


def test_twenty_million_brackets_do_not_outlive_the_process_that_reads_them():
    assert refused(b'{"type": "FeatureCollection", "features": [' + b"[]," * 15_000_000 + b"1]}") in {
        "E_OUT_OF_MEMORY",
        "E_TIMEOUT",
        "E_READER_STOPPED",
        "E_NO_OUTLINE",
    }


def test_what_is_said_of_areas_is_cut_short_and_only_texts_and_numbers_are_kept():
    said = {f"p{i}": "x" * 5000 for i in range(90)} | {"nested": {"a": [1]}, "none": None, "Outline": "1 2"}
    (sheet,) = read_file("areas.geojson", collection(feature([square()], **said))).sheets
    assert sheet.width == 41 and sheet.row(0).count("Outline") == 1
    assert {len(cell) for cell in sheet.row(1)[:-1]} == {200}
