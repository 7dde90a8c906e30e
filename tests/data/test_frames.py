import inspect

import pandas as pd
import pytest

from data import frames as stored
from data.imports import withdraw
from data.office import open_office
from data.profile import load
from data.store import Store
from tests.data.made_files import FILES
from tests.store import saved

PROFILE = load("cleveland")
READERS = [
    name
    for name, function in inspect.getmembers(stored, inspect.isfunction)
    if list(inspect.signature(function).parameters) == ["store"] and name[0] != "_"
]


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def fill(store):
    return {name: saved(store, rows, PROFILE, name).import_id for name, rows in FILES.items()}


def everything(store):
    return {name: getattr(stored, name)(store) for name in READERS}


def test_a_frame_has_the_same_columns_and_types_empty_and_filled(store):
    empty = everything(store)
    fill(store)
    for name, filled in everything(store).items():
        assert list(empty[name].columns) == list(filled.columns) and not filled.empty, name
        for column in filled:
            if column.endswith(("_on", "due_from", "due_to", "as_at", "up_to")):
                assert pd.api.types.is_datetime64_any_dtype(empty[name][column]), (name, column)
                assert pd.api.types.is_datetime64_any_dtype(filled[column]), (name, column)


def test_what_was_withdrawn_is_in_no_frame(store):
    empty = everything(store)
    for import_id in fill(store).values():
        withdraw(store, import_id, "an officer")
    for name, left in everything(store).items():
        if name not in ("imports", "changes"):
            pd.testing.assert_frame_equal(left, empty[name], obj=name)


def test_a_survey_is_read_by_split(store):
    fill(store)
    asked = stored.questions(store)["question_id"].tolist()
    assert stored.tallies(store, asked, "area")["category"].dropna().unique().tolist() == ["Hartlepool", "Stockton-on-Tees"]
    assert stored.tallies(store, [], "all").empty and stored.tallies(store, ["nothing"], "all").empty
    assert stored.tracked_tallies(store)["question_id"].unique().tolist() == [asked[1]]


def test_uploaded_population_outranks_the_census_for_a_whole_characteristic_of_an_area(store):
    before = stored.population(store)
    rows = [
        ["Area", "Characteristic", "Category", "People"],
        ["Hartlepool", "Age", "0 to 49", "50,000"],
        ["Hartlepool", "Age", "50 and over", "42,000"],
    ]
    saved(store, rows, PROFILE)
    after = stored.population(store)
    ages = after[(after["area_code"] == "E06000001") & (after["characteristic"] == "age")]
    # With the census's own bands beside them, Hartlepool would have twice its people.
    assert ages["people"].sum() == 92_000
    rest = ~((before["area_code"] == "E06000001") & (before["characteristic"] == "age"))
    pd.testing.assert_frame_equal(before[rest].reset_index(drop=True), after.drop(ages.index).reset_index(drop=True))


def test_the_newest_population_counts(store):
    for people, name in (("90,000", "old.csv"), ("95,000", "new.csv")):
        receipt = saved(store, [["Area", "Characteristic", "Category", "People"], ["Hartlepool", "All", "", people]], PROFILE, name)
        with store.writing() as cursor:
            cursor.execute(
                "UPDATE imports SET imported_at = imported_at + to_seconds(?) WHERE import_id = ?",
                [60 if name == "new.csv" else 0, receipt.import_id],
            )
    found = stored.population(store)
    assert found[(found["area_code"] == "E06000001") & (found["characteristic"] == "all")]["people"].tolist() == [95_000]


def test_everything_done_is_told_newest_first(store):
    ids = fill(store)
    withdraw(store, ids["log.csv"], "an officer", "wrong year")
    found = stored.changes(store)
    assert found["change_no"].tolist() == list(range(len(ids) + 1, 0, -1))
    assert found[["what", "who", "why", "file_name"]].iloc[0].tolist() == ["withdrawn", "an officer", "wrong year", "log.csv"]


def test_the_profiles_own_lists_are_frames():
    found = stored.listed(PROFILE)
    assert found["areas"]["area"].tolist() == [term.name for term in PROFILE.areas]
    assert set(found["duties"]["duty"]) == {duty.id for duty in PROFILE.duties}
    assert len(found["tracked"]) == sum(len(tracked.favourable) for tracked in PROFILE.tracked)


def test_readers_do_not_change_the_store(store):
    fill(store)
    assert isinstance(store, Store)
    revision = store.revision()
    for name in READERS:
        getattr(stored, name)(store)
    assert store.revision() == revision


def test_figures_for_places_that_are_no_area_of_the_strategy_are_left_out(store):
    before = stored.population(store)
    rows = [["Area", "Characteristic", "Category", "People"], ["England", "All", "", "56,000,000"], ["Hartlepool", "Horoscope", "Leo", "7"]]
    saved(store, rows, PROFILE)
    pd.testing.assert_frame_equal(before, stored.population(store))


def test_what_was_set_aside_stands_in_the_order_of_the_rows(store):
    rows = [["Activity", "Date", "Area"], *([f"Stall {i}", "14/05/2024", f"Nowhere {i}"] for i in range(12)), ["Total"]]
    receipt = saved(store, rows, PROFILE)
    assert stored.set_aside(store, receipt.import_id)["cell"].tolist() == [*(f"C{row}" for row in range(2, 14)), "row 14"]
