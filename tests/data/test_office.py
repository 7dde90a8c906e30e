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


def test_a_store_with_the_census_figures_of_an_earlier_version_gets_those_of_this_one(folder):
    with open_office("gwent", store_path("gwent")) as store:
        first = stored.population(store)
        with store.writing() as cursor:
            cursor.execute("DELETE FROM population WHERE characteristic = 'sex'")
            cursor.execute("UPDATE population SET people = people + 1 WHERE characteristic = 'age'")
            cursor.execute("INSERT INTO population (import_id, area_code, characteristic, people) VALUES ('uploaded', 'W06000022', 'carer', 5)")
    with open_office("gwent", store_path("gwent")) as store:
        ours = store.frame("SELECT * FROM population WHERE import_id = ?", [IMPORT_ID])
        assert len(ours) == len(ours.merge(first)) == len(first)
        assert store.frame("SELECT people FROM population WHERE import_id = 'uploaded'")["people"].tolist() == [5]
        assert store.frame("SELECT count(*) AS n FROM imports")["n"][0] == 1
