import numpy as np
import pytest

from analysis.statistics.multiple_testing import benjamini_hochberg, holm
from tests.oracles.reference_values import expected, needs_reference

# The first example of Benjamini and Hochberg's method as R's p.adjust works it out, with one comparison not made.
P = [0.01, 0.02, 0.03, 0.04, 0.05, None, 1, 0.0001, 0.03]
BH = [0.04, 0.048, 0.048, 0.0533333333333333, 0.0571428571428571, None, 1, 0.0008, 0.048]
HOLM = [0.07, 0.12, 0.15, 0.15, 0.15, None, 1, 0.0008, 0.15]
FIFTEEN = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34]


def blanks(values):
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def test_comparisons_not_made_stay_blank_and_do_not_count():
    assert benjamini_hochberg(P) == pytest.approx(blanks(BH), rel=1e-7, nan_ok=True)
    assert holm(P) == pytest.approx(blanks(HOLM), rel=1e-7, nan_ok=True)


def test_the_published_series_of_fifteen():
    assert benjamini_hochberg(FIFTEEN)[:7] == pytest.approx([0.015, 0.06, 0.126, 0.126, 0.126, 0.15, 0.158571428571429], rel=1e-7)


def test_nothing_tested_is_nothing_adjusted():
    assert benjamini_hochberg([]).size == 0
    assert np.isnan(holm([None, float("nan")])).all()


def test_a_p_value_outside_nought_to_one_is_refused():
    for adjust in (holm, benjamini_hochberg):
        with pytest.raises(ValueError, match="between 0 and 1"):
            adjust([0.2, 1.2])


def test_adjusting_keeps_the_order_and_never_lowers_a_p_value():
    rng = np.random.default_rng(8)
    for _ in range(100):
        p = rng.random(12)
        for adjusted in (benjamini_hochberg(p), holm(p)):
            assert np.all(adjusted >= p)
            assert np.all(adjusted <= 1)
            assert np.all(np.diff(adjusted[np.argsort(p)]) >= 0)


def test_the_headline_method_is_never_less_strict():
    rng = np.random.default_rng(9)
    p = rng.random(20) ** 3
    assert np.all(holm(p) >= benjamini_hochberg(p) - 1e-15)


@needs_reference
def test_every_reference_case_of_many_tests():
    for case in expected("multiple_testing")["cases"]:
        assert benjamini_hochberg(case["p"]) == pytest.approx(blanks(case["BH"]), rel=1e-7, nan_ok=True)
        assert holm(case["p"]) == pytest.approx(blanks(case["holm"]), rel=1e-7, nan_ok=True)
