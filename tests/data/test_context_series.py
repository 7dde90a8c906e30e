"""A published series from its file to the frame that pages read, out of the figures and back."""

from datetime import date

import pytest

from data import frames as stored
from data.imports import put_back, save, withdraw
from data.logbook.period_ends import period_end, unit_of
from data.prepare import prepare
from data.profile import load
from data.reading import read_file
from data.resemblance import newer_copy_of
from data.settled.readers import readers_store
from data.store import Store

PROFILE = load("cleveland")
ROWS = """Series,Source,Period,Value,Unit
Police do a good job,Crime Survey for England and Wales,2023/24,49%,%
Police do a good job,Crime Survey for England and Wales,2022/23,52.5,%
Police do a good job,Crime Survey for England and Wales,soon,50,%
Calls,Force,June 2025,"1,204",calls
"""


@pytest.fixture
def store():
    with Store.open(None) as store:
        yield store


def add(store, text=ROWS, name="csew.csv"):
    return save(store, prepare(read_file(name, text.encode()), PROFILE), "officer")[0]


def test_a_published_series_is_recognised_checked_and_saved(store):
    (prepared,) = prepare(read_file("csew.csv", ROWS.encode()), PROFILE)
    assert (prepared.kind, prepared.counted, prepared.reading.rows_kept) == ("context_series", "4 figures", 4)
    assert [problem.cell for problem in prepared.reading.problems] == ["C4"]
    add(store)
    rows = stored.context_series(store)
    good = rows[rows["series"] == "Police do a good job"]
    assert list(good["period"]) == ["2022/23", "2023/24", "soon"] and list(good["value"]) == [0.525, 0.49, 0.5]
    assert good["ends_on"].iloc[1].date() == date(2024, 3, 31)
    assert rows.loc[rows["series"] == "Calls", "value"].tolist() == [1204.0]


def test_shares_written_as_parts_of_one_are_the_same_shares(store):
    add(store, "Series,Source,Period,Value,Unit\nGood job,CSEW,2023/24,0.49,per cent\nGood job,CSEW,2024/25,0.47,per cent\n")
    assert stored.context_series(store)["value"].tolist() == [0.49, 0.47]


def test_it_leaves_the_figures_and_comes_back_like_any_file(store):
    receipt = add(store)
    withdraw(store, receipt.import_id, "officer")
    assert stored.context_series(store).empty
    put_back(store, receipt.import_id, "officer")
    assert len(stored.context_series(store)) == 4


def test_a_newer_file_s_figure_of_a_period_counts(store):
    add(store)
    with store.writing() as cursor:
        cursor.execute("UPDATE imports SET imported_at = imported_at - INTERVAL 1 DAY")
    add(store, ROWS.replace("49%", "48%"), "newer.csv")
    rows = stored.context_series(store)
    assert rows.loc[rows["period"] == "2023/24", "value"].tolist() == [0.48]


def test_a_newer_copy_of_it_is_known_for_one(store):
    receipt = add(store)
    (grown,) = prepare(read_file("csew-2.csv", (ROWS + "Police do a good job,Crime Survey for England and Wales,2024/25,48,%\n").encode()), PROFILE)
    found = newer_copy_of(store, grown)
    assert found is not None and found.import_id == receipt.import_id


def test_readers_may_see_what_others_published(store):
    add(store)
    assert len(stored.context_series(readers_store(store))) == 4


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("2023/24", date(2024, 3, 31)),
        ("2023-2024", date(2024, 3, 31)),
        ("Year ending June 2025", date(2025, 6, 30)),
        ("Q2 2024", date(2024, 6, 30)),
        ("2024", date(2024, 12, 31)),
        ("2024-03-31", date(2024, 3, 31)),
        ("2023/26", None),
        ("soon", None),
    ],
)
def test_a_period_ends_on_its_last_day(said, last):
    assert period_end(said) == last


def test_per_cent_is_one_unit_however_written():
    assert {unit_of(said) for said in ("%", "Per cent", "percentage", "Percentage of adults")} == {"per cent"}
    assert unit_of("per 1,000 people") == "per 1,000 people"
