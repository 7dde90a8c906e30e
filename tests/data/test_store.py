import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from data.problems import StoreError
from data.store import HARDENED, Store, folder, now, put, record

ROOT = Path(__file__).resolve().parents[2]


def run(code, *arguments):
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_new_store_is_empty_and_knows_its_schema_and_salt():
    with Store.open(None, office="cleveland") as store:
        assert store.revision() == 0 and store.setting("schema") == "1" and store.setting("office") == "cleveland"
        assert len(store.setting("salt")) == 32 and store.setting("nothing") is None
    with Store.open(None) as other, Store.open(None) as another:
        assert other.setting("salt") != another.setting("salt")


def test_what_was_written_is_there_when_opened_again(tmp_path):
    path = tmp_path / "a" / "b" / "office.duckdb"
    with Store.open(path) as store:
        salt = store.setting("salt")
        with store.writing() as cursor:
            record(cursor, "imported", "x", "an officer", "because")
    with Store.open(path) as store:
        assert store.revision() == 1 and store.setting("salt") == salt
        assert store.frame("SELECT what, import_id, who, why FROM changes").iloc[0].tolist() == ["imported", "x", "an officer", "because"]
    assert path.stat().st_mode & 0o077 == 0 and path.parent.stat().st_mode & 0o077 == 0


def test_an_error_in_the_middle_leaves_nothing_and_the_store_works_on():
    with Store.open(None) as store:
        with pytest.raises(ZeroDivisionError), store.writing() as cursor:
            record(cursor, "imported")
            raise ZeroDivisionError
        with pytest.raises(duckdb.Error), store.writing() as cursor:
            record(cursor, "imported")
            cursor.execute("SELECT no_such_column FROM changes")
        assert store.revision() == 0
        with store.writing() as cursor:
            record(cursor, "imported")
        assert store.revision() == 1


def test_a_commit_that_fails_gives_its_own_reason():
    with Store.open(None) as store:
        with pytest.raises(duckdb.TransactionException, match="no transaction is active"), store.writing() as cursor:
            cursor.execute("ROLLBACK")
        with store.writing() as cursor:
            record(cursor, "imported")
        assert store.revision() == 1


@pytest.mark.parametrize("error", [duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException])
def test_a_full_disk_is_told_in_plain_words(error):
    with Store.open(None) as store:
        with pytest.raises(StoreError, match="Make room on the disk") as caught, store.writing():
            raise error("No space left on device: /home/zelda/secret.duckdb")
        assert "zelda" not in str(caught.value) and caught.value.__suppress_context__
        assert store.revision() == 0


