import numpy as np
import pandas as pd
import pytest

from analysis.statistics.linearised import Estimate, estimate, sample
from analysis.statistics.trend import any_change, linear_slope, logit_slope
from tests.oracles.reference_values import WAVES, expected, needs_reference, survey, tally

# Shares and standard errors of three independent waves, design weights only (R survey 4.5).
PUBLISHED = [
    Estimate(0.380838323353293, 0.0252016451633591**2, 441, 441, 440),
    Estimate(0.414928649835346, 0.0242079568656071**2, 484, 484, 483),
    Estimate(0.487462387161484, 0.0236231621559499**2, 526, 526, 525),
]


def test_the_slope_over_three_waves():
    found = linear_slope(PUBLISHED, [1, 2, 3])
    assert (found.slope, found.se) == pytest.approx((0.0533120319040955, 0.0172711950164585), rel=1e-9)


def test_whether_anything_changed_over_three_waves():
    found = any_change(PUBLISHED)
    assert found.df == (2, 1446)
    assert found.f == pytest.approx(5.01266721512675, rel=1e-9)
    assert found.p == pytest.approx(0.00676921378506427, rel=1e-7)


def test_two_waves_change_by_the_square_of_the_z_of_their_log_odds():
    first, last = PUBLISHED[0], PUBLISHED[2]
    odds = [np.log(wave.value / (1 - wave.value)) for wave in (first, last)]
    spread = [wave.variance / (wave.value * (1 - wave.value)) ** 2 for wave in (first, last)]
    assert any_change([first, last]).f == pytest.approx((odds[1] - odds[0]) ** 2 / sum(spread), rel=1e-9)


def test_one_wave_or_one_time_has_no_trend():
    assert any_change(PUBLISHED[:1]) is None
    assert any_change([PUBLISHED[0], Estimate(1.0, 0.0, 30, 30, 29)]) is None
    assert linear_slope(PUBLISHED[:1], [2024]) is None


def waves_of(counts):
    rows = [(time, answer, n) for time, pair in enumerate(counts) for answer, n in zip((1, 0), pair, strict=True)]
    table = pd.DataFrame(rows, columns=["time", "answer", "people"])
    return table.assign(start=table["people"], start_squares=table["people"])


def test_between_two_waves_the_slope_is_the_log_odds_ratio():
    table = waves_of([(30, 70), (45, 55)])
    found = logit_slope(sample(table, stratum="time"), np.ones(4, dtype=bool), table["answer"].to_numpy(), table["time"].to_numpy(dtype=float))
    assert found.slope == pytest.approx(np.log(45 / 55) - np.log(30 / 70), rel=1e-9)
    assert found.se == pytest.approx(np.sqrt(100 / 99 * (1 / 30 + 1 / 70 + 1 / 45 + 1 / 55)), rel=1e-9)
    assert found.df == 197


def test_everyone_answering_alike_has_no_slope():
    table = waves_of([(30, 0), (45, 0)])
    assert logit_slope(sample(table, stratum="time"), np.ones(4, dtype=bool), table["answer"].to_numpy(), table["time"].to_numpy()) is None


@needs_reference
def test_the_reference_trend_from_the_survey_itself():
    reference = expected("change")["cases"]["stacked_design_weight_only"]
    table, _ = tally(survey(), ["wave", "confidence"])
    people, favourable = sample(table, stratum="wave"), (table["confidence"] >= 4).to_numpy()
    asked, time = table["confidence"].notna().to_numpy(), table["wave"].map({wave: at for at, wave in enumerate(WAVES, 1)}).to_numpy(dtype=float)
    waves = [estimate(people, asked & (time == at), favourable) for at in (1, 2, 3)]
    slope = linear_slope(waves, [1, 2, 3])
    assert (slope.slope, slope.se) == pytest.approx(tuple(reference["linear_slope_per_wave"]), rel=1e-9)
    change = any_change(waves)
    assert (change.f, change.df) == (pytest.approx(reference["wald_any_change"]["F"], rel=1e-9), (2, reference["wald_any_change"]["ddf"]))
    assert change.p == pytest.approx(reference["wald_any_change"]["p"], rel=1e-7)
    logit = logit_slope(people, asked, favourable, time)
    assert (logit.slope, logit.se) == pytest.approx((reference["logit_trend"]["coef"], reference["logit_trend"]["se"]), rel=1e-9)
    assert (logit.df, logit.p) == (reference["logit_trend"]["df"], pytest.approx(reference["logit_trend"]["p"], rel=1e-7))
