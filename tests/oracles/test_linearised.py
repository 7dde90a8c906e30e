import math

import numpy as np
import pandas as pd
import pytest

from analysis.statistics.intervals import wilson
from analysis.statistics.linearised import (
    covariance,
    degrees_of_freedom,
    effective_base,
    estimate,
    linearise,
    sample,
    share_interval,
)
from analysis.statistics.weighting import rake
from tests.oracles.reference_values import MARGINS, WAVES, expected, given, needs_reference, population, survey, tally

BASE = ["area", "sex"]


def made_up(seed):
    """Made-up respondents with two margins, unequal start weights, a stratum, an answer with gaps and raked weights."""
    rng = np.random.default_rng(seed)
    rows = pd.DataFrame({"area": rng.choice(["N", "S", "E"], 240), "sex": rng.choice(["F", "M"], 240), "d": rng.choice([1.0, 2.0, 3.0], 240)})
    rows["answer"] = rng.choice([0.0, 1.0, np.nan], 240, p=[0.5, 0.4, 0.1])
    rows["stratum"] = rng.choice(["one", "two"], 240)
    census = {"area": pd.Series({"N": 500, "S": 300, "E": 200}), "sex": pd.Series({"F": 510, "M": 490})}
    return rows, census


def slowly(rows, weights, inside, value, strata):
    """The share and its variance respondent by respondent, straight from the formulas, with explicit matrices."""
    w, d = weights.to_numpy(), rows["d"].to_numpy()
    value = np.where(inside, value, 0)
    total = (w * inside).sum()
    average = (w * inside * value).sum() / total
    z = inside * (value - average) / total
    x = np.column_stack([np.ones(len(rows)), *(rows[name] == level for name in BASE for level in rows[name].unique())]).astype(float)
    e = z - x @ np.linalg.pinv(x.T @ np.diag(d) @ x) @ x.T @ np.diag(d) @ z
    variance = 0.0
    for stratum in set(strata):
        u = (w * e)[strata == stratum]
        variance += len(u) / (len(u) - 1) * ((u - u.mean()) ** 2).sum()
    return average, variance


@pytest.mark.parametrize("stratum", [None, "stratum"])
def test_the_tally_gives_the_same_as_respondents_one_by_one(stratum):
    rows, census = made_up(30)
    table, row = tally(rows, [*BASE, "answer", "stratum"])
    factor = rake(table, census).factor
    asked, value = table["answer"].notna().to_numpy(), table["answer"].to_numpy()
    found = estimate(sample(table, BASE, factor, stratum), asked, value)
    weights = rows["d"] * factor[row]
    strata = rows["stratum"].to_numpy() if stratum else np.zeros(240)
    average, variance = slowly(rows, weights, rows["answer"].notna().to_numpy(), rows["answer"].to_numpy(), strata)
    assert (found.value, found.variance) == pytest.approx((average, variance), rel=1e-9)
    in_base = weights[rows["answer"].notna()]
    assert found.people == len(in_base)
    assert found.kish == pytest.approx(in_base.sum() ** 2 / (in_base**2).sum(), rel=1e-12)
    assert found.df == len(in_base) - (2 if stratum else 1)


def test_a_random_sample_without_weights_has_the_textbook_standard_error():
    table = pd.DataFrame({"answer": [1, 0], "people": [81, 182], "start": [81, 182], "start_squares": [81, 182]})
    found = estimate(sample(table), np.array([True, True]), table["answer"].to_numpy())
    share = 81 / 263
    assert found.value == pytest.approx(share, rel=1e-12)
    assert found.variance == pytest.approx(share * (1 - share) / 262, rel=1e-9)
    assert (found.people, found.kish, found.df) == (263, pytest.approx(263), 262)


