"""What readers reach: released figures on every page and in every download, none of the officer's rooms, no exact number, no word anybody wrote."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.charts import draw
from app import PAGES
from data.office import choose_office, open_office, store_path
from data.profile import load
from data.settled.releases import release
from pages.parts import show
from pages.parts.role import OFFICERS_ROOMS
from pages.parts.session_releases import draft_of
from publishing.comma_separated import comma_separated
from tests.data.made_export import export
from tests.store import saved

ROOT = Path(__file__).resolve().parents[2]
LISTED = [(name, title) for listed in PAGES.values() for name, title in listed]
ROOMS = [(name, title) for name, title in LISTED if title in OFFICERS_ROOMS]
OPEN = [(name, title) for name, title in LISTED if title not in OFFICERS_ROOMS]
PROFILE = load("cleveland")
REFUSED = "This page is for the engagement officer"
SPLITS = ("", "area", "sex")


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    """An office with two surveys, the first released, the second not; and the exact numbers behind them."""
    folder = tmp_path_factory.mktemp("readers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDING_BOARD_STORE", str(folder))
        choose_office("cleveland")
        with open_office("cleveland", store_path("cleveland")) as store:
            out = saved(store, export(1237), PROFILE, name="Residents survey 2026.csv", series="Residents survey").import_id
            saved(store, export(613, skip=100), PROFILE, name="Secret survey 2026.csv", series="Kept back")
            release(store, out, draft_of(store, PROFILE, out).shown, "an officer", "10-5", "passed")
            counts = "SELECT people FROM tallies UNION SELECT people FROM respondent_tallies"
            exact = {int(n) for n in store.frame(counts)["people"] if n >= 100 and n % 5}
    return folder, exact


@pytest.fixture
def reader(offices, monkeypatch):
    """A server for readers only, and the findings whose downloads a page offers."""
    folder, exact = offices
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(folder))
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", "2026-09-30")
    monkeypatch.setenv("SOUNDING_BOARD_ROLE", "reader")
    found = []
    monkeypatch.setattr(show, "downloads", found.append)
    return exact, found


def opened(page, **state):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["office"] = "cleveland"
    for name, value in state.items():
        app.session_state[name] = value
    app.run()
    return app if page == "overview" else app.switch_page(f"pages/{page}.py").run()


def words(app):
    return " ".join(element.proto.body for element in app.get("html"))


def numbers(text):
    return {int(n.replace(",", "")) for n in re.findall(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,])|(?<![\d.,])\d{3,5}(?![\d.,])", text)}


@pytest.mark.parametrize(("page", "title"), OPEN, ids=[name for name, _ in OPEN])
def test_a_page_of_readers_shows_no_exact_number_and_no_word_anybody_wrote(page, title, reader):
    exact, found = reader
    assert {1237, 613 - 100} & exact
    app = opened(page)
    assert not app.exception, title
    seen = words(app) + " ".join(str(option) for box in app.selectbox for option in box.options)
    for one in found:
        seen += comma_separated(one, "Office").decode("utf-8-sig") + (str(draw(one).to_dict()) if one.chart and not one.published.empty else "")
    assert REFUSED not in seen
    assert "kumquat" not in seen
    assert numbers(seen) & exact == set()


@pytest.mark.parametrize("split", SPLITS, ids=["alone", *SPLITS[1:]])
def test_every_number_of_people_in_a_readers_download_is_a_rounded_one(split, reader):
    exact, found = reader
    app = opened("survey_results")
    (by,) = [box for box in app.selectbox if box.key.startswith("split.")]
    found.clear()
    by.set_value(split).run()
    assert not app.exception and len(found) >= 3
    for one in found:
        rows = one.published.rows
        for column in ("numerator", "denominator", "base"):
            shown = rows[column].dropna()
            assert (shown >= 10).all() and (shown % 5 == 0).all(), one.headline
        text = comma_separated(one, "Office").decode("utf-8-sig")
        assert numbers(text) & exact == set()


@pytest.mark.parametrize(("page", "title"), ROOMS, ids=[name for name, _ in ROOMS])
def test_an_officers_room_refuses_a_reader_who_knows_its_address(page, title, reader):
    app = opened(page)
    assert not app.exception
    assert REFUSED in words(app), title
    assert not app.selectbox and not app.get("file_uploader") and not app.button


@pytest.mark.parametrize(("page", "title"), ROOMS, ids=[name for name, _ in ROOMS])
def test_a_session_cannot_call_itself_an_officers_where_readers_only_are_served(page, title, reader):
    assert REFUSED in words(opened(page, reader=False)), title


def test_every_officers_room_is_a_page():
    assert {title for _, title in LISTED} >= OFFICERS_ROOMS


def test_a_survey_not_released_is_named_as_such_and_shows_nothing(reader):
    app = opened("survey_results")
    assert "Not released yet: Kept back" in words(app)
    (survey,) = [box for box in app.selectbox if box.label == "Survey"]
    assert len(survey.options) == 1 and "Residents survey" in survey.options[0]


def test_where_nothing_is_released_a_reader_is_told_so(offices, reader, monkeypatch, tmp_path):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(tmp_path / "other"))
    choose_office("cleveland")
    with open_office("cleveland", store_path("cleveland")) as store:
        saved(store, export(60), PROFILE)
    for page in ("overview", "survey_results", "coverage", "present"):
        app = opened(page)
        assert not app.exception
        assert "Nothing has been released yet" in words(app), page


def test_the_officer_looks_as_a_reader_and_comes_back(offices, reader, monkeypatch):
    monkeypatch.delenv("SOUNDING_BOARD_ROLE")
    app = opened("survey_results")
    assert "You are looking as a reader" not in words(app)
    (enter,) = [button for button in app.button if button.label == "View as a reader"]
    enter.click().run()
    assert "You are looking as a reader" in words(app) and "1,235" in words(app)
    (leave,) = [button for button in app.button if button.label == "Back to the officer's view"]
    leave.click().run()
    assert not app.exception
    assert "You are looking as a reader" not in words(app)


def test_the_officers_draft_says_what_is_hidden_and_why(offices, reader, monkeypatch):
    monkeypatch.delenv("SOUNDING_BOARD_ROLE")
    app = opened("releases")
    assert not app.exception
    shown = words(app)
    assert "1 of 2 surveys are released to readers" in shown
    assert "Fewer than 10 people, or nobody" in shown and "Audit passed" in shown


def test_the_officer_releases_withdraws_and_puts_back(reader, monkeypatch, tmp_path):
    monkeypatch.delenv("SOUNDING_BOARD_ROLE")
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(tmp_path / "own"))
    # Its second run, which a browser never sees, would lose every click that is made here.
    monkeypatch.setattr("pages.parts.frame.guard", lambda: None)
    choose_office("cleveland")
    with open_office("cleveland", store_path("cleveland")) as store:
        saved(store, export(80), PROFILE)
    app = opened("releases")
    for label, said in (("Release to readers", "1 of 1 surveys"), ("Withdraw", "0 of 1 surveys"), ("Put back", "1 of 1 surveys")):
        (button,) = [one for one in app.button if one.label == label]
        assert not button.disabled
        button.click().run()
        assert not app.exception and said in words(app), label
    (again,) = [one for one in app.button if one.label == "Release to readers"]
    assert again.disabled and "Nothing that readers see would change" in words(app) and "Frozen" not in words(app)
