"""Saving a large file with every check on, beside reading it with pandas and putting it in DuckDB as it comes.

    python -m benchmarks.imports [RESPONDENTS AS CSV] [RESPONDENTS AS XLSX]

Each runs in a process of its own, so the memory printed is that of the one alone. The plain way checks nothing, leaves nothing personal out,
types no question and counts nothing: it is what a person would write in a notebook.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_files import as_csv, as_workbook, survey


def ours(path: Path, folder: Path) -> None:
    """Read, recognise, leave out what is personal, type, check, count and save."""
    from data.imports import save
    from data.office import open_office
    from data.prepare import prepare
    from data.profile import load
    from data.reading import read_file

    with open_office("cleveland", folder / "ours.duckdb") as store:
        book = read_file(path.name, path.read_bytes(), limit_mb=4_000)
        save(store, prepare(book, load("cleveland"), salt=store.setting("salt") or ""), "benchmark")


def plain(path: Path, folder: Path) -> None:
    """The file as text in a frame, one row an answer, in DuckDB."""
    import duckdb
    import pandas as pd

    table = pd.read_csv(path, dtype=str) if path.suffix == ".csv" else pd.read_excel(path, dtype=str, engine="openpyxl")
    answers = table.melt(id_vars=list(table.columns[:2]), var_name="question", value_name="answer")
    with duckdb.connect(str(folder / "plain.duckdb")) as database:
        database.register("frame", answers)
        database.execute("CREATE TABLE answers AS SELECT * FROM frame")
        database.execute("CREATE TABLE tallies AS SELECT question, answer, count(*) AS people FROM answers GROUP BY ALL")


def _timed(way: str, path: Path, told) -> None:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        {"ours": ours, "plain": plain}[way](path, Path(folder))
        seconds = time.perf_counter() - started
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told.put((seconds, most / 1024))


def compare(path: Path) -> None:
    """Time both ways and print the figures and their ratio."""
    found = {}
    for way in ("ours", "plain"):
        told = multiprocessing.get_context("spawn").Queue()
        process = multiprocessing.get_context("spawn").Process(target=_timed, args=(way, path, told))
        process.start()
        found[way] = told.get()
        process.join()
    (mine, mine_mb), (theirs, theirs_mb) = found["ours"], found["plain"]
    print(f"{path.name}: {mine:.1f} s and {mine_mb:,.0f} MB; plain {theirs:.1f} s and {theirs_mb:,.0f} MB; ", end="")
    print(f"{theirs / mine:.2f} times as fast, {mine_mb / theirs_mb:.2f} of the memory", flush=True)


def main() -> None:
    as_text, as_sheet = ([int(word) for word in sys.argv[1:]] + [1_000_000, 100_000][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        csv, xlsx = Path(folder) / f"{as_text}.csv", Path(folder) / f"{as_sheet}.xlsx"
        for path, respondents in ((csv, as_text), (xlsx, as_sheet)):
            # A process starts with the most that the one before it ever held: the file is made in one that is gone before anything is timed.
            making = multiprocessing.get_context("spawn").Process(target=_made, args=(path, respondents))
            making.start()
            making.join()
            compare(path)


def _made(path: Path, respondents: int) -> None:
    path.write_bytes((as_csv if path.suffix == ".csv" else as_workbook)(survey(respondents)))


if __name__ == "__main__":
    main()
