"""Every page runs on an empty store and on the example, straight and through app.py, without an error."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app import PAGES
from data.examples.load import load_example
from data.office import choose_office, open_office, store_path
from data.profile import available, load

ROOT = Path(__file__).resolve().parents[2]
NAMES = [name for listed in PAGES.values() for name, _ in listed]
TODAY = date(2026, 9, 30)


def run(page: str, office: str, example: bool = False, view: str = "") -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["office"] = office
    if example:
        app.query_params["data"] = "example"
    if view:
        app.query_params["view"] = view
    app.run()
    return app if page == "overview" else app.switch_page(f"pages/{page}.py").run()


def words(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    """The three offices' examples, each in its own store, made once."""
    folder = tmp_path_factory.mktemp("examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDING_BOARD_STORE", str(folder))
        for office in available():
            with open_office(office, store_path(office, example=True)) as store:
                list(load_example(store, load(office), TODAY))
    return folder


@pytest.mark.parametrize("page", NAMES)
def test_a_page_without_data_says_what_to_do(page):
    choose_office("cleveland")
    app = run(page, "cleveland")
    assert not app.exception
    assert words(app).count("<h1>") == 1


@pytest.mark.parametrize("office", ["cleveland", "nottinghamshire", "gwent"])
@pytest.mark.parametrize("page", NAMES)
def test_a_page_shows_the_example_of_each_office(page, office, examples, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(examples))
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", TODAY.isoformat())
    app = run(page, office, example=True)
    assert not app.exception
    assert words(app).count("<h1>") == 1
    assert "Example data" in words(app) or page == "present"


def test_nobody_has_chosen_an_office_yet():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert "Who have we heard" in words(app)
