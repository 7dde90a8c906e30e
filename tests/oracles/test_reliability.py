import pytest

from analysis.statistics.intervals import korn_graubard
from analysis.statistics.reliability import share_reliability
from tests.oracles.reference_values import expected, needs_reference


def decision(share, people, effective=None, df=None):
    return share_reliability(share, people, people if effective is None else effective, df).decision


def test_the_worked_examples_of_the_presentation_standard():
    wide = korn_graubard(0.5, 40)
    assert wide[1] - wide[0] == pytest.approx(0.323964372525531, rel=1e-9)
    assert decision(0.5, 60, 60 / 1.5) == "withhold"
    narrow = korn_graubard(0.03, 400 / 1.2)
    assert narrow[1] - narrow[0] == pytest.approx(0.0399997037510958, rel=1e-9)
    assert decision(0.03, 400, 400 / 1.2) == "show"


def test_fewer_than_thirty_answers_are_withheld_however_they_fall():
    assert decision(0.5, 29) == "withhold"
    assert decision(0.0, 29) == "withhold"
    assert decision(0.9, 30) == "caution"


def test_answers_worth_fewer_than_thirty_once_weighted_are_withheld():
    found = share_reliability(0.1, 200, 29.9)
    assert found.decision == "withhold"
    assert "weighted" in found.reason


def test_the_effective_number_never_counts_for_more_than_the_people():
    assert decision(0.5, 60, 1000) == decision(0.5, 60, 60)


def test_fewer_than_fifty_answers_carry_a_caution():
    assert decision(0.9, 49) == "caution"
    assert decision(0.8, 120) == "show"


def test_a_share_of_nothing_or_all_carries_a_caution():
    assert decision(0.0, 200) == "caution"
    assert decision(1.0, 200) == "caution"


def test_a_range_wide_for_its_share_is_withheld_and_wide_for_the_rest_is_a_caution():
    assert decision(0.02, 90, 90 / 1.1) == "withhold"
    assert decision(0.98, 90, 90 / 1.1) == "caution"


def test_a_sample_from_few_places_carries_a_caution_and_from_one_is_withheld():
    assert decision(0.5, 2000, df=7) == "caution"
    assert decision(0.5, 2000, df=0) == "withhold"
    assert decision(0.5, 2000, df=1999) == "show"


def test_few_degrees_of_freedom_shrink_the_effective_number():
    assert decision(0.5, 500, 90) == "show"
    assert decision(0.5, 500, 90, df=3) == "withhold"


def test_only_a_figure_simply_shown_has_no_reason():
    cases = [(0.5, 20), (0.5, 40), (0.5, 100), (0.9, 45), (1.0, 90), (0.4, 900)]
    for share, people in cases:
        found = share_reliability(share, people, people)
        assert (found.reason == "") == (found.decision == "show")


@needs_reference
def test_every_reference_case_of_the_presentation_standard():
    for case in expected("nchs_presentation")["cases"]:
        base = min(case["n"], case["n_eff"])
        assert korn_graubard(case["p"], base) == pytest.approx((case["lo"], case["hi"]), rel=1e-9)
        found = share_reliability(case["p"], case["n"], case["n_eff"])
        assert (found.decision == "withhold") == case["decision"].startswith("suppress")
        if case["complement_flag"]:
            assert found.decision == "caution"