def test_threads_read_and_write_at_once_without_mixing():
    with Store.open(None) as store:
        wrong = []

        def write(name):
            for _ in range(20):
                with store.writing() as cursor:
                    record(cursor, name)
                    record(cursor, name)

        def read():
            for _ in range(60):
                if store.frame("SELECT count(*) % 2 AS odd FROM changes")["odd"][0]:
                    wrong.append("half of a pair was seen")

        threads = [threading.Thread(target=write, args=(name,)) for name in "abc"] + [threading.Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not wrong and store.revision() == 120
        assert store.frame("SELECT count(DISTINCT change_no) AS n FROM changes")["n"][0] == 120


def test_a_store_open_in_another_program_is_told_plainly(tmp_path):
    path = tmp_path / "office.duckdb"
    code = """
import sys
from pathlib import Path
from data.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""
    other = subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match=r"^The store office.duckdb is open in another program. Close the dashboard"):
            Store.open(path)
    finally:
        other.communicate("")
    with Store.open(path) as store:
        assert store.revision() == 0


def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path):
    path = tmp_path / "office.duckdb"
    path.write_bytes(b"this is no database at all" * 1000)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"office.duckdb could not be opened"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_store_of_another_version_is_refused_and_let_go(tmp_path):
    path = tmp_path / "office.duckdb"
    with Store.open(path) as store, store.writing() as cursor:
        cursor.execute("UPDATE settings SET value = '99' WHERE name = 'schema'")
    with pytest.raises(StoreError, match=r"schema 99, this is 1"):
        Store.open(path)
    duckdb.connect(str(path), config=dict(HARDENED)).close()


def test_a_file_that_holds_other_tables_is_not_taken_for_a_store(tmp_path):
    path = tmp_path / "office.duckdb"
    with Store.open(path) as store, store.writing() as cursor:
        cursor.execute("DROP TABLE settings; CREATE TABLE settings (other INTEGER)")
    with pytest.raises(StoreError, match="damaged"):
        Store.open(path)


def test_a_store_cut_short_is_refused_or_whole_and_never_wrong(tmp_path):
    path = tmp_path / "office.duckdb"
    with Store.open(path) as store:
        for i in range(5):
            with store.writing() as cursor:
                record(cursor, f"change {i}" * 100)
    content = path.read_bytes()
    made = random.Random(5)
    for _ in range(12):
        path.write_bytes(content[: made.randrange(1, len(content))])
        try:
            with Store.open(path) as store:
                assert store.revision() == 5
        except (StoreError, duckdb.Error):
            pass


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY changes TO '/tmp/out.csv'",
        "ATTACH '/tmp/other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM frame_in_python",
        "SET enable_external_access = true",
    ],
)
def test_no_statement_reaches_outside_the_store(sql):
    frame_in_python = pd.DataFrame({"a": [1]})
    with Store.open(None) as store, pytest.raises(duckdb.Error):
        store.frame(sql)
    assert len(frame_in_python) == 1


def test_rows_are_put_by_the_name_of_their_column():
    with Store.open(None) as store, store.writing() as cursor:
        put(cursor, "settings", pd.DataFrame({"value": ["b", "d"], "name": ["a", "c"]}))
        assert cursor.execute("SELECT value FROM settings WHERE name IN ('a', 'c') ORDER BY name").fetchall() == [("b",), ("d",)]


def test_times_are_kept_in_utc_without_a_zone():
    assert now().tzinfo is None and now().microsecond == 0


def test_the_folder_is_the_one_named_or_one_in_the_project(monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", "/somewhere/else")
    assert folder() == Path("/somewhere/else")
    monkeypatch.delenv("SOUNDING_BOARD_STORE")
    assert folder().is_relative_to(ROOT)


SAVES = """
import sys
from pathlib import Path
from data.office import open_office
from data.profile import load
from tests.store import saved
profile = load("cleveland")
with open_office("cleveland", Path(sys.argv[1])) as store:
    for number in range(10_000):
        rows = [["Activity", "Date", "Area"], *([f"Stall {number}.{i}", "14/05/2024", "Yarm"] for i in range(50))]
        print(saved(store, rows, profile, f"{number}.csv").import_id, flush=True)
"""


@pytest.mark.parametrize("wait", [0.0, 0.013, 0.037])
def test_a_program_killed_while_saving_loses_nothing_it_confirmed_and_keeps_no_half(tmp_path, wait):
    path = tmp_path / "office.duckdb"
    program = run(SAVES, path)
    confirmed = [program.stdout.readline().strip() for _ in range(4)]
    time.sleep(wait)
    program.kill()
    confirmed += program.communicate()[0].split("\n")
    confirmed = [name for name in confirmed if len(name) == 12]
    with Store.open(path) as store:
        held = store.frame(
            "SELECT import_id, rows_kept, (SELECT count(*) FROM activities a WHERE a.import_id = i.import_id) AS n FROM imports i WHERE sha256 <> ''"
        )
        areas = store.frame("SELECT count(*) AS n FROM activity_areas")["n"][0]
    assert set(confirmed) <= set(held["import_id"]) and len(held) - len(confirmed) in (0, 1)
    assert (held["n"] == 50).all() and (held["rows_kept"] == 50).all() and areas == 50 * len(held)
