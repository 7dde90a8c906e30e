import pandas as pd
import pytest

from analysis.release.disclosure_audit import audited
from analysis.release.lattice import lattice
from data import frames as stored
from data.imports import put_back, withdraw
from data.office import open_office
from data.problems import StoreError
from data.profile import load
from data.settled.freeze import frozen
from data.settled.readers import FOR_READERS, FROM_RELEASES, favourable_totals, filled, readers_store, unreleased
from data.settled.releases import put_back_release, release, released, releases, survey_tallies, withdraw_release
from data.store import Store
from tests.data.made_export import export
from tests.store import rows, saved, where_held

PROFILE = load("cleveland")
# What of an office's store is not for readers, in any form.
KEPT = {
    "changes", "set_aside", "respondents", "respondent_characteristics", "answers", "releases", "erased_releases", "remembered",
    "written_answers", "themes", "codes",
    "theme_showings",
    "segments", "former_questions", "former_options", "former_answers",
}  # fmt: skip


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def survey_of(store):
    (survey,) = stored.surveys(store)["survey_id"]
    return survey


def drafted(store, survey):
    questions, options, people = stored.questions(store), stored.options(store), stored.respondent_tallies(store)
    return audited(lattice(questions, options, survey_tallies(store, survey), people, stored.listed(PROFILE)["tracked"])).shown


def make(store):
    survey = survey_of(store)
    return release(store, survey, drafted(store, survey), "an officer", "10-5", "passed")


def readers_figures(store):
    with readers_store(store) as own:
        return own.frame("SELECT split, category, option, people FROM tallies ORDER BY ALL")


def people_told(store):
    with readers_store(store) as own:
        return stored.surveys(own)["respondents"].tolist()


def test_a_survey_nobody_released_is_not_there_for_readers_and_is_named(store):
    saved(store, export(200), PROFILE)
    assert people_told(store) == []
    assert unreleased(store) == stored.surveys(store)["title"].tolist()
    with readers_store(store) as own:
        assert stored.questions(own).empty and stored.imports(own).empty


def test_readers_are_told_rounded_numbers_and_no_more(store):
    saved(store, export(203), PROFILE)
    made = make(store)
    assert people_told(store) == [205]
    assert unreleased(store) == []
    shown = released(store, made)["people"].dropna()
    assert len(shown) and (shown % 5 == 0).all() and (shown >= 10).all()


def test_a_release_is_frozen_until_ten_respondents_more(store):
    first = saved(store, export(200), PROFILE).import_id
    make(store)
    before = readers_figures(store)
    assert "fewer than 10" in frozen(store, survey_of(store))
    with pytest.raises(StoreError, match="fewer than 10"):
        make(store)
    second = saved(store, export(209), PROFILE, name="newer.csv", replaces=first).import_id
    assert "fewer than 10" in frozen(store, survey_of(store))
    pd.testing.assert_frame_equal(readers_figures(store), before)
    saved(store, export(210), PROFILE, name="newest.csv", replaces=second)
    assert frozen(store, survey_of(store)) == ""
    make(store)
    assert people_told(store) == [210]
    assert releases(store)["status"].tolist() == ["current", "superseded"]


def test_fewer_by_ten_counts_as_much_as_more(store):
    first = saved(store, export(200), PROFILE).import_id
    make(store)
    saved(store, export(200, skip=10), PROFILE, name="newer.csv", replaces=first)
    assert frozen(store, survey_of(store)) == ""


@pytest.mark.parametrize("people", [201, 205, 209])
def test_one_to_nine_more_change_no_figure_that_readers_see(store, people):
    first = saved(store, export(200), PROFILE).import_id
    make(store)
    before = readers_figures(store)
    saved(store, export(people), PROFILE, name="newer.csv", replaces=first)
    with pytest.raises(StoreError):
        make(store)
    pd.testing.assert_frame_equal(readers_figures(store), before)


def test_withdrawing_a_release_puts_nothing_in_its_place(store):
    first = saved(store, export(200), PROFILE).import_id
    make(store)
    saved(store, export(240), PROFILE, name="newer.csv", replaces=first)
    second = make(store)
    withdraw_release(store, second, "an officer")
    assert people_told(store) == []
    assert releases(store)["status"].tolist() == ["withdrawn", "superseded"]


def test_a_release_withdrawn_stays_a_reason_to_wait(store):
    """Somebody may have kept the figures, so withdrawing does not clear the way for a release one respondent apart."""
    first = saved(store, export(200), PROFILE).import_id
    made = make(store)
    withdraw_release(store, made, "an officer")
    saved(store, export(201), PROFILE, name="newer.csv", replaces=first)
    with pytest.raises(StoreError, match="fewer than 10"):
        make(store)


def test_a_release_put_back_shows_the_very_same_figures(store):
    saved(store, export(200), PROFILE)
    made = make(store)
    before = readers_figures(store)
    withdraw_release(store, made, "an officer")
    put_back_release(store, made, "an officer")
    pd.testing.assert_frame_equal(readers_figures(store), before)


