import numpy as np
import pandas as pd
import pytest

from analysis.statistics.waiting import days_until, days_until_limits, share_by, survival_table, waits
from tests.oracles.reference_values import expected, given, needs_reference

CUT = pd.Timestamp("2025-03-31")
# Freireich and others (1963), 6-MP group: weeks in remission of 21 children, the standard worked example of Kaplan–Meier.
REMISSION = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]


def dates(*texts):
    return pd.Series(pd.to_datetime(list(texts)))


def test_the_standard_worked_example():
    table = survival_table(np.array(REMISSION), np.array(RELAPSED, dtype=bool)).set_index("days")
    published = {6: 0.857142857, 7: 0.806722689, 10: 0.752941176, 13: 0.690196078, 16: 0.627450980, 22: 0.537815126, 23: 0.448179272}
    for week, waiting in published.items():
        assert table.loc[week, "waiting"] == pytest.approx(waiting, abs=5e-10)
    assert days_until(table.reset_index()) == 23


def test_those_still_waiting_count_with_the_days_they_have_waited():
    found = waits(dates("2025-03-01", "2025-03-11"), dates("2025-03-21", None), CUT)
    assert found.days.tolist() == [20, 20]
    assert found.ended.tolist() == [True, False]


def test_feedback_after_the_cut_has_not_happened_yet():
    found = waits(dates("2025-03-01"), dates("2025-04-02"), CUT)
    assert (found.days.tolist(), found.ended.tolist()) == ([30], [False])


def test_feedback_before_the_close_counts_as_no_wait_and_is_flagged():
    found = waits(dates("2025-03-01"), dates("2025-02-27"), CUT)
    assert (found.days.tolist(), found.ended.tolist(), found.before_close) == ([0], [True], 1)
    assert share_by(survival_table(found.days, found.ended), 0) == 1


def test_consultations_without_a_close_are_left_out_and_counted_and_those_not_yet_closed_left_out():
    found = waits(dates(None, "2025-04-01", "2025-03-01"), dates("2025-03-05", None, "2025-03-05"), CUT)
    assert (found.days.tolist(), found.no_close) == ([4], 1)


def test_over_half_still_waiting_has_no_median():
    table = survival_table(np.array([10, 50, 60]), np.array([True, False, False]))
    assert days_until(table) is None
    assert days_until(table, 0.25) == 10
    assert days_until_limits(table) == (10, None)


def test_nobody_waiting_at_all():
    table = survival_table(np.array([], dtype=int), np.array([], dtype=bool))
    assert share_by(table) is None
    assert days_until(table) is None


def test_before_the_first_feedback_no_one_has_heard():
    table = survival_table(np.array([90, 100]), np.array([True, True]))
    assert share_by(table, 84) == 0
    assert share_by(table, 100) == 1


def test_with_everyone_answered_the_median_is_the_first_day_half_had_heard():
    table = survival_table(np.array([1, 2, 3, 4]), np.ones(4, dtype=bool))
    assert [days_until(table, share) for share in (0.25, 0.5, 0.75, 1)] == [1, 2, 3, 4]


def test_a_slow_count_gives_the_same_curve():
    rng = np.random.default_rng(5)
    days, ended = rng.integers(0, 40, 60), rng.random(60) < 0.7
    waiting = 1.0
    for row in survival_table(days, ended).itertuples():
        here = [e for d, e in zip(days, ended, strict=True) if d == row.days]
        waiting *= 1 - sum(here) / sum(d >= row.days for d in days)
        assert row.waiting == pytest.approx(waiting, rel=1e-12, abs=1e-15)


@needs_reference
def test_the_reference_log_of_activities():
    reference, log = expected("time_to_feedback"), given("activities")
    found = waits(pd.to_datetime(log["closed"]), pd.to_datetime(log["feedback_published"]), CUT)
    assert (found.days.size, int(found.ended.sum()), found.no_close) == (76, 64, 0)
    table, published = survival_table(found.days, found.ended), reference["table"]
    for column, key in [("days", "time"), ("at_risk", "n_risk"), ("ended", "n_event")]:
        assert table[column].tolist() == published[key]
    assert table["waiting"].tolist() == pytest.approx(published["surv"], rel=1e-9, abs=1e-15)
    shares = reference["share_fed_back_by"]
    for day, share in zip(shares["days"], shares["F"], strict=True):
        assert share_by(table, day) == pytest.approx(share, rel=1e-9)
    quantiles = reference["quantile"]
    for share, days, lower, upper in zip(quantiles["p"], quantiles["days"], quantiles["lo"], quantiles["hi"], strict=True):
        assert days_until(table, share) == days
        assert days_until_limits(table, share) == (lower, upper)
