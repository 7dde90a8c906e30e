import numpy as np
import pandas as pd
import pytest

from analysis.statistics.calibration import calibrate
from analysis.statistics.margins import WeightingError
from analysis.statistics.weighting import rake
from tests.oracles.reference_values import MARGINS, WAVES, needs_reference, population, survey, tally

TABLE = pd.DataFrame({"a": ["x", "x", "y", "y"], "b": ["m", "n", "m", "n"], "people": [30, 10, 20, 40], "start": [30, 10, 20, 40]})
CENSUS = {"a": pd.Series({"x": 600, "y": 400}), "b": pd.Series({"m": 450, "n": 550})}


def test_the_margins_are_met_within_the_bounds():
    factor = calibrate(TABLE, CENSUS, 0.3, 3.0)
    weights = pd.Series(factor * TABLE["start"])
    for name, target in CENSUS.items():
        assert weights.groupby(TABLE[name]).sum().tolist() == pytest.approx(target.tolist(), rel=1e-10)
    assert np.all((factor / 10 >= 0.3) & (factor / 10 <= 3.0))


def test_with_bounds_wide_apart_it_comes_close_to_raking():
    assert calibrate(TABLE, CENSUS, 0, 1e7) == pytest.approx(rake(TABLE, CENSUS).factor, rel=1e-5)


def test_scaling_the_start_weights_changes_no_weight():
    scaled = TABLE.assign(start=TABLE["start"] * 3)
    assert calibrate(scaled, CENSUS, 0.3, 3.0) * 3 == pytest.approx(calibrate(TABLE, CENSUS, 0.3, 3.0), rel=1e-10)


def test_bounds_that_cannot_be_held_are_refused():
    with pytest.raises(WeightingError) as caught:
        calibrate(TABLE, CENSUS, 0.95, 1.05)
    assert caught.value.reason == "bounds cannot be held"


def test_bounds_must_enclose_one():
    for lower, upper in [(1.1, 2), (0.2, 0.9), (-1, 2)]:
        with pytest.raises(ValueError, match="enclose 1"):
            calibrate(TABLE, CENSUS, lower, upper)


def test_an_unknown_level_is_refused():
    unknown = pd.concat([TABLE, pd.DataFrame({"a": ["x"], "b": [None], "people": [2], "start": [2]})], ignore_index=True)
    with pytest.raises(WeightingError) as caught:
        calibrate(unknown, CENSUS, 0.3, 3.0)
    assert (caught.value.reason, caught.value.margin) == ("too many unknown", "b")


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
def test_the_reference_weights_within_bounds(wave):
    rows = survey(wave)
    table, row = tally(rows, MARGINS)
    weights = calibrate(table, population(), 0.2, 4.5)[row.to_numpy()] * rows["d"].to_numpy()
    assert weights == pytest.approx(rows["cal_logit"].to_numpy(), rel=1e-8)
