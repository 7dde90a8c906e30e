"""What a page costs as the store grows: its whole script, beside the one query that groups the same rows in DuckDB.

    python -m benchmarks.pages

A page is run again with nothing kept from the run before, as after a file was saved. It should cost about the same for a thousand respondents
and a million, because it reads tallies; and for activities little more than grouping them does.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

from benchmarks.made_files import activity_log, as_csv, survey

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
GROUPED = {
    "survey": "SELECT question_id, option, category, count(*) FROM answers JOIN respondent_characteristics USING (respondent) "
    "WHERE characteristic = 'age' GROUP BY ALL",
    "activities": "SELECT date_trunc('year', held_on), method, area, count(*), sum(participants_low) FROM activities "
    "JOIN activity_methods USING (activity_id) JOIN activity_areas USING (activity_id) GROUP BY ALL",
}
PAGES = {"survey": ("overview", "survey_results", "coverage"), "activities": ("overview", "activities")}


def fill(kind: str, size: int) -> None:
    """Save a made-up file of a size in the store of the environment."""
    from data.imports import save
    from data.office import choose_office, open_office, store_path
    from data.prepare import prepare
    from data.profile import load
    from data.reading import read_file

    choose_office("cleveland")
    table = survey(size, ratings=6) if kind == "survey" else activity_log(size)
    with open_office("cleveland", store_path("cleveland", example=False)) as store:
        book = read_file(f"{kind}.csv", as_csv(table), limit_mb=4_000)
        save(store, prepare(book, load("cleveland"), salt=store.setting("salt") or ""), "benchmark")


def raw(kind: str) -> float:
    """The seconds of one grouping by DuckDB, the middle of several."""
    from data.office import open_office, store_path

    with open_office("cleveland", store_path("cleveland", example=False)) as store:
        return median(_timed(lambda: store.frame(GROUPED[kind])) for _ in range(RUNS))


def page(name: str) -> tuple[float, float, int]:
    """The seconds of a page's first run, of one after every frame that was kept is dropped, and the bytes it sends."""
    from streamlit.testing.v1 import AppTest

    from pages.parts import session

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    app.query_params["office"] = "cleveland"
    app.run()
    first = _timed(lambda: app.switch_page(f"pages/{name}.py").run())
    times = []
    for _ in range(RUNS):
        for kept in (session._frames, session._history, session._readings, session._tallies):
            kept.clear()
        times.append(_timed(app.run))
    assert not app.exception, app.exception
    return first, median(times), sum(element.proto.ByteSize() for element in app.main if getattr(element, "proto", None))


def cold_start() -> float:
    """The seconds from the command to a dashboard that answers."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "serve.py", "--no-browser", "--port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
                return time.perf_counter() - started
            except OSError:
                time.sleep(0.02)
    finally:
        process.terminate()
        process.wait(timeout=15)


def _timed(work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measure(kind: str, size: int) -> None:
    """Print what the pages of one store cost."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SOUNDING_BOARD_STORE"] = folder
        os.environ["SOUNDING_BOARD_TODAY"] = "2026-09-30"
        fill(kind, size)
        query = raw(kind)
        for name in PAGES[kind]:
            first, again, sent = page(name)
            print(
                f"{size:>9,} {kind:<11} {name:<15} first {first * 1000:6.0f} ms  nothing kept {again * 1000:6.0f} ms  "
                f"one query {query * 1000:6.1f} ms  page ÷ query {again / query:6.2f}  {sent / 1024:6.0f} KB",
                flush=True,
            )


def main() -> None:
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
        return
    print(f"From the command to a dashboard that answers: {median(cold_start() for _ in range(3)):.2f} s")
    for kind, sizes in (("survey", (1_000, 1_000_000)), ("activities", (100, 100_000))):
        for size in sizes:
            # A process each: nothing kept by one store is there for the next.
            subprocess.run([sys.executable, "-m", "benchmarks.pages", kind, str(size)], check=True)


if __name__ == "__main__":
    main()
