"""A store made by an earlier version gets what it lacks when it is opened, and loses nothing."""

from data import frames as stored
from data.office import open_office
from data.profile import load
from data.schema import lacking
from data.store import Store
from tests.store import saved

HEARD = [["Reference", "You said", "We did", "Provider"], ["YS-1", "It is dark", "Lights", "Victim Care"]]


def test_a_store_that_lacks_nothing_is_left_as_it_is():
    with Store.open(None) as store:
        columns = store.frame("SELECT table_name, column_name FROM information_schema.columns")
        assert lacking({table: set(names) for table, names in columns.groupby("table_name")["column_name"]}) == []


def test_a_new_column_stands_empty_in_the_rows_that_were_there_before(tmp_path):
    path, profile = tmp_path / "office.duckdb", load("cleveland")
    with open_office("cleveland", path) as store:
        saved(store, HEARD, profile, "first.csv")
        with store.writing() as cursor:
            cursor.execute("ALTER TABLE outcomes DROP COLUMN provider")
            cursor.execute("ALTER TABLE outcomes DROP COLUMN told_format")
            cursor.execute("ALTER TABLE imports DROP COLUMN left_out")
    with open_office("cleveland", path) as store:
        kept = stored.outcomes(store)
        assert kept["you_said"].tolist() == ["It is dark"] and kept["provider"].isna().all() and kept["told_format"].isna().all()
        saved(store, [HEARD[0], ["YS-2", "It is loud", "Fewer sirens", "Victim Care"]], profile, "second.csv")
        assert stored.outcomes(store).set_index("you_said")["provider"]["It is loud"] == "Victim Care"


def test_a_new_table_is_made_beside_the_old_ones(tmp_path):
    path = tmp_path / "office.duckdb"
    with Store.open(path) as store, store.writing() as cursor:
        cursor.execute("DROP TABLE segments")
    with Store.open(path) as store:
        assert store.frame("SELECT * FROM segments").columns.tolist() == ["segment_id", "name", "characteristic", "category"]
