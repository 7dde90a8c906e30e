import numpy as np
import pytest

from analysis.statistics.process_limits import assurance, process_limits, signals, variation

STEADY = [50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 50]


def lines(*values):
    """Limits with mean 50, process limits 20 and 80, outer-third lines 30 and 70."""
    baseline = [50.0] * 12
    found = process_limits(baseline)
    return type(found)(50, 20, 80, 30, 70, trial=False), list(values)


def causes(*values):
    limits, y = lines(*values)
    return [(signal.cause, signal.direction) for signal in signals(y, limits)]


def test_the_limits_worked_out_by_hand():
    found = process_limits(STEADY)
    moving = [2, 3, 2, 1, 2, 3, 1, 1, 3, 2, 0]
    assert found.mean == pytest.approx(sum(STEADY) / 12, rel=1e-12)
    assert found.upper - found.mean == pytest.approx(2.66 * sum(moving) / 11, rel=1e-12)
    assert found.mean - found.lower == pytest.approx(2.66 * sum(moving) / 11, rel=1e-12)
    assert found.outer_upper - found.mean == pytest.approx(2 / 3 * 2.66 * sum(moving) / 11, rel=1e-12)
    assert not found.trial


def test_one_enormous_jump_is_left_out_of_the_average_moving_range():
    values = [10, 11, 10, 11, 10, 11, 60, 61, 60, 61, 60, 61]
    found = process_limits(values)
    assert found.upper - found.mean == pytest.approx(2.66 * 1, rel=1e-12)


def test_a_jump_of_just_the_screening_factor_is_left_out():
    moving = np.array([1.0] * 10 + [3.267 * 10 / (11 - 3.267)])
    values = np.cumsum([0.0, *moving])
    assert moving[-1] == pytest.approx(3.267 * moving.mean(), rel=1e-12)
    jump = values.copy()
    jump[-1] += 1e-9
    found = process_limits(jump)
    assert found.upper - found.mean == pytest.approx(2.66, rel=1e-12)


def test_later_points_do_not_move_the_baseline():
    assert process_limits([*STEADY, 90, 95, 99]) == process_limits(STEADY)


def test_fewer_than_twelve_points_are_on_trial_and_have_no_icon():
    found = process_limits(STEADY[:11])
    assert found.trial
    assert variation(STEADY[:11], found, 1) is None
    assert assurance(found, 1, 10) is None


def test_one_point_has_no_limits_and_a_missing_value_is_refused():
    assert process_limits([50]) is None
    with pytest.raises(ValueError, match="every value"):
        process_limits([50, float("nan"), 51])


def test_a_measure_that_never_moves_has_limits_at_its_mean():
    found = process_limits([7] * 12)
    assert (found.lower, found.mean, found.upper) == (7, 7, 7)
    assert variation([7] * 12, found, 1) == "Normal variation"


def test_a_point_beyond_a_limit_is_special_and_one_on_it_is_not():
    assert causes(50, 80, 81, 19) == [("", 0), ("", 0), ("outside the limits", 1), ("outside the limits", -1)]


def test_seven_rising_points_are_a_trend_and_six_are_not():
    assert causes(44, 46, 48, 51, 52, 53, 54) == [("trend", 1)] * 7
    assert causes(44, 46, 48, 51, 52, 53) == [("", 0)] * 6
    assert causes(44, 46, 48, 51, 51, 53, 54) == [("", 0)] * 7


def test_a_point_that_ends_one_trend_and_starts_another_goes_with_the_later():
    found = causes(41, 43, 45, 47, 49, 51, 53, 51, 49, 47, 45, 43, 41)
    assert found == [("trend", 1)] * 6 + [("trend", -1)] * 7


def test_two_of_three_near_a_limit_are_special_and_the_third_is_not():
    assert causes(72, 51, 75) == [("two of three near a limit", 1), ("", 0), ("two of three near a limit", 1)]
    assert causes(28, 25, 49) == [("two of three near a limit", -1), ("two of three near a limit", -1), ("", 0)]
    assert causes(72, 49, 75) == [("", 0)] * 3
    assert causes(70, 51, 75) == [("", 0)] * 3
    assert causes(72, 51, 51, 75) == [("", 0)] * 4


def test_seven_points_on_one_side_are_a_shift_and_a_point_on_the_mean_breaks_it():
    assert causes(51, 52, 51, 52, 51, 52, 51, 49) == [("shift", 1)] * 7 + [("", 0)]
    assert causes(51, 52, 51, 50, 51, 52, 51, 52) == [("", 0)] * 8


def test_the_stronger_reason_is_given():
    found = causes(52, 54, 56, 58, 60, 62, 81)
    assert found == [("trend", 1)] * 6 + [("outside the limits", 1)]
    found = causes(51, 52, 51, 52, 72, 52, 75)
    assert [cause for cause, _ in found] == ["shift", "shift", "shift", "shift", "two of three near a limit", "shift", "two of three near a limit"]


def test_the_icon_is_that_of_the_latest_point():
    limits, y = lines(50, 81)
    assert variation(y, limits, 1) == "Improving"
    assert variation(y, limits, -1) == "Getting worse"
    assert variation(y, limits, 0) == "Higher than usual"
    assert variation([81, 50], limits, 1) == "Normal variation"
    assert variation([50, 19], limits, 0) == "Lower than usual"


def test_a_rising_trend_below_the_mean_is_an_improvement_where_higher_is_better():
    limits, y = lines(41, 42, 43, 44, 45, 46, 47)
    assert variation(y, limits, 1) == "Improving"


def test_whether_the_target_will_be_met():
    limits, _ = lines()
    assert [assurance(limits, 1, target) for target in (19, 20, 50, 80, 81)] == [
        "Will usually meet target",
        "Hit or miss",
        "Hit or miss",
        "Hit or miss",
        "Will usually miss target",
    ]
    assert [assurance(limits, -1, target) for target in (19, 50, 81)] == ["Will usually miss target", "Hit or miss", "Will usually meet target"]
    assert assurance(limits, 0, 50) is None


def test_a_slow_reading_of_the_rules_flags_the_same_points():
    rng = np.random.default_rng(50)
    for _ in range(60):
        y = np.round(rng.normal(50, 14, 30) + rng.choice([0, 0.8]) * np.arange(30))
        limits, _ = lines()
        mean, flagged = 50, [signal.cause for signal in signals(y, limits)]
        for at in range(30):
            sevens = [y[s : s + 7] for s in range(max(0, at - 6), at + 1) if s + 7 <= 30]
            threes = [y[s : s + 3] for s in range(max(0, at - 2), at + 1) if s + 3 <= 30]
            near = 70 < y[at] <= 80 or 20 <= y[at] < 30
            trend = any(all(np.diff(seven) > 0) or all(np.diff(seven) < 0) for seven in sevens)
            shift = any(all(seven > mean) or all(seven < mean) for seven in sevens)
            high = any(all(t > mean) and sum((t > 70) & (t <= 80)) >= 2 for t in threes)
            low = any(all(t < mean) and sum((t < 30) & (t >= 20)) >= 2 for t in threes)
            if y[at] > 80 or y[at] < 20:
                wanted = "outside the limits"
            elif trend:
                wanted = "trend"
            elif near and (high or low):
                wanted = "two of three near a limit"
            else:
                wanted = "shift" if shift else ""
            assert flagged[at] == wanted
