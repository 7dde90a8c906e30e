"""Adding a file: what is not in a list is settled list by list, and how a question was read is changed in one click."""

from itertools import cycle, islice
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.office import choose_office, open_office, store_path
from data.prepare import Choices
from data.profile import load
from data.upload import look
from pages.parts.upload_state import Upload
from tests.store import book

ROOT = Path(__file__).resolve().parents[2]
PROFILE = load("cleveland")
PLACES = ["Middlesbrogh", "Hartlepol", "Mars", "Yarm", *(f"Planet {n}" for n in range(30))]
LOG = [["Activity", "Date", "Area", "Methodologies"], *([f"Stall {n}", "14/05/2024", place, "Pigeon post"] for n, place in enumerate(PLACES))]
TYPED = [["Timestamp", "What matters?", "Safe?"]]
TYPED += [["2026-05-13 10:00:00", said, "Yes"] for said in [*islice(cycle(["Patrols", "CCTV"]), 40), "a dog warden", "more lights by the park"]]

CODED = [["Response ID", "Safe at home", "Safe in town", "Q3"], *([str(n), str(1 + n % 3), str(1 + n // 2 % 3), str(1 + n % 2)] for n in range(30))]


def dropped(rows):
    """The page Add data with a file read and not yet saved."""
    with open_office("cleveland", store_path("cleveland")) as store:
        opened = look(store, PROFILE, book(rows), Choices())
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["office"] = "cleveland"
    app.run()
    app.session_state["upload.cleveland.False"] = Upload(name="log.csv", opened=opened)
    return app.switch_page("pages/upload.py").run()


@pytest.fixture(autouse=True)
def office(monkeypatch):
    # Its second run, which a browser never sees, would lose every click that is made here.
    monkeypatch.setattr("pages.parts.frame.guard", lambda: None)
    choose_office("cleveland")


def words(app):
    return " ".join(element.proto.body for element in app.get("html"))


def click(app, starts):
    next(button for button in app.button if button.label.startswith(starts)).click().run()
    assert not app.exception


def terms(app):
    return app.session_state["upload.cleveland.False"].choices.terms


def test_what_is_alike_is_one_thing_to_check():
    said = words(dropped(LOG))
    assert "2 things to check" in said and "Areas: 33 are not in the strategy’s list" in said and "They stand in 33 of 34 rows" in said


def test_every_suggestion_is_used_and_the_rest_left_blank_in_one_click_each_and_undone_in_one():
    app = dropped(LOG)
    click(app, "Use all the suggestions")
    assert terms(app) == {("areas", "Middlesbrogh"): "Middlesbrough", ("areas", "Hartlepol"): "Hartlepool"}
    click(app, "Leave all of them blank")
    assert len(terms(app)) == 34 and "to check" not in words(app)
    assert "“Pigeon post” is left blank" in words(app) and "and 28 more" in words(app)
    click(app, "Undo all 34 repairs")
    assert terms(app) == {} and "2 things to check" in words(app)


def test_a_column_that_holds_hardly_any_term_of_its_list_can_be_said_to_be_another():
    app = dropped(LOG)
    click(app, "This column is not Areas")
    assert "Areas: " not in words(app) and "1 thing to check" in words(app)


def test_words_read_as_other_are_told_and_are_options_again_in_one_click():
    app = dropped(TYPED)
    assert "42 responses to 2 questions" in words(app) and "2 answers typed in place of an option" in words(app)
    kind = next(box for box in app.selectbox if box.label == "Kind")
    assert kind.value == "one answer, own words"
    kind.set_value("one answer").run()
    assert not app.exception and "typed in place" not in words(app)
    assert next(box for box in app.selectbox if box.label == "Kind").value == "one answer"


def area(app, starts):
    return next(box for box in app.text_area if box.label.startswith(starts))


def test_what_numbers_stand_for_is_said_once_for_all_questions_with_the_same_numbers():
    app = dropped(CODED)
    assert [expander.label for expander in app.expander if "stand for" in expander.label] == ["What the numbers stand for (3, 3 to look at)"]
    area(app, "B").input("1 = Very safe\n2 = Fairly safe\n3 = Very unsafe")
    click(app, "Use them for all 2 questions")
    assert [expander.label for expander in app.expander if "stand for" in expander.label] == ["What the numbers stand for (3, 1 to look at)"]
    assert area(app, "C").value.startswith("1 = Very safe") and area(app, "D").value == "1 = \n2 = "
    assert [box.value for box in app.selectbox if box.label == "Kind"] == ["rating", "rating", "one answer"]
    area(app, "B").input("")
    click(app, "Use these words")
    assert [expander.label for expander in app.expander if "stand for" in expander.label] == ["What the numbers stand for (3, 2 to look at)"]


def test_words_that_name_a_person_are_no_answer():
    app = dropped(CODED)
    area(app, "B").input("1 = write to ann.example@mail.example")
    click(app, "Use them for all 2 questions")
    assert "names a person" in words(app) and not app.session_state["upload.cleveland.False"].choices.labels
