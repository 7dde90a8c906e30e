"""What a click in the crosstabs costs beside the bare grouping that DuckDB must do for it: 100,000 respondents, 60 questions.

python -m benchmarks.crosstabs [RESPONDENTS] [QUESTIONS]
"""

import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.answered.crosstab_findings import grid, of_crosstab, sentences
from analysis.answered.crosstabs import crosstab
from data.counted.two_way import two_way
from data.store import Store, put

OPTIONS, TIMES = 5, 7
BARE = """
    SELECT a.option, b.option, count(*), sum(weight), sum(weight * weight) FROM answers a
    JOIN answers b USING (respondent) JOIN respondents USING (respondent)
    WHERE a.question_id = ? AND b.question_id = ? GROUP BY a.option, b.option
"""


def main() -> None:
    people, questions = (int(said) for said in (sys.argv[1:] + ["100000", "60"][len(sys.argv) - 1 :])[:2])
    with Store.open(None) as store:
        fill(store, people, questions)
        offered = store.frame("SELECT * FROM options WHERE question_id = 's.1'")
        question = pd.Series({"position": 1, "kind": "rating", "battery": None, "wording": "Question 1"})
        survey = pd.Series({"title": "Made up", "evidence": "quota"})

        def click() -> None:
            found = crosstab(two_way(store, "s", "s.1", "s.2"), offered, [], "quota", weighted=True)
            of_crosstab(found, question, survey, "Question 2"), sentences(found), grid(found)

        bare = timed(lambda: store.frame(BARE, ["s.1", "s.2"]))
        counted = timed(lambda: two_way(store, "s", "s.1", "s.2"))
        whole = timed(click)
        narrowed = timed(lambda: two_way(store, "s", "s.1", "s.2", {"s.3": ["Answer 1", "Answer 2"]}))
    print(f"{people:,} respondents × {questions} questions")
    print(
        f"bare grouping {bare * 1000:.0f} ms; counted {counted * 1000:.0f} ms ({counted / bare:.1f} ×); "
        f"page work {whole * 1000:.0f} ms ({whole / bare:.1f} ×)"
    )
    print(f"counted of a selection {narrowed * 1000:.0f} ms ({narrowed / bare:.1f} ×)")


def fill(store: Store, people: int, questions: int) -> None:
    rng = np.random.default_rng(1)
    who = np.arange(1, people + 1, dtype=np.int32)
    with store.writing() as cursor:
        put(cursor, "respondents", pa.table({"survey_id": pa.repeat("s", people), "respondent": who, "weight": rng.gamma(6, 1 / 6, people)}))
        for number in range(1, questions + 1):
            option = pa.array(rng.integers(0, OPTIONS, people).astype(np.int32))
            put(cursor, "answers", pa.table({"question_id": pa.repeat(f"s.{number}", people), "respondent": who, "option": option}))
            asked = pd.DataFrame([(f"s.{number}", "s", number, "rating")], columns=["question_id", "survey_id", "position", "kind"])
            put(cursor, "questions", asked)
            labels = [(f"s.{number}", place, f"Answer {place}", "answered") for place in range(OPTIONS)]
            put(cursor, "options", pd.DataFrame(labels, columns=["question_id", "option", "label", "state"]))


def timed(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
