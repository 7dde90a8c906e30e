import math

import numpy as np
import pytest

from analysis.statistics.detectable import detectable_rise
from tests.oracles.reference_values import expected, needs_reference


def test_the_rise_two_surveys_would_notice_is_that_of_r():
    assert detectable_rise(0.5, 500) == pytest.approx(0.0881450658812903, rel=1e-9)
    assert detectable_rise(0.5, 1000) == pytest.approx(0.0624860825890045, rel=1e-9)
    assert detectable_rise(0.2, 300) == pytest.approx(0.0987756785258273, rel=1e-9)


def test_a_survey_too_small_to_notice_anything_says_so():
    assert detectable_rise(0.95, 20) is None
    assert detectable_rise(1.0, 500) is None
    assert detectable_rise(0.5, 0) is None


def test_larger_surveys_notice_smaller_rises():
    rises = [detectable_rise(0.4, base) for base in (50, 100, 400, 1600)]
    assert rises == sorted(rises, reverse=True)


def test_four_surveys_in_five_notice_the_rise():
    rng = np.random.default_rng(10)
    rise = detectable_rise(0.3, 400)
    before, after = rng.binomial(400, 0.3, 20_000) / 400, rng.binomial(400, 0.3 + rise, 20_000) / 400
    middle = (before + after) / 2
    noticed = (after - before) / np.sqrt(2 * middle * (1 - middle) / 400) > 1.959964
    assert math.isclose(noticed.mean(), 0.8, abs_tol=0.02)


@needs_reference
def test_every_reference_case_of_detectable_change():
    for case in expected("minimum_detectable_change")["cases"]:
        assert detectable_rise(case["p1"], case["n_eff_per_wave"]) == pytest.approx(case["mdc_80pct_power"], rel=1e-9)
