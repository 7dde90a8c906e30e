"""The Imports page: every file with its receipt, and what can be done with each, one click at a time."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.office import choose_office, open_office, store_path
from data.prepare import Choices
from data.profile import load
from data.upload import keep, look
from tests.store import book, saved

ROOT = Path(__file__).resolve().parents[2]
PROFILE = load("cleveland")
LOG = [["Activity", "Date", "Area"], ["Stall <b>", "14/05/2024", "Middlesbrogh"], ["Fair", "15/05/2024", "Yarm"], ["Total", "", ""]]
SURVEY = [
    ["Response ID", "Date submitted", "How safe do you feel?", "Which do you use?"],
    *([f"R{i}", "14/05/2024", ("Very safe", "Fairly safe", "Very unsafe")[i % 3], ("Web", "Post")[i % 2]] for i in range(20)),
]


@pytest.fixture
def app(monkeypatch):
    # Its second run, which a browser never sees, would lose every click that is made here.
    monkeypatch.setattr("pages.parts.frame.guard", lambda: None)
    choose_office("cleveland")
    with open_office("cleveland", store_path("cleveland")) as store:
        choices = Choices(terms={("areas", "Middlesbrogh"): "Middlesbrough"})
        keep(store, look(store, PROFILE, book(LOG, "our log.csv"), choices), "an officer")
        saved(store, SURVEY, PROFILE, "town.csv")
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    opened.query_params["office"] = "cleveland"
    opened.run()
    opened.switch_page("pages/imports.py").run()
    yield opened
    assert not opened.exception


def words(app):
    return " ".join(element.proto.body for element in app.get("html"))


def click(app, starts):
    next(button for button in app.button if button.key.startswith(starts)).click().run()


def test_a_receipt_adds_up_and_says_why(app):
    said = words(app)
    assert "3 rows in the file = 2 kept + 1 set aside" in said and "20 rows in the file = 20 kept + 0 set aside" in said
    assert "1 row set aside" in said and "a total, not a row of its own" in said
    assert "Added" in said and "by an officer" in said and "Stall <b>" not in said


def test_what_is_remembered_is_shown_and_forgotten_in_one_click(app):
    assert "What is remembered" in words(app) and "“Middlesbrogh” means Middlesbrough" in words(app)
    click(app, "forget.")
    assert "What is remembered" not in words(app)


def test_a_file_is_erased_in_two_clicks_with_nothing_to_type(app):
    click(app, "erase.")
    assert "for good?" in words(app) and not app.text_input
    click(app, "erase.no")
    assert "for good?" not in words(app)
    click(app, "erase.")
    click(app, "erase.yes")
    assert "1 of 2 files are in the figures" in words(app) and "An erased file" in words(app)
    assert len([button for button in app.button if button.key.startswith("erase.")]) == 1


def test_a_survey_is_settled_after_saving_and_the_change_undone(app):
    click(app, "settle.")
    next(box for box in app.selectbox if box.label == "Who could answer").set_value("quota").run()
    assert "the survey&#39;s settings" in words(app)
    next(box for box in app.selectbox if box.label == "Kind of question 2").set_value("written").run()
    assert "question 2 to written answer" in words(app)
    assert next(box for box in app.selectbox if box.label == "Who could answer").value == "quota"
    click(app, "imports.undo")
    assert next(box for box in app.selectbox if box.label == "Kind of question 2").value == "one answer"
    click(app, "settle.")
    assert not app.selectbox


def test_a_file_is_withdrawn_and_put_back(app):
    click(app, "withdraw.")
    assert "1 of 2 files" in words(app)
    click(app, "back.")
    assert "2 of 2 files" in words(app)


def test_replacing_goes_to_add_data_and_says_what_will_be_replaced(app):
    click(app, "replace.")
    assert "Choose the newer copy" in words(app) and "takes the place of" in words(app)
