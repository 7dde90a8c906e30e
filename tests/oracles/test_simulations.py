"""What the statistics promise, tried out: random samples are not called skewed, planted gaps are found, intervals cover."""

import numpy as np
import pandas as pd
import pytest

from analysis.answered.weighted import weigh, weighted_shares
from analysis.statistics.representation import COULD_BE_CHANCE, IN_LINE, TOO_FEW, UNDER_REPRESENTED, distance, representation
from tests.store import rows

GROUPS = pd.Series({"a": 0.02, "b": 0.08, "c": 0.15, "d": 0.25, "e": 0.5}) * 400_000
OPTIONS = rows("option label state", (0, "Yes", "answered"), (1, "No", "answered"))
# Standard error of a share of 95% over so many samples, three times over: what chance alone may do to a simulation.
SLACK = 3 * (0.95 * 0.05) ** 0.5


@pytest.mark.parametrize("people", [60, 1000])
def test_a_random_sample_is_called_in_line_or_chance_nineteen_times_in_twenty(people):
    rng = np.random.default_rng(people)
    samples = 80
    clean = 0
    for drawn in rng.multinomial(people, GROUPS / GROUPS.sum(), size=samples):
        found = representation(pd.Series(drawn, GROUPS.index), GROUPS)
        clean += bool((found["band"].eq(IN_LINE) | found["note"].isin([COULD_BE_CHANCE, TOO_FEW])).all())
    assert clean / samples >= 0.95 - SLACK / samples**0.5


def test_group_by_group_a_random_sample_is_called_skewed_less_than_once_in_twenty():
    rng = np.random.default_rng(9)
    wrong = total = 0
    for people in (60, 250, 1000, 4000):
        for drawn in rng.multinomial(people, GROUPS / GROUPS.sum(), size=15):
            found = representation(pd.Series(drawn, GROUPS.index), GROUPS)
            wrong += int((~found["band"].eq(IN_LINE) & found["note"].eq("")).sum())
            total += len(found)
    assert wrong / total <= 0.05


@pytest.mark.parametrize(("people", "least"), [(500, 0.85), (1500, 0.95)])
def test_a_group_heard_half_as_much_as_it_should_be_is_found(people, least):
    rng = np.random.default_rng(people)
    skewed = GROUPS / GROUPS.sum()
    skewed["c"] *= 0.5
    skewed /= skewed.sum()
    found = [representation(pd.Series(drawn, GROUPS.index), GROUPS).loc["c"] for drawn in rng.multinomial(people, skewed, size=40)]
    assert np.mean([row["band"] == UNDER_REPRESENTED and row["note"] == "" for row in found]) >= least


def test_the_distance_a_random_sample_has_is_the_one_chance_is_said_to_give():
    rng = np.random.default_rng(4)
    drawn = [distance(pd.Series(one, GROUPS.index), GROUPS) for one in rng.multinomial(600, GROUPS / GROUPS.sum(), size=100)]
    assert np.mean([one.dissimilarity for one in drawn]) == pytest.approx(drawn[0].floor, rel=0.08)


@pytest.mark.parametrize("people", [150, 600])
def test_intervals_of_weighted_random_samples_hold_the_truth_nineteen_times_in_twenty(people):
    """A population where views differ by area and age; simple random samples of it, raked to both margins."""
    rng = np.random.default_rng(people)
    share = np.outer([0.5, 0.3, 0.2], [0.3, 0.7]).ravel()
    views = np.array([0.7, 0.5, 0.4, 0.35, 0.6, 0.2])
    truth = share @ views
    cells = pd.DataFrame({"area": list("NNSSEE"), "age": ["young", "old"] * 3, "weight": 1.0})
    targets = {"area": pd.Series({"N": 500.0, "S": 300.0, "E": 200.0}), "age": pd.Series({"young": 300.0, "old": 700.0})}
    samples = 120
    held = 0
    for drawn in rng.multinomial(people, share, size=samples):
        yes = rng.binomial(drawn, views)
        way = weigh(cells.assign(people=drawn.astype(float)), targets, cap=False)
        parts = [
            pd.DataFrame({"option": option, "cell": range(6), "people": counted})
            for option, counted in ((0.0, yes), (1.0, drawn - yes), (np.nan, drawn))
        ]
        found = weighted_shares(pd.concat(parts, ignore_index=True), OPTIONS, {"Weighted": way}, "probability").iloc[0]
        held += found["lower"] <= truth <= found["upper"]
    assert held / samples == pytest.approx(0.95, abs=SLACK / samples**0.5 + 0.005)