def test_people_drawn_in_clusters_vary_by_cluster():
    table = pd.DataFrame({"ward": ["a", "b", "c"], "value": [0.2, 0.4, 0.9], "people": [5, 5, 5], "start": 5.0, "start_squares": 5.0})
    found = estimate(sample(table, cluster="ward"), np.ones(3, dtype=bool), table["value"].to_numpy())
    assert found.variance == pytest.approx(np.var([0.2, 0.4, 0.9], ddof=1) / 3, rel=1e-12)
    assert (found.people, found.df) == (15, 2)


def test_the_same_rule_counts_degrees_of_freedom_by_stratum_and_cluster():
    table = pd.DataFrame({"h": [1, 1, 2, 2], "ward": ["a", "b", "c", "d"], "people": 4, "start": 4.0, "start_squares": 4.0})
    people = sample(table, stratum="h", cluster="ward")
    assert degrees_of_freedom(people, np.array([True, True, True, True])) == 2
    assert degrees_of_freedom(people, np.array([True, True, False, False])) == 1


def test_a_group_keeps_everyone_in_the_variance():
    table = pd.DataFrame({"people": [20, 20, 60], "start": [20, 20, 60], "start_squares": [20, 20, 60]})
    inside = np.array([True, True, False])
    found = estimate(sample(table), inside, np.array([1, 0, np.nan]))
    assert found.variance == pytest.approx(100 / 99 * 40 * 0.25 / 40**2, rel=1e-9)


def test_no_one_asked_is_no_estimate():
    table = pd.DataFrame({"people": [3], "start": [3], "start_squares": [3]})
    assert estimate(sample(table), np.array([False]), np.array([np.nan])) is None


def test_a_stratum_of_one_is_refused():
    table = pd.DataFrame({"h": [1, 2], "people": [1, 30], "start": [1, 30], "start_squares": [1, 30]})
    with pytest.raises(ValueError, match="single person"):
        estimate(sample(table, stratum="h"), np.array([True, True]), np.array([1, 0]))


def test_scaling_the_start_weights_changes_nothing():
    rows, census = made_up(31)
    table, _ = tally(rows, [*BASE, "answer"])
    asked, value = table["answer"].notna().to_numpy(), table["answer"].to_numpy()
    scaled = table.assign(start=table["start"] * 5, start_squares=table["start_squares"] * 25)
    first, second = (estimate(sample(t, BASE, rake(t, census).factor), asked, value) for t in (table, scaled))
    assert (first.value, first.variance, first.kish) == pytest.approx((second.value, second.variance, second.kish), rel=1e-9)


def test_a_net_score_is_the_difference_of_its_two_shares_and_varies_with_both():
    rows, census = made_up(32)
    rows["mood"] = np.random.default_rng(33).choice([1, 0, -1], 240)
    table, _ = tally(rows, [*BASE, "mood"])
    people, everyone = sample(table, BASE, rake(table, census).factor), np.ones(len(table), dtype=bool)
    mood = table["mood"].to_numpy()
    net, top, bottom = (estimate(people, everyone, value.astype(float)) for value in (mood, mood == 1, mood == -1))
    assert net.value == pytest.approx(top.value - bottom.value, rel=1e-9)
    both = np.column_stack([linearise(people, everyone, mood == sign)[1] for sign in (1, -1)])
    v = covariance(people, both)
    assert net.variance == pytest.approx(v[0, 0] + v[1, 1] - 2 * v[0, 1], rel=1e-9)
    assert net.variance > top.variance + bottom.variance


def test_everyone_alike_falls_back_on_the_weights():
    table = pd.DataFrame({"people": [30, 10], "start": [30, 30], "start_squares": [30, 90]})
    found = estimate(sample(table), np.array([True, True]), np.array([1.0, 1.0]))
    assert effective_base(found) == pytest.approx(3600 / 120)
    assert share_interval(found) == wilson(1, 30, 39)


