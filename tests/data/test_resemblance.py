import pytest

from data.imports import withdraw
from data.office import open_office
from data.profile import load
from data.resemblance import known_series, newer_copy_of, same_file
from tests.store import prepared, saved

PROFILE = load("cleveland")
LOG = [["Activity", "Date", "Area"], *([f"Stall {i}", f"{i + 1:02}/05/2024", "Yarm"] for i in range(10)), ["Undated talk", "", ""]]
OUTCOMES = [["You said", "We did", "Stage"], *([f"Thing {i} is wrong", "Looked", "Done"] for i in range(4))]
PLAN = [["Planned activity", "Due by", "Area"], *([f"Survey {i}", "31/01/2025", "Yarm"] for i in range(4))]
SURVEY = [["Response ID", "Fair?", "Safe?"], *([f"R{i}", "Yes", "No"] for i in range(10))]
POPULATION = [["Area", "Characteristic", "Category", "People"], *([area, "All", "", "90000"] for area in ("Hartlepool", "Middlesbrough"))]


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


@pytest.mark.parametrize("rows", [LOG, OUTCOMES, PLAN, SURVEY, POPULATION], ids=["log", "outcomes", "plan", "survey", "population"])
def test_a_file_that_holds_all_of_an_earlier_one_again_is_its_newer_copy(store, rows):
    receipt = saved(store, rows, PROFILE)
    more = ["Brand new", *rows[1][1:]] if rows is not POPULATION else ["Stockton", *rows[1][1:]]
    found = newer_copy_of(store, _prepared(store, [rows[0], more, *rows[1:]]))
    assert found is not None
    assert (found.import_id, found.shared, found.had) == (receipt.import_id, len(rows) - 1, len(rows) - 1)


@pytest.mark.parametrize(("kept", "proposed"), [(10, True), (6, True), (5, False), (1, False)])
def test_half_of_the_earlier_file_must_come_again(store, kept, proposed):
    saved(store, LOG, PROFILE)
    others = [[f"Fair {i}", "14/06/2024", "Yarm"] for i in range(30)]
    assert (newer_copy_of(store, _prepared(store, [*LOG[: kept + 1], *others])) is not None) == proposed


def test_another_kind_of_file_is_no_copy(store):
    saved(store, LOG, PROFILE)
    assert newer_copy_of(store, _prepared(store, OUTCOMES)) is None


def test_a_file_out_of_the_figures_is_not_replaced(store):
    receipt = saved(store, LOG, PROFILE)
    withdraw(store, receipt.import_id, "an officer")
    assert newer_copy_of(store, _prepared(store, LOG)) is None


def test_the_earlier_file_that_most_comes_from_is_proposed(store):
    saved(store, [LOG[0], *LOG[1:4]], PROFILE, "small.csv")
    big = saved(store, [LOG[0], *LOG[4:11]], PROFILE, "big.csv")
    assert newer_copy_of(store, _prepared(store, LOG)).import_id == big.import_id


def test_responses_without_ids_are_never_taken_for_a_copy(store):
    rows = [["Date submitted", "Fair?", "Safe?"], ["14/05/2024", "Yes", "No"]]
    saved(store, rows, PROFILE)
    assert newer_copy_of(store, _prepared(store, [*rows, ["15/05/2024", "No", "No"]])) is None


def test_a_response_is_known_again_only_in_its_own_store(store):
    saved(store, SURVEY, PROFILE)
    assert newer_copy_of(store, prepared([*SURVEY, ["R99", "Yes", "No"]], PROFILE, salt="another store's")) is None


def test_the_very_same_file_is_known_by_its_bytes(store):
    receipt = saved(store, LOG, PROFILE)
    sha256 = _prepared(store, LOG).book.sha256
    found = same_file(store, sha256)
    assert (found.import_id, found.status, found.imported_by) == (receipt.import_id, "current", "an officer")
    withdraw(store, receipt.import_id, "an officer")
    assert same_file(store, sha256).status == "withdrawn"
    again = saved(store, LOG, PROFILE)
    assert same_file(store, sha256).import_id == again.import_id
    assert same_file(store, "0" * 64) is None


def test_another_wave_is_known_by_its_headings(store):
    saved(store, SURVEY, PROFILE, series="Residents panel")
    assert known_series(store, _prepared(store, [SURVEY[0], ["R77", "No", "No"]]).fingerprint) == "Residents panel"
    assert known_series(store, "0") == ""


def _prepared(store, rows):
    # The rows come under another name, so that they are not the very same file but for where that is asked.
    salt = store.setting("salt")
    return prepared(rows, PROFILE, salt=salt)
