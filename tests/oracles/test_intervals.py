import numpy as np
import pytest

from analysis.statistics.intervals import difference_interval, korn_graubard, wilson
from tests.oracles.reference_values import WAVES, expected, needs_reference

WILSON = [
    (81, 263, 0.255288519878274, 0.3662095769828),
    (0, 10, 0, 0.277532799862889),
    (10, 10, 0.722467200137111, 1),
    (1, 10, 0.0178762130950729, 0.404150026795238),
    (3, 29, 0.0358148913506771, 0.263850810907738),
    (15, 50, 0.191035535008809, 0.437503504644534),
]


@pytest.mark.parametrize(("answered", "base", "lower", "upper"), WILSON)
def test_wilson_limits_are_those_of_r(answered, base, lower, upper):
    assert wilson(answered / base, base) == pytest.approx((lower, upper), rel=1e-9)


def test_wilson_limits_of_a_weighted_share_use_its_effective_base_and_students_t():
    share, base = 0.504028531985176, 275.435927861007
    assert wilson(share, base, df=525) == pytest.approx((0.44520027385242, 0.562745459579632), rel=1e-9)
    assert wilson(share, base) == pytest.approx((0.445334153173396, 0.562612085929159), rel=1e-9)


def test_nobody_and_everybody_have_exact_limits():
    assert wilson(0, 10)[0] == 0
    assert wilson(1, 10)[1] == 1
    assert korn_graubard(0, 10)[0] == 0
    assert korn_graubard(1, 10)[1] == 1


def test_a_base_of_one_or_no_degree_of_freedom_has_no_interval():
    assert wilson(0.5, 1) is None
    assert wilson(0.5, 20, df=0) is None
    assert korn_graubard(0.5, 0) is None


def test_limits_stay_within_bounds_and_contain_the_share():
    rng = np.random.default_rng(3)
    for share, base, df in zip(rng.random(500), 1 + 500 * rng.random(500), rng.integers(1, 400, 500), strict=True):
        for limits in (wilson(share, base), wilson(share, base, df), korn_graubard(share, base)):
            assert 0 <= limits[0] <= share <= limits[1] <= 1


def test_the_cautious_limits_are_clopper_pearson_on_whole_counts():
    assert korn_graubard(0.3, 10) == pytest.approx((0.06673951117773442, 0.6524528500599973), rel=1e-9)
    assert korn_graubard(81 / 263, 263) == pytest.approx((0.252736745585271, 0.367621922601351), rel=1e-9)


def newcombe(x1, n1, x2, n2):
    return difference_interval(x2 / n2, wilson(x2 / n2, n2), x1 / n1, wilson(x1 / n1, n1))


def test_newcombes_own_examples():
    assert newcombe(56, 70, 48, 80) == pytest.approx((0.0524314724023649, 0.333872654036906), rel=1e-9)
    assert newcombe(10, 10, 0, 20) == pytest.approx((0.679086037141915, 1), rel=1e-9)
    assert newcombe(0, 10, 0, 20) == pytest.approx((-0.161125158052819, 0.277532799862889), rel=1e-9)


def test_swapping_the_two_waves_turns_the_interval_of_the_change_round():
    rng = np.random.default_rng(4)
    for x1, n1, x2, n2 in rng.integers([0, 12, 0, 20], [12, 30, 20, 90], size=(200, 4)):
        forwards, backwards = newcombe(x1, n1, x2, n2), newcombe(x2, n2, x1, n1)
        assert forwards == pytest.approx((-backwards[1], -backwards[0]), abs=1e-12)


@needs_reference
def test_every_reference_case_of_a_single_share():
    for case in expected("single_proportion")["cases"]:
        share, base = case["x"] / case["n"], case["n"]
        assert wilson(share, base) == pytest.approx(case["wilson"], rel=1e-9)
        assert korn_graubard(share, base) == pytest.approx(case["clopper_pearson"], rel=1e-9)


@needs_reference
def test_every_reference_case_of_two_shares():
    for case in expected("two_proportions")["cases"]:
        assert newcombe(case["x1"], case["n1"], case["x2"], case["n2"]) == pytest.approx(case["newcombe_hybrid_score"], rel=1e-9, abs=1e-15)


@needs_reference
def test_every_reference_case_of_a_weighted_share():
    waves = expected("proportions")["waves"]
    for wave in WAVES:
        for case in (waves[wave][weights] for weights in ("d0", "pa", "c4")):
            share, base = case["ci"]["wilson"]["p"], case["n_eff_taylor"]
            limits = case["ci"]["wilson"], case["wilson_df_inf"]
            assert wilson(share, base, case["df_domain"]) == pytest.approx((limits[0]["lo"], limits[0]["hi"]), rel=1e-9)
            assert wilson(share, base) == pytest.approx((limits[1]["lo"], limits[1]["hi"]), rel=1e-9)
