"""A program that is ended in the middle of a save leaves all of it or nothing: killed as a power cut would, at many moments."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from data import frames as stored
from data.integrity import check
from data.office import open_office
from data.profile import load
from tests.store import assert_same, figures, saved

ROOT = Path(__file__).resolve().parents[2]
LOG = [["Activity", "Date", "Area"], *([f"Stall {i}", "14/05/2024", "Yarm; Hartlepool"] for i in range(3000))]
SAVE = """
import sys
from pathlib import Path
from data.office import open_office
from data.profile import load
from tests.data.test_killed import LOG
from tests.store import saved
store = open_office("cleveland", Path(sys.argv[1]))
print("ready", flush=True)
saved(store, LOG, load("cleveland"), "killed.csv")
print("saved", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    "after", [0.0, 0.15, 0.3, 0.5, None], ids=lambda after: f"killed after {after} s" if after is not None else "killed once saved"
)
def test_a_save_that_was_killed_is_there_whole_or_not_at_all(tmp_path, after):
    path = tmp_path / "cleveland.duckdb"
    with open_office("cleveland", path) as store:
        saved(store, [["You said", "We did"], ["It is loud", "Signs"]], load("cleveland"), "before.csv")
        before = figures(store)
    process = subprocess.Popen([sys.executable, "-c", SAVE, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout and process.stdin
    assert process.stdout.readline() == b"ready\n"
    if after is None:
        assert process.stdout.readline() == b"saved\n"
    else:
        time.sleep(after)
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()
    with open_office("cleveland", path) as store:
        there = len(stored.activities(store))
        assert there in (0, 3000)
        assert (there == 3000) == ("killed.csv" in set(stored.imports(store)["file_name"]))
        if after is None:
            assert there == 3000
        if not there:
            assert_same(before, figures(store))
            assert saved(store, LOG, load("cleveland"), "killed.csv").rows_kept == 3000, "and it can be added then"
        with store.writing() as cursor:
            check(cursor)
