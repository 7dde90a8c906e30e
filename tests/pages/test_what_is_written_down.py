"""Writing down on the screen that people were told, a key date, a decision: it shows at once, and undoing it leaves no trace."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.examples.load import load_example
from data.office import open_office, store_path
from data.profile import load
from data.settled.information_given import information_given
from data.settled.key_dates import key_dates
from data.settled.options_weighed import options_weighed
from data.settled.told import told_back
from pages.parts import session

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 9, 30)


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(tmp_path))
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", TODAY.isoformat())
    # Each run of a test looks to Streamlit like a first visit, which the guard would send round again, and the click with it.
    monkeypatch.setattr("pages.parts.frame.guard", lambda: None)
    with open_office("cleveland", store_path("cleveland", example=True)) as store:
        list(load_example(store, load("cleveland"), TODAY))
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    opened.query_params["office"] = "cleveland"
    opened.query_params["data"] = "example"
    opened.run()
    yield opened
    session._open.clear()


def words(app):
    return " ".join(element.proto.body for element in app.get("html"))


def kept(tmp_path):
    session._open.clear()
    return open_office("cleveland", store_path("cleveland", example=True))


def click(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def pick(app, view):
    next(box for box in app.selectbox if box.label == "Show").set_value(view).run()
    assert not app.exception


def test_telling_people_is_written_down_and_undone(app, tmp_path):
    app.switch_page("pages/outcomes.py").run()
    pick(app, "tell")
    before = words(app)
    assert app.text_area[0].value.startswith("You told us: “")
    click(app, "Write it down")
    assert "Say who was told, and how" in words(app)
    app.text_input(key="tell.whom").set_value("Residents")
    app.text_input(key="tell.how").set_value("Newsletter")
    click(app, "Write it down")
    assert "Residents, by Newsletter, Plain English" in words(app)
    click(app, "Undo")
    assert "Residents, by Newsletter" not in words(app)
    assert words(app).count("sb-card") == before.count("sb-card")
    with kept(tmp_path) as store:
        assert told_back(store).empty


def test_a_key_date_changes_what_a_duty_shows(app, tmp_path):
    app.switch_page("pages/duties.py").run()
    assert "before the precept was set on 3 February 2026" in words(app)
    app.selectbox(key="keydate.what").set_value("precept set")
    app.date_input(key="keydate.on").set_value(date(2026, 2, 10))
    click(app, "Write it down")
    assert "before the precept was set on 10 February 2026" in words(app)
    click(app, "Write it down")
    assert "already written down" in words(app)
    with kept(tmp_path) as store:
        assert len(key_dates(store)) == 4


def test_what_people_were_given_is_evidence_of_an_informed_consultation(app, tmp_path):
    app.switch_page("pages/duties.py").run()
    pick(app, "consultations")
    assert words(app).count("nothing is written down of what people were given") == 2
    click(app, "Write it down")
    assert "Say what people were given" in words(app)
    app.text_input(key="given.what").set_value("Questions and a summary")
    app.text_input(key="given.kept").set_value("Web page of the survey")
    app.date_input(key="given.on").set_value(date(2026, 5, 1))
    click(app, "Write it down")
    assert "Questions and a summary given on 1 May 2026, see Web page of the survey" in words(app)
    assert words(app).count("nothing is written down of what people were given") == 1
    click(app, "Take out")
    assert words(app).count("nothing is written down of what people were given") == 2
    with kept(tmp_path) as store:
        assert list(information_given(store)["title"]) == ["Precept consultation 2026"]


def test_a_line_of_the_plan_is_decided_with_its_reason(app, tmp_path):
    app.switch_page("pages/options.py").run()
    click(app, "Write it down")
    assert "Say why" in words(app)
    app.text_input(key="decide.why").set_value("It answers a duty")
    click(app, "Write it down")
    assert "It answers a duty" in words(app)
    app.text_input(key="option.title").set_value("Village evenings")
    click(app, "Put it forward")
    assert "Village evenings" in words(app)
    with kept(tmp_path) as store:
        found = options_weighed(store)
        assert sorted(found["decision"]) == ["not decided", "taken"]


def test_a_reader_sees_what_came_of_it_and_writes_nothing_down(app, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_ROLE", "reader")
    app.switch_page("pages/duties.py").run()
    assert not app.exception and not [button for button in app.button if button.label in ("Write it down", "Take out")]
    app.switch_page("pages/outcomes.py").run()
    (views,) = [box for box in app.selectbox if box.label == "Show"]
    assert not app.exception and views.options and "Tell people back" not in views.options
