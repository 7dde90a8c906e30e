import pytest

from data import frames as stored
from data.office import choose_office, chosen_office, open_office, remove_example, store_path
from data.population import IMPORT_ID


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(tmp_path / "data"))
    return tmp_path / "data"


def test_the_office_chosen_is_remembered(folder):
    assert chosen_office() == ""
    choose_office("gwent")
    assert chosen_office() == "gwent"
    choose_office("cleveland")
    assert chosen_office() == "cleveland"
    assert folder.stat().st_mode & 0o077 == 0


def test_example_data_has_a_file_of_its_own(folder):
    assert store_path("gwent") == folder / "gwent.duckdb"
    assert store_path("gwent", example=True) == folder / "gwent-example.duckdb"


def test_removing_the_example_leaves_the_offices_own_data(folder):
    open_office("gwent", store_path("gwent")).close()
    open_office("gwent", store_path("gwent", example=True)).close()
    (folder / "gwent-example.duckdb.wal").write_bytes(b"")
    remove_example("gwent")
    assert [path.name for path in sorted(folder.iterdir())] == ["gwent.duckdb"]


def test_the_census_is_in_every_store_once_and_is_no_upload(folder):
    for _ in range(2):
        with open_office("gwent", store_path("gwent")) as store:
            assert store.frame("SELECT count(*) AS n FROM imports WHERE import_id = ?", [IMPORT_ID])["n"][0] == 1
            assert len(stored.population(store)) == store.frame("SELECT count(*) AS n FROM population")["n"][0] > 0
            assert stored.imports(store).empty and store.revision() == 0
