"""A save is whole or it is not there at all, whatever breaks and whoever else is saving."""

import random
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from data import frames as stored
from data import imports
from data.imports import save
from data.integrity import CHECKS
from data.office import open_office
from data.prepare import prepare
from data.problems import StoreError
from data.profile import load
from tests.data.made_files import FILES, LOG, OUTCOMES, SURVEY
from tests.store import assert_same, book, figures, prepared, rows_held, saved

PROFILE = load("cleveland")


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


@pytest.mark.parametrize("rule", list(CHECKS)[::8])
def test_a_check_that_fails_leaves_nothing_behind(store, rule, monkeypatch):
    saved(store, OUTCOMES, PROFILE)
    before, held, revision = figures(store), rows_held(store), store.revision()
    monkeypatch.setitem(CHECKS, rule, "SELECT 1 FROM imports WHERE file_name = 'bad.csv'")
    with pytest.raises(StoreError, match="Nothing was saved"):
        saved(store, SURVEY, PROFILE, "bad.csv")
    assert_same(before, figures(store))
    assert rows_held(store) == held and store.revision() == revision


@pytest.mark.parametrize("rows", FILES.values(), ids=FILES)
def test_whatever_breaks_a_save_at_any_step_leaves_nothing_behind(store, rows, monkeypatch):
    """Every write of a save fails in turn, as it would were the disk full or the program stopped, until none is left to fail."""
    saved(store, [["You said", "We did", "Stage"], ["It is loud", "Signs", "Done"]], PROFILE, "before.csv")
    before, held, revision = figures(store), rows_held(store), store.revision()
    one = prepared(rows, PROFILE)
    steps = ("put", "record", "write_tallies", "check")
    real = {step: getattr(imports, step) for step in steps}

    for failing in range(1000):
        done = 0

        def step(name, failing=failing):
            def run(*arguments):
                nonlocal done
                done += 1
                if done > failing:
                    raise SystemExit
                return real[name](*arguments)

            return run

        for name in steps:
            monkeypatch.setattr(imports, name, step(name))
        try:
            save(store, [one], "an officer")
            break
        except SystemExit:
            assert_same(before, figures(store))
            assert rows_held(store) == held and store.revision() == revision
    assert failing >= 4
    assert len(stored.imports(store)) == 2


def test_the_sheets_of_a_file_are_saved_together_or_not_at_all(store, monkeypatch):
    both = prepare(book(LOG, more={"Outcomes": OUTCOMES}), PROFILE)
    held = rows_held(store)
    monkeypatch.setitem(CHECKS, "no outcome", "SELECT 1 FROM outcomes")
    with pytest.raises(StoreError):
        save(store, both, "an officer")
    assert rows_held(store) == held
    monkeypatch.undo()
    receipts = save(store, both, "an officer")
    assert [receipt.rows_kept for receipt in receipts] == [3, 1]


def test_two_officers_saving_at_once_are_both_whole(store):
    many = [prepared([*LOG[:2], *([f"B{i}", f"Stall {i}", "14/05/2024", "Yarm"] for i in range(n))], PROFILE, f"log {n}.csv") for n in range(1, 9)]
    with ThreadPoolExecutor(4) as pool:
        receipts = list(pool.map(lambda one: save(store, [one], "an officer")[0], many))
    assert [receipt.rows_kept for receipt in receipts] == [n + 1 for n in range(1, 9)]
    assert len(stored.activities(store)) == sum(n + 1 for n in range(1, 9))
    assert store.revision() == 8
    assert store.frame("SELECT change_no FROM changes ORDER BY 1")["change_no"].tolist() == list(range(1, 9))


def test_of_the_same_file_saved_twice_at_once_one_is_kept(store):
    one = prepared(LOG, PROFILE)

    def attempt(_):
        try:
            return save(store, [one], "an officer")
        except StoreError:
            return None

    with ThreadPoolExecutor(4) as pool:
        kept = [receipts for receipts in pool.map(attempt, range(12)) if receipts]
    assert len(kept) == 1 and len(stored.activities(store)) == 3


def test_reading_goes_on_while_another_saves(store):
    saved(store, LOG, PROFILE)
    with store.writing() as cursor:
        cursor.execute("DELETE FROM activities")
        assert len(stored.activities(store)) == 3
        cursor.execute("INSERT INTO activities SELECT * FROM activities")
        cursor.execute("ROLLBACK")
        cursor.execute("BEGIN")
    assert len(stored.activities(store)) == 3


def test_the_same_answers_in_another_order_of_rows_give_the_same_tallies():
    found = []
    for seed in (1, 2):
        people = SURVEY[1:] * 1
        random.Random(seed).shuffle(people)
        with open_office("cleveland", None) as opened:
            saved(opened, [SURVEY[0], *people], PROFILE)
            sql = """
                SELECT wording, split, category, label, sum(people) AS people FROM tallies JOIN questions USING (question_id)
                LEFT JOIN options USING (question_id, option) GROUP BY ALL ORDER BY ALL
            """
            found.append(opened.frame(sql))
    pd.testing.assert_frame_equal(*found)


def test_a_store_opened_again_holds_what_was_saved(tmp_path):
    path = tmp_path / "deep" / "cleveland.duckdb"
    with open_office("cleveland", path) as opened:
        for name, rows in FILES.items():
            saved(opened, rows, PROFILE, name)
        before, revision, salt = figures(opened), opened.revision(), opened.setting("salt")
    with open_office("cleveland", path) as opened:
        assert_same(before, figures(opened))
        assert (opened.revision(), opened.setting("salt")) == (revision, salt)
        with pytest.raises(StoreError, match="already in the figures"):
            saved(opened, LOG, PROFILE, "log.csv")
