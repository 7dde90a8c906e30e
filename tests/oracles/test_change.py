import itertools
import math

import numpy as np
import pytest

from analysis.statistics.change import paired_change, wave_change
from analysis.statistics.linearised import Estimate, estimate, sample
from analysis.statistics.weighting import rake
from tests.oracles.reference_values import MARGINS, NEXT, expected, needs_reference, population, survey, tally


def raked(share, se, people):
    """A weighted share as published: its value, its standard error and how many answered."""
    return Estimate(share, se**2, people, people, people - 1)


FIRST = raked(0.376229760362576, 0.0284411857959599, 441)
SECOND = raked(0.405872552262588, 0.0307340901110752, 484)
THIRD = raked(0.504028531985176, 0.0301262872693299, 526)


def test_a_rise_of_ten_points():
    found = wave_change(SECOND, THIRD)
    assert (found.difference, found.se, found.z) == pytest.approx((0.0981559797225889, 0.0430369315773078, 2.28073833624198), rel=1e-9)
    assert found.p == pytest.approx(0.0225639352092186, rel=1e-7)
    assert found.limits == pytest.approx((0.0133584585039405, 0.180883309283396), rel=1e-9)


def test_a_rise_that_could_be_chance():
    found = wave_change(FIRST, SECOND)
    assert (found.difference, found.se, found.z) == pytest.approx((0.0296427919000117, 0.041874638439466, 0.707893679914713), rel=1e-9)
    assert found.p == pytest.approx(0.479011284793409, rel=1e-7)
    assert found.limits == pytest.approx((-0.0519842751535706, 0.111118931306941), rel=1e-9)


def test_swapping_the_waves_turns_the_change_round():
    forwards, backwards = wave_change(FIRST, THIRD), wave_change(THIRD, FIRST)
    assert (forwards.difference, forwards.z) == (-backwards.difference, -backwards.z)
    assert forwards.p == backwards.p
    assert forwards.limits == pytest.approx((-backwards.limits[1], -backwards.limits[0]), rel=1e-12)


def test_from_no_one_to_everyone_has_an_interval_and_no_test():
    found = wave_change(Estimate(0.0, 0.0, 20, 20, 19), Estimate(1.0, 0.0, 10, 10, 9))
    assert (found.z, found.p) == (None, None)
    assert found.limits == pytest.approx((0.679086037141915, 1), rel=1e-9)


def test_a_wave_of_one_has_no_interval():
    assert wave_change(Estimate(1.0, 0.0, 1, 1, 0), SECOND).limits is None


def test_minds_changed_among_the_same_people():
    found = paired_change(both=212, left=144, joined=256, neither=707)
    assert found.chi_square == pytest.approx(31.36, rel=1e-9)
    assert (found.exact_p, found.mid_p) == pytest.approx((2.33086808737065e-08, 1.81002740936838e-08), rel=1e-7)
    assert found.p == pytest.approx(2.14351805166218e-08, rel=1e-7)
    few = paired_change(both=43, left=0, joined=1, neither=53)
    assert few.mid_p == few.p == pytest.approx(0.5, rel=1e-7)


def test_when_no_one_changed_their_mind_nothing_changed():
    found = paired_change(both=10, left=0, joined=0, neither=10)
    assert (found.difference, found.chi_square, found.p) == (0, None, 1)
    assert paired_change(0, 0, 0, 0) is None


def test_as_many_leaving_as_joining_is_no_evidence_at_all():
    assert paired_change(both=5, left=6, joined=6, neither=5).p == 1


def test_mid_p_is_that_of_a_slow_sum():
    for left, joined in itertools.product(range(7), range(1, 7)):
        n, fewer = left + joined, min(left, joined)
        chances = [math.comb(n, k) / 2**n for k in range(n + 1)]
        assert paired_change(1, left, joined, 1).mid_p == pytest.approx(min(1, 2 * sum(chances[: fewer + 1]) - chances[fewer]), rel=1e-12)


@needs_reference
@pytest.mark.parametrize("weights", ["d0", "c4"])
def test_the_reference_changes_from_the_survey_itself(weights):
    found = {}
    for wave in {*NEXT, *NEXT.values()}:
        table, _ = tally(survey(wave), [*MARGINS, "confidence"])
        people = sample(table) if weights == "d0" else sample(table, MARGINS, rake(table, population()).factor)
        found[wave] = estimate(people, table["confidence"].notna().to_numpy(), (table["confidence"] >= 4).to_numpy())
    for earlier, later in NEXT.items():
        case = expected("change")["cases"][f"{weights} {earlier} {later}"]
        change = wave_change(found[earlier], found[later])
        assert (change.difference, change.se, change.z) == pytest.approx((case["diff"], case["se"], case["z"]), rel=1e-9)
        assert change.p == pytest.approx(case["p_normal"], rel=1e-7)
        assert change.limits == pytest.approx((case["mover_wilson"]["lo"], case["mover_wilson"]["hi"]), rel=1e-9)


@needs_reference
def test_every_reference_case_of_the_same_people_asked_twice():
    for case in expected("paired")["cases"]:
        found = paired_change(case["a"], case["b"], case["c"], case["d"])
        assert found.chi_square == pytest.approx(case["mcnemar_chisq"], rel=1e-9)
        assert (found.exact_p, found.mid_p) == pytest.approx((case["exact_p"], case["midp"]), rel=1e-7)
        assert np.sign(found.difference) == (np.sign(case["c"] - case["b"]))
