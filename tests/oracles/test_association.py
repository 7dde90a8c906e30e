import numpy as np
import pandas as pd
import pytest
from scipy.special import chdtrc

from analysis.statistics.association import association
from analysis.statistics.linearised import sample
from tests.oracles.reference_values import expected, needs_reference, survey, tally


def unweighted(counts):
    table = pd.DataFrame([(i, j, n) for i, row in enumerate(counts) for j, n in enumerate(row)], columns=["answer", "group", "people"])
    table = table[table["people"] > 0].reset_index(drop=True)
    return table.assign(start=table["people"], start_squares=table["people"])


def judged(table):
    return association(sample(table), table["answer"].to_numpy(), table["group"].to_numpy())


def test_without_weights_it_is_pearsons_chi_square():
    found = judged(unweighted([[30, 15, 22], [20, 35, 28]]))
    counts = np.array([[30, 15, 22], [20, 35, 28]])
    expected_counts = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / 150
    chi_square = ((counts - expected_counts) ** 2 / expected_counts).sum()
    assert found.chi_square == pytest.approx(chi_square, rel=1e-9)
    assert found.cramers_v == pytest.approx(np.sqrt(chi_square / 150), rel=1e-9)
    assert found.p == pytest.approx(chdtrc(2, chi_square), rel=0.2)


def test_in_a_two_by_two_table_it_is_close_to_the_square_of_z():
    found = judged(unweighted([[300, 240], [700, 760]]))
    first, second = 0.3, 0.24
    z = (first - second) / np.sqrt(first * (1 - first) / 1000 + second * (1 - second) / 1000)
    assert found.df == pytest.approx((1, 1999))
    assert found.f == pytest.approx(z**2, rel=0.01)


def test_independent_answers_have_no_association():
    found = judged(unweighted([[10, 20], [30, 60]]))
    assert found.chi_square == pytest.approx(0, abs=1e-12)
    assert found.p == pytest.approx(1)


def test_answers_no_one_gave_are_dropped():
    with_gap = unweighted([[30, 0, 22], [0, 0, 0], [20, 0, 28]])
    without = unweighted([[30, 22], [20, 28]])
    assert judged(with_gap).p == pytest.approx(judged(without).p, rel=1e-12)


def test_one_answer_or_one_group_is_no_test():
    assert judged(unweighted([[30, 15]])) is None
    assert judged(unweighted([[30], [15]])) is None


def test_people_left_out_of_the_table_stay_in_the_sample():
    table = unweighted([[30, 15], [20, 35]])
    others = pd.DataFrame({"answer": [-1], "group": [0], "people": [50], "start": [50], "start_squares": [50]})
    found = judged(pd.concat([table, others], ignore_index=True))
    assert found.people == 100
    assert found.chi_square == pytest.approx(judged(table).chi_square, rel=1e-12)


def test_scaling_the_start_weights_changes_nothing():
    table = unweighted([[30, 15, 22], [20, 35, 28]])
    scaled = table.assign(start=table["start"] * 4, start_squares=table["start_squares"] * 16)
    assert judged(scaled).f == pytest.approx(judged(table).f, rel=1e-10)


def test_a_table_too_empty_to_test_is_not_tested():
    assert judged(unweighted([[10, 0, 0], [0, 10, 0], [0, 0, 10]])) is None


def test_respondents_one_by_one_with_contrasts_by_projection_give_the_same():
    rng = np.random.default_rng(41)
    rows = pd.DataFrame({"answer": rng.integers(0, 3, 200), "group": rng.integers(0, 4, 200), "d": rng.choice([1.0, 2.0, 5.0], 200)})
    table, _ = tally(rows, ["answer", "group"])
    found = association(sample(table), table["answer"].to_numpy(), table["group"].to_numpy())
    cell, w = (rows["answer"] * 4 + rows["group"]).to_numpy(), rows["d"].to_numpy() / rows["d"].sum()
    ticks = np.eye(12)[cell]
    share = w @ ticks
    u = w[:, None] * (ticks - share)
    v = 200 / 199 * u.T @ u
    main = np.column_stack([np.ones(12), *(np.repeat(np.arange(3), 4) == i for i in (1, 2)), *(np.tile(np.arange(4), 3) == j for j in (1, 2, 3))])
    products = np.column_stack([main[:, i] * main[:, j] for i in (1, 2) for j in (3, 4, 5)])
    c = products - main @ np.linalg.lstsq(main, products, rcond=None)[0]
    d = np.diag(1 / share)
    delta = np.linalg.eigvals(np.linalg.inv(c.T @ d @ c / 200) @ (c.T @ d @ v @ d @ c)).real
    assert found.f == pytest.approx(found.chi_square / delta.sum(), rel=1e-9)
    assert found.df == pytest.approx((delta.sum() ** 2 / (delta**2).sum(), 199 * delta.sum() ** 2 / (delta**2).sum()), rel=1e-9)


@needs_reference
@pytest.mark.parametrize("name", ["confidence x area", "informed x age_band", "informed x sex"])
def test_every_reference_crosstab(name):
    reference = expected("crosstabs")["tables"][name]
    answer, group = name.split(" x ")
    table, _ = tally(survey(), ["wave", answer, group])
    codes = [pd.factorize(table[column])[0] for column in (answer, group)]
    found = association(sample(table, stratum="wave"), *codes)
    assert found.people == reference["n"]
    assert found.chi_square == pytest.approx(reference["pearson_X2_on_weighted_rescaled"], rel=1e-9)
    assert found.f == pytest.approx(reference["F"]["statistic"], rel=1e-9)
    assert found.df == pytest.approx(tuple(reference["F"]["parameter"].values()), rel=1e-9)
    assert found.p == pytest.approx(reference["F"]["p"], rel=1e-7)
