"""An office that has added one file so far: every page says what that file can say, and what is missing for the rest."""

import pytest

from app import PAGES
from data.examples.make import office_files
from data.imports import save
from data.office import choose_office, open_office, store_path
from data.prepare import prepare
from data.profile import load
from data.reading import read_file
from tests.pages.test_screens import TODAY, run, words

NAMES = [name for listed in PAGES.values() for name, _ in listed if name not in ("definitions", "accessibility")]
KINDS = {"activities": "activity-log", "survey": "residents-survey", "outcomes": "you-said", "plan": "engagement-plan"}


@pytest.fixture(scope="module", params=KINDS)
def one_file(request, tmp_path_factory):
    """Cleveland's own store with the example file of one kind in it."""
    folder = tmp_path_factory.mktemp(request.param)
    profile = load("cleveland")
    name, content = next((name, content) for name, content in office_files(profile, TODAY).items() if KINDS[request.param] in name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDING_BOARD_STORE", str(folder))
        choose_office("cleveland")
        with open_office("cleveland", store_path("cleveland", example=False)) as store:
            save(store, prepare(read_file(name, content), profile, salt=store.setting("salt") or ""), "officer")
    return folder


@pytest.mark.parametrize("page", NAMES)
def test_a_page_works_with_one_file_of_any_kind(page, one_file, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(one_file))
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", TODAY.isoformat())
    app = run(page, "cleveland")
    assert not app.exception
    assert words(app).count("<h1>") == 1
