from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.heard.coverage import coverage
from analysis.heard.still_needed import in_the_field, needed_rows, needed_sentence, still_needed
from tests.store import rows

SURVEY = pd.Series({"title": "Residents, May 2024", "survey_id": "s"})
ONE = rows("area area_code whole", ("X", "x", False))


def compared(counts, population):
    told = rows("survey_id split category state people", *(("s", "sex", group, "answered", float(people)) for group, people in counts.items()))
    living = rows("area_code characteristic category people", *(("x", "sex", group, float(people)) for group, people in population.items()))
    return coverage(told, living, ONE, "sex", SURVEY)


@pytest.mark.parametrize("seed", range(8))
def test_the_fewest_further_responses_that_bring_every_group_within_reach(seed):
    rng = np.random.default_rng(seed)
    shares, people = rng.dirichlet([2, 2]), rng.integers(20, 60, 2).astype(float)
    more = still_needed(pd.Series(people), pd.Series(shares))
    # Every number of further responses from either group, one by one.
    first, second = np.meshgrid(np.arange(400), np.arange(400), indexing="ij")
    total = people.sum() + first + second
    enough = (people[0] + first >= 0.8 * shares[0] * total) & (people[1] + second >= 0.8 * shares[1] * total)
    assert abs((first + second)[enough].min() - more.sum()) <= 1, "each group's need is rounded up by itself"


def test_groups_in_proportion_need_nobody():
    assert still_needed(pd.Series([50.0, 50.0]), pd.Series([0.5, 0.5])).tolist() == [0, 0]
    with pytest.raises(ValueError, match="a part of its share"):
        still_needed(pd.Series([1.0]), pd.Series([1.0]), 1.0)


def test_what_is_needed_is_said_in_a_sentence():
    one = compared({"Female": 240, "Male": 60}, {"Female": 50_000, "Male": 50_000})
    # 60 + x = 0.4 × (300 + x): x is 100.
    assert needed_rows(one) == [{"group": "Male", "split": "sex", "more": "100"}]
    words = "100 more responses would bring every group that can be judged to 0.8 of its share: 100 from people who are male."
    assert needed_sentence(one, open_still=True) == f"Sex. About {words}"
    assert needed_sentence(one, open_still=False) == f"Sex. For next time: about {words.replace('bring', 'have brought')}"


def test_a_survey_in_proportion_asks_for_nobody():
    assert needed_sentence(compared({"Female": 150, "Male": 140}, {"Female": 50_000, "Male": 50_000}), True) == ""


def test_nothing_tells_how_many_the_fewer_than_ten_were():
    thirds = dict.fromkeys(("Female", "Male", "Another term"), 50_000)
    said = {needed_sentence(compared({"Female": 152 - people, "Male": 150, "Another term": people}, thirds), True) for people in (0, 1, 2, 4)}
    assert len(said) == 1 and "people who are another term" in said.pop()


def test_of_a_group_too_small_to_judge_nobody_is_asked():
    assert needed_rows(compared({"Female": 298, "Male": 2}, {"Female": 97_000, "Male": 3_000})) == []


@pytest.mark.parametrize(("closed", "still"), [("2026-09-20", True), ("2026-09-02", True), ("2026-08-30", False), (None, False)])
def test_a_survey_is_in_the_field_while_its_last_response_is_recent(closed, still):
    assert in_the_field(pd.Series({"closed_on": pd.Timestamp(closed) if closed else pd.NaT}), date(2026, 9, 30)) is still
