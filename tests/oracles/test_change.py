import pytest

from analysis.statistics.change import wave_change
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
