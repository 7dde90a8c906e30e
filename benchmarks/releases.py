"""What a reader's page costs for a released survey of ten million respondents, beside one of a thousand.

    python -m benchmarks.releases [RESPONDENTS]

Each survey is made in a store of its own, tallied as on saving, drafted, audited and released. Then the work of a reader's page is timed: the
readers' store is made anew, its frames are read, and two questions by area are drawn up as findings with their files. The last line is the ratio.
"""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import pandas as pd

from analysis.answered.question_findings import of_question
from analysis.release.disclosure_audit import audited
from analysis.release.lattice import lattice
from data import frames as stored
from data.counted.tallies import write_tallies
from data.office import open_office
from data.settled.readers import readers_store
from data.settled.releases import release, survey_tallies
from data.store import Store, now
from publishing.comma_separated import comma_separated

AREAS = ("Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees")
ANSWERS = ("Very good", "Good", "Neither", "Bad", "Very bad")
QUESTIONS = 2
PAGES = 9
SPLIT = "area"
TRACKED = pd.DataFrame({"tracks": [], "title": [], "favourable": []}, dtype="str")


def main() -> None:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    sizes = (1_000, largest)
    with ExitStack() as open_until_done:
        folder = Path(open_until_done.enter_context(tempfile.TemporaryDirectory()))
        paths = {size: folder / f"{size}.duckdb" for size in sizes}
        for size, path in paths.items():
            started = time.perf_counter()
            with open_office("cleveland", path) as store:
                make(store, size)
                made = time.perf_counter()
                out(store)
            print(
                f"{size:>12,} respondents: made and tallied in {made - started:6.1f} s, released in {time.perf_counter() - made:5.2f} s", flush=True
            )
        stores = [open_until_done.enter_context(open_office("cleveland", path)) for path in paths.values()]
        # By turns, so that whatever else the machine does falls on both.
        took = [[page(store) for store in stores] for _ in range(PAGES)]
    for size, one in zip(sizes, zip(*took, strict=True), strict=True):
        print(f"{size:>12,} respondents: a reader's page in {1000 * median(one):6.0f} ms")
    print(f"Ratio of the pages: {median(large / small for small, large in took):.2f}")


def make(store: Store, people: int) -> None:
    """A survey of so many people in four areas, each answering two questions of five answers."""
    with store.writing() as cursor:
        imported = "INSERT INTO imports (import_id, kind, source, status, imported_at) VALUES ('s', 'survey', 's', 'current', ?)"
        cursor.execute(imported, [now()])
        cursor.execute("INSERT INTO surveys (survey_id, import_id, title, evidence) VALUES ('s', 's', 'Made up', 'open')")
        for at in range(1, QUESTIONS + 1):
            asked = "INSERT INTO questions VALUES (?, 's', ?, '', ?, 'rating', '', '')"
            cursor.execute(asked, [f"s.{at}", at, f"Question {at}"])
            cursor.executemany("INSERT INTO options VALUES (?, ?, ?, 'answered')", [[f"s.{at}", i, label] for i, label in enumerate(ANSWERS)])
        cursor.execute("INSERT INTO respondents BY NAME SELECT 's' AS survey_id, n::INTEGER AS respondent FROM range(1, ? + 1) AS r(n)", [people])
        lives = """
            INSERT INTO respondent_characteristics BY NAME
            SELECT 's' AS survey_id, n::INTEGER AS respondent, 'area' AS characteristic, ?[(1 + hash(n) % 4)::BIGINT] AS category, 'answered' AS state
            FROM range(1, ? + 1) AS r(n)
        """
        cursor.execute(lives, [list(AREAS), people])
        for at in range(1, QUESTIONS + 1):
            given = """
                INSERT INTO answers BY NAME
                SELECT ? AS question_id, n::INTEGER AS respondent, (hash(n + 17 * ?) % 5)::INTEGER AS option FROM range(1, ? + 1) AS r(n)
            """
            cursor.execute(given, [f"s.{at}", at, people])
        write_tallies(cursor, "s")


def out(store: Store) -> None:
    """Draft, audit and release it."""
    cells = lattice(stored.questions(store), stored.options(store), survey_tallies(store, "s"), stored.respondent_tallies(store), TRACKED)
    release(store, "s", audited(cells).shown, "a benchmark", "10-5", "passed")


def page(store: Store) -> float:
    """The seconds a page of a reader's takes that nobody has opened yet."""
    started = time.perf_counter()
    with readers_store(store) as own:
        (_, survey), options = next(stored.surveys(own).iterrows()), stored.options(own)
        asked = stored.questions(own)
        tallies = stored.tallies(own, list(asked["question_id"]), SPLIT)
        for _, question in asked.iterrows():
            mine = question["question_id"]
            rows = tallies[tallies["question_id"] == mine]
            comma_separated(of_question(question, rows, options[options["question_id"] == mine], survey, SPLIT, AREAS), "Office")
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