def test_an_older_release_is_not_put_back_over_a_newer(store):
    first = saved(store, export(200), PROFILE).import_id
    old = make(store)
    withdraw_release(store, old, "an officer")
    saved(store, export(240), PROFILE, name="newer.csv", replaces=first)
    make(store)
    with pytest.raises(StoreError, match="newer release"):
        put_back_release(store, old, "an officer")


def test_undoing_an_upload_does_not_release_anything(store):
    """The upload is undone and put back: readers see the release or nothing, never figures worked out anew."""
    imported = saved(store, export(200), PROFILE).import_id
    make(store)
    before = readers_figures(store)
    withdraw(store, imported, "an officer")
    assert people_told(store) == []
    put_back(store, imported, "an officer")
    pd.testing.assert_frame_equal(readers_figures(store), before)
    assert len(releases(store)) == 1


def test_what_is_done_to_releases_is_written_down(store):
    saved(store, export(200), PROFILE)
    made = make(store)
    withdraw_release(store, made, "an officer")
    put_back_release(store, made, "an officer")
    assert stored.changes(store)["what"].tolist()[:3] == ["release put back", "release withdrawn", "released"]


def test_a_release_that_is_not_out_cannot_be_withdrawn(store):
    saved(store, export(200), PROFILE)
    made = make(store)
    withdraw_release(store, made, "an officer")
    with pytest.raises(StoreError, match="not current"):
        withdraw_release(store, made, "an officer")


def test_no_respondent_and_no_written_word_is_in_the_readers_store(store):
    saved(store, export(200), PROFILE)
    make(store)
    assert where_held(store, "kumquat")
    with readers_store(store) as own:
        assert where_held(own, "kumquat") == []
        for table in KEPT - {"changes"}:
            assert own.frame(f"SELECT 1 FROM {table}").empty, table


def test_every_table_is_for_readers_made_from_releases_or_kept_from_them(store):
    """A new table is not for readers until somebody says so in data/settled/readers.py, or here that it is not."""
    tables = set(store.frame("SELECT table_name FROM information_schema.tables")["table_name"])
    assert tables == KEPT | set(FOR_READERS) | set(FROM_RELEASES)
    assert not KEPT & {*FOR_READERS, *FROM_RELEASES}


def test_nothing_can_be_written_to_the_readers_store(store):
    with readers_store(store) as own, pytest.raises(StoreError, match="cannot change"), own.writing():
        raise AssertionError("a reader wrote something")


def test_a_survey_file_says_nothing_of_how_many_rows_it_had(store):
    saved(store, export(203), PROFILE)
    make(store)
    with readers_store(store) as own:
        assert own.frame("SELECT rows_read, rows_kept, rows_aside FROM imports").isna().all(axis=None)
        exact = own.frame("SELECT people FROM tallies UNION ALL SELECT people FROM respondent_tallies")["people"]
        assert not (exact[exact >= 10] % 5).any()


def test_a_stand_in_is_the_same_for_every_hidden_number():
    """What readers' pages add up stands on released numbers: a hidden one may be anything under ten."""
    columns = "release_id survey_id question_id what split category state option place people"
    cells = rows(
        columns,
        ("r", "s", None, "respondents", "all", None, "answered", None, None, 100.0),
        ("r", "s", None, "respondents", "sex", "Female", "answered", None, None, 60.0),
        ("r", "s", None, "respondents", "sex", "Male", "answered", None, None, 30.0),
        ("r", "s", None, "respondents", "sex", None, "no answer", None, None, None),
        ("r", "s", "q", "base", "all", None, "answered", None, None, 90.0),
        ("r", "s", "q", "answer", "all", None, "answered", 0, None, 80.0),
        ("r", "s", "q", "answer", "all", None, "answered", 1, None, None),
        ("r", "s", "q", "answer", "all", None, "answered", 2, None, None),
    )
    assert filled(cells)["people"].tolist() == [100, 60, 30, 9, 90, 80, 5, 5]


def test_no_stand_in_reaches_ten():
    columns = "release_id survey_id question_id what split category state option place people"
    cells = rows(
        columns,
        ("r", "s", None, "respondents", "all", None, "answered", None, None, 600.0),
        ("r", "s", "q", "base", "all", None, "answered", None, None, 600.0),
        ("r", "s", "q", "answer", "all", None, "answered", 0, None, None),
        ("r", "s", "q", "favourable", "all", None, "answered", None, None, None),
    )
    assert filled(cells)["people"].tolist()[2:] == [9, 5]


def test_only_a_readers_store_gives_released_totals(store):
    saved(store, export(200), PROFILE)
    make(store)
    assert favourable_totals(store) is None
    with readers_store(store) as own:
        assert favourable_totals(own) is not None


def test_the_readers_store_is_a_store_of_its_own(store):
    saved(store, export(200), PROFILE)
    with readers_store(store) as own:
        assert isinstance(own, Store) and own.path is None
    assert len(stored.surveys(store)) == 1
