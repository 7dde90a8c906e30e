import numpy as np
import pandas as pd
import pytest

from analysis.statistics.margins import WeightingError
from analysis.statistics.weighting import rake, rake_with_cap, weight_report
from tests.oracles.reference_values import MARGINS, WAVES, expected, needs_reference, population, survey, tally

TWO_BY_TWO = pd.DataFrame({"r": ["a", "a", "b", "b"], "c": ["x", "y", "x", "y"], "people": [30, 10, 20, 40]})
TARGETS = {"r": pd.Series({"a": 600, "b": 400}), "c": pd.Series({"x": 450, "y": 550})}
# Pupils' school records of California by type of school and whether it met its target, one stage of clusters (R survey, apiclus1).
SCHOOLS = pd.DataFrame({"type": ["E", "E", "H", "H", "M", "M"], "met": ["No", "Yes"] * 3, "people": [12, 132, 3, 11, 8, 17]})
SCHOOL_TARGETS = {"type": pd.Series({"E": 4421, "H": 755, "M": 1018}), "met": pd.Series({"No": 1072, "Yes": 5122})}


def started(table, start=1.0):
    return table.assign(start=table["people"] * start, start_squares=table["people"] * start**2)


def made_up(seed, unknown=0.0):
    """A random tally of three characteristics and two start weights, and population figures that suit it."""
    rng = np.random.default_rng(seed)
    rows = pd.DataFrame({name: rng.integers(0, levels, 400).astype(str) for name, levels in [("a", 4), ("b", 3), ("c", 2)]})
    rows["d"] = rng.choice([1.0, 2.5], 400)
    census = {name: pd.Series(rng.random(rows[name].nunique()) + 0.5, sorted(rows[name].unique())) for name in "abc"}
    census = {name: 1000 * target / target.sum() for name, target in census.items()}
    if unknown:
        rows.loc[rng.random(400) < unknown, "c"] = None
    return tally(rows, ["a", "b", "c", "d"])[0], census


def test_the_worked_example_of_two_margins():
    found = rake(started(TWO_BY_TWO), TARGETS)
    assert found.factor == pytest.approx([12.2293936672397, 23.31181899828, 4.15590949914045, 7.92204525042999], rel=1e-8)
    cells = found.factor * TWO_BY_TWO["people"].to_numpy()
    assert cells[0] * cells[3] / (cells[1] * cells[2]) == pytest.approx(6, rel=1e-9)
    assert weight_report(found.factor, TWO_BY_TWO["people"]).effective == pytest.approx(78.2660326550142, rel=1e-8)


def test_the_schools_of_california():
    found = rake(started(SCHOOLS), SCHOOL_TARGETS)
    published = [39.8392362471298, 29.8706754926847, 67.1255292411947, 50.3294011160392, 49.0690721638573, 36.79102486407]
    assert found.factor == pytest.approx(published, rel=1e-8)


def test_margins_that_cannot_all_be_met_are_refused_with_the_level_furthest_off():
    deadlock = pd.DataFrame({"r": ["a", "b"], "c": ["x", "y"], "people": [10, 10]})
    with pytest.raises(WeightingError) as caught:
        rake(started(deadlock), {"r": pd.Series({"a": 60, "b": 40}), "c": pd.Series({"x": 50, "y": 50})})
    assert caught.value.reason == "margins cannot be met"
    assert caught.value.margin == "r"
    assert caught.value.level in ("a", "b")


def test_one_margin_is_geographic_weighting():
    table = started(pd.DataFrame({"area": ["North", "South"], "people": [40, 60]}), start=2.0)
    found = rake(table, {"area": pd.Series({"North": 900, "South": 100})})
    assert found.factor * 2 == pytest.approx([900 / 40, 100 / 60], rel=1e-12)
    assert found.sweeps == 1


@pytest.mark.parametrize("seed", range(12))
def test_every_margin_is_met(seed):
    table, census = made_up(seed)
    found = rake(table, census)
    weights = pd.Series(found.factor * table["start"].to_numpy())
    for name, target in census.items():
        reached = weights.groupby(table[name].to_numpy()).sum()
        assert np.abs(reached / weights.sum() - target / target.sum()).max() < 1e-12
    assert weights.sum() == pytest.approx(1000, rel=1e-12)


def test_scaling_the_start_weights_changes_no_weight():
    table, census = made_up(20)
    scaled = table.assign(start=table["start"] * 7, start_squares=table["start_squares"] * 49)
    assert rake(scaled, census).factor * 7 == pytest.approx(rake(table, census).factor, rel=1e-10)
    assert rake_with_cap(scaled, census).factor * 7 == pytest.approx(rake_with_cap(table, census).factor, rel=1e-10)


def test_the_order_of_the_rows_does_not_matter_nor_that_of_the_margins():
    table, census = made_up(21)
    order = np.random.default_rng(22).permutation(len(table))
    found = rake(table, census).factor
    assert rake(table.iloc[order], census).factor == pytest.approx(found[order], rel=1e-9)
    assert rake(table, {name: census[name] for name in "cba"}).factor == pytest.approx(found, rel=1e-9)


def test_someone_whose_level_is_unknown_is_kept_and_left_alone_by_that_margin():
    table, census = made_up(23, unknown=0.05)
    found = rake(table, census)
    weights = pd.Series(found.factor * table["start"].to_numpy())
    assert (weights > 0).all()
    known = weights.groupby(table["c"].to_numpy()).sum()
    assert (known / known.sum()).tolist() == pytest.approx((census["c"] / 1000).tolist(), abs=1e-12)
    assert (weights.groupby(table["a"].to_numpy()).sum()).tolist() == pytest.approx(census["a"].tolist(), rel=1e-10)


