import pandas as pd
import pytest

from analysis.statistics.ratios import change, cost_per_participation
from tests.oracles.reference_values import expected, given, needs_reference


def test_a_change_is_a_difference_and_a_share_of_what_was():
    found = change(1100, 1240)
    assert found.difference == 140
    assert found.relative == pytest.approx(0.127272727272727, rel=1e-9)
    assert change(5126, 4465).relative == pytest.approx(-0.12895, abs=5e-6)


def test_a_percentage_needs_ten_to_start_from():
    assert change(9, 12).relative is None
    assert change(9, 12).note == "too few for a percentage"
    assert change(10, 12).relative == 0.2


def test_from_nothing_is_new_and_nothing_twice_is_said_so():
    assert (change(0, 7).difference, change(0, 7).relative, change(0, 7).note) == (7, None, "new")
    assert change(0, 0).note == "none in either year"


def test_an_unknown_count_has_no_change():
    assert change(None, 7) is None
    assert change(7, None) is None


def test_one_tiny_dear_event_does_not_dominate():
    found = cost_per_participation(pd.Series([100.0, 100.0]), pd.Series([1, 99]))
    assert found.value == 2


def test_activities_lacking_a_figure_are_counted_and_in_neither_total():
    found = cost_per_participation(pd.Series([10.0, None, 30.0]), pd.Series([5, 40, None]))
    assert (found.value, found.activities) == (2, 1)
    assert (found.without_cost, found.participations_without_cost, found.without_attendance) == (1, 40, 1)


def test_an_event_nobody_came_to_keeps_its_cost():
    assert cost_per_participation(pd.Series([10.0, 10.0]), pd.Series([0, 5])).value == 4
    assert cost_per_participation(pd.Series([10.0]), pd.Series([0])).value is None


@needs_reference
def test_every_reference_case_of_change():
    for case in expected("participation")["cases"]:
        found = change(case["previous"], case["current"])
        assert found.difference == case["change"]
        if case["previous"] >= 10:
            assert found.relative == pytest.approx(case["pct_change"], rel=1e-9)
        else:
            assert found.relative is None


@needs_reference
def test_the_reference_log_of_activities():
    reference, log = expected("cost_per_participant"), given("activities")
    found = cost_per_participation(log["cost_gbp"], log["participants"])
    assert found.value == pytest.approx(reference["pooled"], rel=1e-9)
    counted = (found.activities, found.without_cost, found.participations_without_cost)
    assert counted == (reference["n_with_cost"], reference["n_without_cost"], reference["participants_without_cost"])
    for method, case in reference["by_method"].items():
        rows = log[log["method"] == method]
        by_method = cost_per_participation(rows["cost_gbp"], rows["participants"])
        assert (by_method.cost, by_method.value) == pytest.approx((case["cost"], case["pooled"]), rel=1e-9)
        assert (by_method.activities, by_method.participations) == (case["n_activities"], case["participants"])
