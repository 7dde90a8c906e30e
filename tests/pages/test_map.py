"""The map of areas: there once boundaries are added, for the officer and for readers, beside the same figures as bars and a table."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.office import choose_office, open_office, store_path
from data.prepare import Choices
from data.profile import load
from data.settled.releases import release
from data.upload import keep, open_upload
from pages.parts.session_releases import draft_of
from tests.data.made_boundaries import areas
from tests.data.made_export import export
from tests.store import saved

ROOT = Path(__file__).resolve().parents[2]
PROFILE = load("cleveland")
STEPS = "Where to find boundaries"


@pytest.fixture
def office(monkeypatch):
    """An office with a released survey; and the way to give it boundaries."""
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", "2026-09-30")
    choose_office("cleveland")
    with open_office("cleveland", store_path("cleveland")) as store:
        survey = saved(store, export(1237), PROFILE).import_id
        release(store, survey, draft_of(store, PROFILE, survey).shown, "an officer", "10-5", "passed")

    def add(content=areas):
        with open_office("cleveland", store_path("cleveland")) as store:
            keep(store, open_upload(store, PROFILE, "LAD_BUC.geojson", content(), Choices()), "an officer")

    return add


def coverage():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["office"] = "cleveland"
    app = app.run().switch_page("pages/coverage.py").run()
    assert not app.exception
    return app


def words(app):
    return " ".join(element.proto.body for element in app.get("html"))


def maps(app):
    """The charts that are drawn with lines around areas."""
    specs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    return [spec for spec in specs if any(trace.get("fill") == "toself" for trace in spec["data"])]


def test_where_there_are_no_boundaries_there_is_no_map_and_the_officer_is_told_where_to_find_them(office):
    app = coverage()
    assert maps(app) == [] and STEPS in words(app)


def test_once_boundaries_are_added_the_areas_stand_on_a_map_under_their_bars(office):
    office()
    app = coverage()
    (found,) = maps(app)
    names = [trace["name"] for trace in found["data"] if trace.get("fill") == "toself"]
    assert len(names) == 4 and names[0].startswith("1. ") and all(" times" in name for name in names)
    assert STEPS not in words(app) and "Areas are numbered in the order of the bars" in words(app)


def test_readers_see_the_map_of_released_figures(office, monkeypatch):
    office()
    of_officer = maps(coverage())
    monkeypatch.setenv("SOUNDING_BOARD_ROLE", "reader")
    app = coverage()
    assert len(maps(app)) == len(of_officer) == 1 and STEPS not in words(app)
    for trace in maps(app)[0]["data"]:
        assert "customdata" not in trace and "hovertext" not in trace and "meta" not in trace


def test_a_reader_of_an_office_without_boundaries_is_not_told_to_add_any(office, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_ROLE", "reader")
    assert STEPS not in words(coverage())


def test_what_areas_are_called_in_the_file_never_reaches_the_map(office):
    office(lambda: areas((("E06000001", "<img src=x onerror=alert(1)>"), ("E06000002", "Middlesbrough"))))
    app = coverage()
    assert "onerror" not in str(maps(app)) + words(app)
