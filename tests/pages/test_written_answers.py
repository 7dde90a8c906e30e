"""The reading room: ten comments a screen, every button keeps what was ticked, and nothing held is on any other page."""

import html
import logging
import shutil
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app import PAGES
from data.examples.load import load_example
from data.office import open_office, store_path
from data.profile import load
from data.settled.comments import comments, progress, quotes
from pages.parts import session

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 9, 30)
NAMES = [name for listed in PAGES.values() for name, _ in listed]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The example, read in once."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDING_BOARD_STORE", str(folder))
        path = store_path("gwent", example=True)
        with open_office("gwent", path) as store:
            list(load_example(store, load("gwent"), TODAY))
    return path


@pytest.fixture
def office(made, monkeypatch):
    """A copy of it for one test."""
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", TODAY.isoformat())
    # Its second run, which a browser never sees, would lose every click that is made here.
    monkeypatch.setattr("pages.parts.frame.guard", lambda: None)
    path = store_path("gwent", example=True)
    path.parent.mkdir(parents=True)
    shutil.copy(made, path)
    yield path
    session._open.clear()


def opened(page: str, **state: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=90)
    app.query_params["office"], app.query_params["data"] = "gwent", "example"
    for name, value in state.items():
        app.session_state[name] = value
    app.run()
    return app if page == "overview" else app.switch_page(f"pages/{page}.py").run()


def words(app: AppTest) -> str:
    return html.unescape(" ".join(element.proto.body for element in app.get("html")))


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def fill(app: AppTest, label: str, text: str) -> None:
    next(box for box in app.text_input if box.label == label).input(text)


def themes_of(app: AppTest) -> list:
    return [group for group in app.get("button_group") if group.label == "Themes of this comment"]


def stored(path: Path):
    with open_office("gwent", path) as store:
        survey = store.frame("SELECT survey_id FROM surveys ORDER BY closed_on DESC")["survey_id"].iloc[0]
        asked = progress(store, survey).sort_values("written")["question_id"].iloc[-1]
        return comments(store, asked), quotes(store, asked), progress(store, survey).set_index("question_id").loc[asked]


def test_ten_comments_are_coded_and_saved_together_and_the_next_ten_come(office):
    app = opened("written_answers")
    assert "0 of " in words(app)
    fill(app, "A theme that is missing", "Visible <b>policing</b>")
    press(app, "Add theme")
    groups = themes_of(app)
    assert len(groups) == 10
    groups[0].set_value([groups[0].options[0]] if isinstance(groups[0].options[0], str) else [0])
    press(app, "Save these comments")
    assert "0 of " not in words(app).split("</h1>")[0] and len(themes_of(app)) == 10


def test_details_are_taken_out_in_one_click_and_the_words_may_then_be_quoted(office):
    app = opened("written_answers")
    next(box for box in app.selectbox if box.label == "Which comments").set_value("details").run()
    assert "<mark>" in words(app)
    first = words(app).split("<mark>")[1].split("</mark>")[0]
    assert app.checkbox[0].disabled
    press(app, "Take out the marked details")
    assert first not in words(app)
    app.checkbox[0].check()
    press(app, "Save these comments")
    session._open.clear()
    found, quoted, counted = stored(office)
    assert not found["written"].str.contains(first, regex=False).any()
    assert counted["cleared"] == len(quoted) == 1 and "removed]" in quoted["written"].iloc[0]


def test_a_second_reader_sees_a_hundred_and_no_mark_of_the_first(office):
    app = opened("written_answers")
    fill(app, "A theme that is missing", "Patrols")
    press(app, "Add theme")
    press(app, "Save these comments")
    next(box for box in app.selectbox if box.label == "Reader").set_value("second").run()
    assert not app.exception
    assert not app.checkbox and "Themes suggested" not in words(app)
    next(box for box in app.selectbox if box.label == "What to do").set_value("agreement").run()
    assert "No comment has been read by both readers yet" in words(app)


@pytest.mark.parametrize("work", ["codebook", "agreement", "themes"])
def test_every_part_of_the_room_opens_before_anything_was_read(office, work):
    app = opened("written_answers")
    next(box for box in app.selectbox if box.label == "What to do").set_value(work).run()
    assert not app.exception and words(app).count("<h1>") == 1


def test_no_page_but_the_room_shows_a_word_of_what_is_held_and_no_log_or_address_does(office, caplog):
    with open_office("gwent", office) as store:
        held = store.frame("SELECT DISTINCT written FROM answers WHERE length(written) > 25")["written"].tolist()
    assert len(held) > 100
    with caplog.at_level(logging.DEBUG):
        for page, reader in [(page, False) for page in NAMES] + [("survey_results", True), ("written_answers", True)]:
            app = opened(page, reader=reader)
            assert not app.exception, page
            seen = words(app) + " ".join(str(value) for value in app.query_params.values())
            seen += " ".join(str(option) for box in (*app.selectbox, *app.multiselect) for option in box.options)
            if page == "written_answers" and not reader:
                assert any(one in seen for one in held)
                continue
            assert not [one for one in held if one in seen], page
    told = caplog.text
    assert not [one for one in held if one in told]