def test_weights_within_the_cap_are_plain_raking():
    table, census = made_up(24)
    plain, capped = rake(table, census), rake_with_cap(table, census)
    assert capped.capped == 0
    assert (capped.factor == plain.factor).all()


def test_a_cap_that_bites_keeps_the_margins():
    rows = pd.DataFrame({"a": ["x", "y", "y"], "people": [15, 10, 575], "d": [1.0, 1.0, 1.0]})
    rows = pd.concat([rows, pd.DataFrame({"a": ["x"], "people": [15], "d": [9.0]})], ignore_index=True)
    table = rows.assign(start=rows["people"] * rows["d"], start_squares=rows["people"] * rows["d"] ** 2)
    census = {"a": pd.Series({"x": 150, "y": 850})}
    assert (rake(table, census).factor * rows["d"]).max() > 5 * 1000 / 615
    found = rake_with_cap(table, census)
    weights = found.factor * rows["d"] * 615 / 1000
    assert weights.max() <= 5 + 1e-4
    assert found.capped == 15
    assert (weights * rows["people"])[rows["a"] == "x"].sum() == pytest.approx(0.15 * 615, rel=1e-6)


def test_a_cap_the_margins_cannot_bear_is_refused():
    table = started(pd.DataFrame({"a": ["x", "y"], "people": [10, 590]}))
    with pytest.raises(WeightingError) as caught:
        rake_with_cap(table, {"a": pd.Series({"x": 500, "y": 500})})
    assert caught.value.reason == "cap cannot be held"


def test_a_tally_not_split_by_start_weight_cannot_be_capped():
    table = started(TWO_BY_TWO).assign(start_squares=[50, 10, 20, 40])
    with pytest.raises(ValueError, match="split by start weight"):
        rake_with_cap(table, TARGETS)


def test_the_effective_number_of_kish():
    found = weight_report([1, 2, 4], [2, 1, 1])
    assert (found.design_effect, found.effective) == pytest.approx((1.375, 2.90909090909091), rel=1e-9)
    assert found.efficiency == pytest.approx(0.727272727272727, rel=1e-9)
    assert (found.smallest_over_mean, found.largest_over_mean, found.signal) == (0.5, 2, "")


def test_weights_that_do_too_much_work_are_flagged():
    assert weight_report([1, 4], [50, 10]).signal == "amber"
    assert weight_report([1, 20], [50, 3]).signal == "red"
    with pytest.raises(ValueError, match="weigh something"):
        weight_report([0, 0], [3, 4])


def by_row(wave, method, columns=MARGINS, **changed):
    rows = survey(wave).assign(**changed)
    table, row = tally(rows, [*columns, "d"])
    found = method(table, population(MARGINS) if columns == MARGINS else changed_population(columns))
    return rows, found, found.factor[row.to_numpy()] * rows["d"].to_numpy()


def changed_population(columns):
    names = {"ethnic3_obs": "ethnic3"}
    figures = population(sorted({names.get(column, column) for column in columns}))
    return {column: figures[names.get(column, column)] for column in columns}


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
def test_the_reference_weights_of_every_respondent(wave):
    rows, _, weights = by_row(wave, rake)
    assert weights == pytest.approx(rows["rake4"].to_numpy(), rel=1e-8)
    rows, _, weights = by_row(wave, rake, d=1.0)
    assert weights == pytest.approx(rows["rake4_unit"].to_numpy(), rel=1e-8)
    rows, _, weights = by_row(wave, rake, ("area",))
    assert weights == pytest.approx(rows["ps_area"].to_numpy(), rel=1e-8)


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
def test_the_reference_weights_with_levels_missing(wave):
    rows, _, weights = by_row(wave, rake, ("area", "age_band", "sex", "ethnic3_obs"))
    assert weights / weights.mean() == pytest.approx(rows["ane_missing"].to_numpy(), rel=1e-8)
    unknown = rows["ethnic3_obs"].isna().to_numpy()
    reference = expected("anesrake")["waves"][wave]["missing_ethnic"]["share_missing_weighted"]
    assert weights[unknown].sum() / weights.sum() == pytest.approx(reference, rel=1e-8)


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
def test_the_reference_weights_with_a_cap(wave):
    rows, found, weights = by_row(wave, rake_with_cap)
    assert weights / weights.mean() == pytest.approx(rows["cap5"].to_numpy(), rel=1e-8)
    assert found.capped > 0


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
def test_the_reference_reports_on_weights(wave):
    reference = expected("raking_synthetic")["waves"][wave]
    pairs = {"rake4": "rake4", "rake4_unit": "rake4_unit_base", "ps_area": "poststrat_area", "d": "design_only"}
    for column, key in pairs.items():
        rows = survey(wave)
        found = weight_report(rows[column], np.ones(len(rows)))
        assert (found.people, found.effective) == pytest.approx((reference[key]["n"], reference[key]["n_eff"]), rel=1e-9)
        assert (found.design_effect, found.efficiency) == pytest.approx((reference[key]["deff"], reference[key]["efficiency"]), rel=1e-9)
        assert found.largest_over_mean == pytest.approx(reference[key]["max_over_mean"], rel=1e-9)
