"""The conditional exact test of two counts, beside R's poisson.test."""

import math

import numpy as np
import pytest

from analysis.statistics.rate_ratio import attendance_ratio, rate_ratio
from tests.oracles.reference_values import expected, given, needs_reference


def test_the_published_case_of_written_submissions():
    found = rate_ratio(1100, 1240)
    assert found.ratio == pytest.approx(1.127272727272727, rel=1e-9)
    assert found.interval == pytest.approx((1.03853532128228, 1.22371633662406), rel=1e-9)
    assert found.p == pytest.approx(0.00405033293021824, rel=1e-9)


def test_from_nothing_there_is_no_ratio_and_no_upper_limit():
    found = rate_ratio(0, 7)
    assert found.ratio is None
    assert found.interval == (pytest.approx(1.44130851883524, rel=1e-9), math.inf)
    assert found.p == pytest.approx(0.015625, rel=1e-12)


def test_one_and_then_two_says_nothing():
    assert rate_ratio(1, 2).p == 1


def test_nothing_in_either_period_is_no_ratio():
    assert rate_ratio(0, 0) is None


def test_swapping_the_periods_turns_the_limits_over():
    there, back = rate_ratio(12, 5), rate_ratio(5, 12)
    assert there.interval == pytest.approx((1 / back.interval[1], 1 / back.interval[0]), rel=1e-9)
    assert there.p == pytest.approx(back.p, rel=1e-12)


@needs_reference
def test_every_reference_case():
    for case in expected("participation")["cases"]:
        found = rate_ratio(case["previous"], case["current"])
        if "conditional_exact_p" not in case:
            assert found is None
            continue
        low, high = case["rate_ratio_exact_ci"]
        assert found.interval == pytest.approx((low, math.inf if high is None else high), rel=1e-7)
        assert found.p == pytest.approx(case["conditional_exact_p"], rel=1e-7)


def test_one_crowd_does_not_make_a_rise():
    quiet, crowd = np.array([20.0, 22.0, 19.0, 21.0]), np.array([20.0, 22.0, 19.0, 400.0])
    assert attendance_ratio(quiet, crowd).p > 0.2
    assert attendance_ratio(quiet, 3 * quiet).p < 0.001


def test_too_few_activities_have_no_ratio():
    assert attendance_ratio(np.array([20.0]), np.array([40.0])) is None
    assert attendance_ratio(np.array([0.0, 0.0]), np.array([40.0, 1.0])) is None
    assert attendance_ratio(np.array([5.0, 5.0]), np.array([5.0, 5.0])).p == 1


@needs_reference
def test_the_reference_log_of_activities():
    log, reference = given("activities"), expected("participation")["activities_csv"]
    earlier, later = (log.loc[log["fy"] == year, "participants"].to_numpy(dtype=float) for year in ("2023/24", "2024/25"))
    found = attendance_ratio(earlier, later)
    assert found.ratio == pytest.approx(reference["quasipoisson"]["rr"], rel=1e-9)
    assert found.p == pytest.approx(reference["quasipoisson"]["p"], rel=1e-6)