def confidence(wave, margins, factor_of):
    rows = survey(wave)
    table, _ = tally(rows, [*MARGINS, "confidence"])
    people = sample(table, margins, factor_of(table))
    return table, people, table["confidence"].notna().to_numpy()


WEIGHTED = {
    "d0": ((), lambda table: np.ones(len(table))),
    "pa": (("area",), lambda table: rake(table, population(["area"])).factor),
    "c4": (MARGINS, lambda table: rake(table, population()).factor),
}


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
@pytest.mark.parametrize("weights", WEIGHTED)
def test_the_reference_shares_of_each_wave(wave, weights):
    reference = expected("proportions")["waves"][wave][weights]
    table, people, asked = confidence(wave, *WEIGHTED[weights])
    favourable = (table["confidence"] >= 4).to_numpy()
    found = estimate(people, asked, favourable)
    limits = reference["ci"]["wilson"]
    assert (found.value, found.se) == pytest.approx((limits["p"], limits["se"]), rel=1e-9)
    assert (found.people, found.df) == (reference["n_valid"], reference["df_domain"])
    assert effective_base(found) == pytest.approx(reference["n_eff_taylor"], rel=1e-9)
    assert found.variance / (found.value * (1 - found.value) / (found.people - 1)) == pytest.approx(reference["deff_replace"], rel=1e-9)
    assert share_interval(found) == pytest.approx((limits["lo"], limits["hi"]), rel=1e-9)
    for case in reference.get("by_area", []):
        by_area = estimate(people, asked & (table["area"] == case["area"]).to_numpy(), favourable)
        assert (by_area.value, by_area.se) == pytest.approx((case["p"], case["se"]), rel=1e-9)


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
def test_the_reference_net_scores_and_averages(wave):
    reference = expected("net_score")["waves"][wave]
    table, people, asked = confidence(wave, *WEIGHTED["c4"])
    score = table["confidence"].to_numpy()
    net = estimate(people, asked, (score >= 4).astype(float) - (score <= 2))
    mean = estimate(people, asked, score)
    assert (net.value, net.se) == pytest.approx((reference["net"], reference["net_se"]), rel=1e-9)
    assert (mean.value, mean.se) == pytest.approx((reference["mean"], reference["mean_se"]), rel=1e-9)


@needs_reference
def test_the_stratified_schools_of_california():
    reference, rows = expected("api_anchor")["apistrat"], given("apistrat")
    table, _ = tally(rows.assign(d=rows["pw"]), ["stype", "api00", "awards"])
    people, everyone = sample(table, stratum="stype"), np.ones(len(table), dtype=bool)
    mean = estimate(people, everyone, table["api00"].to_numpy())
    assert (mean.value, mean.se) == pytest.approx(tuple(reference["mean_api00_nofpc"].values()), rel=1e-9)
    assert mean.df == 197


@needs_reference
def test_the_clustered_schools_of_california():
    reference, rows = expected("api_anchor")["raking"], given("apiclus1")
    table, _ = tally(rows.assign(d=rows["pw"]), ["stype", "sch.wide", "dnum", "api00"])
    census = {name: pd.Series(target) for name, target in reference["margins"].items()}
    raked = sample(table, ("stype", "sch.wide"), rake(table, census).factor, cluster="dnum")
    everyone, score = np.ones(len(table), dtype=bool), table["api00"].to_numpy()
    after = estimate(raked, everyone, score)
    published = reference["after_calibrate_raking_mean_api00"]
    # R drew 15 of 757 districts and corrected for it; so few are not corrected for here.
    corrected = math.sqrt(1 - 15 / 757)
    assert (after.value, after.se * corrected) == pytest.approx((published["mean"], published["se"]), rel=1e-9)
    before = estimate(sample(table, cluster="dnum"), everyone, score)
    unweighted = expected("api_anchor")["apiclus1"]["mean_api00"]
    assert (before.value, before.se * corrected) == pytest.approx((unweighted["mean"], unweighted["se"]), rel=1e-9)
