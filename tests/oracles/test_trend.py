import numpy as np
import pandas as pd
import pytest

from analysis.statistics.linearised import Estimate, estimate, sample
from analysis.statistics.trend import any_change
from tests.oracles.reference_values import WAVES, expected, needs_reference, survey, tally

# Shares and standard errors of three independent waves, design weights only (R survey 4.5).
PUBLISHED = [
    Estimate(0.380838323353293, 0.0252016451633591**2, 441, 441, 440),
    Estimate(0.414928649835346, 0.0242079568656071**2, 484, 484, 483),
    Estimate(0.487462387161484, 0.0236231621559499**2, 526, 526, 525),
]


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


def test_one_wave_or_a_share_of_everyone_has_no_test():
    assert any_change(PUBLISHED[:1]) is None
    assert any_change([PUBLISHED[0], Estimate(1.0, 0.0, 30, 30, 29)]) is None


def waves_of(counts):
    rows = [(time, answer, n) for time, pair in enumerate(counts) for answer, n in zip((1, 0), pair, strict=True)]
    table = pd.DataFrame(rows, columns=["time", "answer", "people"])
    return table.assign(start=table["people"], start_squares=table["people"])


@needs_reference
def test_the_reference_trend_from_the_survey_itself():
    reference = expected("change")["cases"]["stacked_design_weight_only"]
    table, _ = tally(survey(), ["wave", "confidence"])
    people, favourable = sample(table, stratum="wave"), (table["confidence"] >= 4).to_numpy()
    asked, time = table["confidence"].notna().to_numpy(), table["wave"].map({wave: at for at, wave in enumerate(WAVES, 1)}).to_numpy(dtype=float)
    waves = [estimate(people, asked & (time == at), favourable) for at in (1, 2, 3)]
    change = any_change(waves)
    assert (change.f, change.df) == (pytest.approx(reference["wald_any_change"]["F"], rel=1e-9), (2, reference["wald_any_change"]["ddf"]))
    assert change.p == pytest.approx(reference["wald_any_change"]["p"], rel=1e-7)
