import hashlib

import pytest

from data import frames as stored
from data.imports import put_back
from data.office import open_office
from data.prepare import Choices
from data.privacy.erasure import erase, finish
from data.problems import StoreError
from data.profile import load
from data.settled.memory import remember
from data.store import Store
from tests.data.made_files import FILES
from tests.store import assert_same, figures, prepared, saved, where_held

PROFILE = load("cleveland")
MARKER = "QZERASEMEQZ"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "it's here" / "cleveland.duckdb"


def marked_log():
    rows = [["Activity", "Date", "What was heard", "Area"]]
    return rows + [[f"Stall {i}", "14/05/2024", f"{MARKER} {hashlib.sha256(str(i).encode()).hexdigest()}", f"{MARKER} place {i}"] for i in range(200)]


def marked_survey():
    rows = [["Response ID", "Date submitted", "Please tell us more about anything else", "Do you feel safe?"]]
    return rows + [[f"R{i}", "14/05/2024", f"{MARKER} it is {hashlib.sha256(str(i).encode()).hexdigest()} here and so on", "Yes"] for i in range(200)]


def bytes_held(path):
    return sum(one.read_bytes().count(MARKER.encode()) for one in path.parent.iterdir())


@pytest.mark.parametrize("rows", [marked_log(), marked_survey()], ids=["log", "survey"])
def test_what_was_erased_is_not_in_the_bytes_of_the_store(path, rows):
    with open_office("cleveland", path) as store:
        other = saved(store, FILES["outcomes.csv"], PROFILE, "other.csv").import_id
        receipt = saved(store, rows, PROFILE, f"{MARKER}.csv")
    assert bytes_held(path) > 100, "the marker must be in the file first, or finding none proves nothing"
    with open_office("cleveland", path) as store:
        before = figures(store)["outcomes"]
        erase(store, receipt.import_id, "an officer")
        assert where_held(store, MARKER) == []
        assert bytes_held(path) == 0, "neither in the file nor in the log beside it, while it is open"
        assert figures(store)["outcomes"].equals(before), "nothing else is touched"
        assert other in set(stored.imports(store)["import_id"])
    assert bytes_held(path) == 0
    with open_office("cleveland", path) as store:
        assert figures(store)["outcomes"].equals(before)


def test_an_erasure_is_written_down_without_what_was_erased(path):
    with open_office("cleveland", path) as store:
        receipt = saved(store, marked_log(), PROFILE, f"{MARKER}.csv")
        erase(store, receipt.import_id, "an officer")
        last = stored.changes(store).iloc[0]
        assert (last["what"], last["import_id"], last["who"]) == ("erased", receipt.import_id, "an officer")
        row = stored.imports(store).iloc[0]
        assert (row["status"], row["file_name"], row["rows_kept"]) == ("erased", "", 200)


def test_what_was_settled_about_an_erased_file_goes_with_it(path):
    with open_office("cleveland", path) as store:
        one = prepared(marked_log(), PROFILE)
        receipt = saved(store, marked_log(), PROFILE)
        remember(store, [one], Choices(terms={("areas", f"{MARKER} place 1"): "Hartlepool"}), [receipt.import_id], "an officer")
        assert len(store.frame("SELECT * FROM remembered"))
        erase(store, receipt.import_id, "an officer")
        assert not len(store.frame("SELECT * FROM remembered")) and bytes_held(path) == 0


@pytest.mark.parametrize("rows", FILES.values(), ids=FILES)
def test_erasing_any_kind_of_file_leaves_the_figures_as_they_were_before_it(rows):
    with open_office("cleveland", None) as store:
        before = {name: frame for name, frame in figures(store).items() if name != "imports"}
        held = set(store.frame("SELECT table_name FROM information_schema.tables")["table_name"])
        counts = {table: len(store.frame(f"SELECT 1 FROM {table}")) for table in held - {"imports", "changes"}}
        erase(store, saved(store, rows, PROFILE).import_id, "an officer")
        assert_same(before, {name: frame for name, frame in figures(store).items() if name != "imports"})
        assert counts == {table: len(store.frame(f"SELECT 1 FROM {table}")) for table in held - {"imports", "changes"}}


def test_what_is_erased_cannot_be_erased_again_or_put_back_and_may_be_added_again():
    with open_office("cleveland", None) as store:
        receipt = saved(store, FILES["log.csv"], PROFILE)
        erase(store, receipt.import_id, "an officer")
        for again in (erase, put_back):
            with pytest.raises(StoreError):
                again(store, receipt.import_id, "an officer")
        with pytest.raises(StoreError):
            erase(store, "census-2021", "an officer")
        assert saved(store, FILES["log.csv"], PROFILE).rows_kept == receipt.rows_kept


def test_an_erasure_that_was_interrupted_is_finished_when_the_store_is_opened(path, monkeypatch):
    with open_office("cleveland", path) as store:
        receipt = saved(store, marked_log(), PROFILE)
    with open_office("cleveland", path) as store, monkeypatch.context() as stopped, pytest.raises(SystemExit):
        stopped.setattr(Store, "rewrite", lambda self: (_ for _ in ()).throw(SystemExit))
        erase(store, receipt.import_id, "an officer")
    assert bytes_held(path) > 0
    with open_office("cleveland", path):
        assert bytes_held(path) == 0
    with open_office("cleveland", path) as store:
        finish(store)
        assert stored.imports(store)["status"].tolist() == ["erased"]


def test_others_read_before_and_after_the_file_is_written_anew(path):
    with open_office("cleveland", path) as store:
        saved(store, FILES["log.csv"], PROFILE)
        before = figures(store)
        store.rewrite()
        assert_same(before, figures(store))
        assert saved(store, FILES["outcomes.csv"], PROFILE).rows_kept == 1
        assert path.stat().st_mode & 0o777 == 0o600 and not path.with_name(f"{path.name}.new").exists()
