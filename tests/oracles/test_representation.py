import math

import numpy as np
import pandas as pd
import pytest

from analysis.statistics.representation import distance, representation
from tests.oracles.reference_values import expected, needs_reference

AGES = ["16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"]
PEOPLE = pd.Series([19, 53, 57, 89, 112, 95, 75], AGES)
POPULATION = pd.Series([66700, 76300, 74900, 79200, 75800, 59500, 47600], AGES)


def test_the_ratio_of_each_age_is_that_of_r():
    table = representation(PEOPLE, POPULATION)
    published = {
        "16-24": (0.273463268365817, 6.95482858811867e-14, 4.86838001168307e-13),
        "45-54": (1.07878787878788, 0.433476358831069, 0.433476358831069),
        "75+": (1.51260504201681, 0.000312466017259674, 0.000546815530204429),
    }
    for age, (ratio, p, adjusted) in published.items():
        assert table.loc[age, "ratio"] == pytest.approx(ratio, rel=1e-9)
        assert (table.loc[age, "p"], table.loc[age, "adjusted_p"]) == pytest.approx((p, adjusted), rel=1e-7)
    assert table["band"].tolist()[::3] == ["under-represented", "about in line", "over-represented"]
    assert table["note"].tolist() == [""] * 7


def test_the_distance_of_the_age_profile():
    found = distance(PEOPLE, POPULATION)
    assert (found.people, found.df, found.simulated) == (500, 6, False)
    assert (found.dissimilarity, found.floor) == pytest.approx((0.195958333333333, 0.0435094023622233), rel=1e-9)
    assert (found.chi_square, found.variation) == pytest.approx((96.1206670747648, 0.438453343184346), rel=1e-9)
    assert found.largest_bias == pytest.approx(21.9226671592173, rel=1e-9)
    assert found.p == pytest.approx(1.61537643106983e-18, rel=1e-7)
    assert found.excess == pytest.approx((0.195958333333333 - 0.0435094023622233) / (1 - 0.0435094023622233), rel=1e-9)


def test_the_variation_of_participation_is_cohens_w():
    rate = PEOPLE / POPULATION
    share = POPULATION / POPULATION.sum()
    mean = (share * rate).sum()
    assert distance(PEOPLE, POPULATION).variation == pytest.approx(math.sqrt((share * (rate - mean) ** 2).sum()) / mean, rel=1e-9)


def test_a_profile_that_matches_is_at_no_distance():
    found = distance(pd.Series([30, 20, 50], list("abc")), pd.Series([300, 200, 500], list("abc")))
    assert (found.dissimilarity, found.excess, found.largest_bias) == pytest.approx((0, 0, 0), abs=1e-12)
    assert found.p == pytest.approx(1)


def test_the_floor_is_what_random_drawing_gives():
    share = np.array([0.5, 0.3, 0.2])
    drawn = np.random.default_rng(11).multinomial(300, share, 20_000) / 300
    simulated = np.abs(drawn - share).sum(axis=1).mean() / 2
    found = distance(pd.Series([150, 90, 60], list("abc")), pd.Series(share * 1e6, list("abc")))
    assert found.floor == pytest.approx(simulated, rel=0.02)


def test_a_group_no_one_came_from_is_shown_as_nought():
    table = representation(pd.Series({"a": 60}), pd.Series({"a": 50, "b": 50}))
    assert (table.loc["b", "people"], table.loc["b", "ratio"]) == (0, 0)
    assert table.loc["b", "band"] == "under-represented"


def test_a_difference_chance_could_make_is_said_so():
    table = representation(pd.Series({"a": 4, "b": 16}), pd.Series({"a": 300, "b": 700}))
    assert table.loc["a", ["band", "note"]].tolist() == ["under-represented", "could be chance"]


def test_too_few_expected_cannot_be_judged():
    table = representation(pd.Series({"a": 0, "b": 40}), pd.Series({"a": 100, "b": 900}))
    assert table.loc["a", "note"] == "too few to judge"


def test_above_a_fifth_not_stated_only_the_bounds_are_shown():
    table = representation(pd.Series({"a": 40, "b": 35}), pd.Series({"a": 500, "b": 500}), not_stated=25)
    assert table["band"].tolist() == ["too many not stated"] * 2
    assert table[["share", "ratio", "gap", "p", "adjusted_p"]].isna().all(axis=None)
    assert table.loc["a", ["lowest", "highest"]].tolist() == [0.4, 0.65]


def test_at_a_fifth_not_stated_the_comparison_stands():
    table = representation(pd.Series({"a": 40, "b": 40}), pd.Series({"a": 500, "b": 500}), not_stated=20)
    assert table["ratio"].tolist() == [1, 1]


def test_a_group_without_a_census_figure_has_no_ratio():
    table = representation(pd.Series({"a": 40, "b": 10}), pd.Series({"a": 500, "b": 0}))
    assert table.loc["b", "band"] == "no census figure"
    assert math.isnan(table.loc["b", "ratio"])
    assert math.isnan(table.loc["b", "adjusted_p"])
    assert distance(pd.Series({"a": 40, "b": 10}), pd.Series({"a": 500, "b": 0})) is None


def test_no_one_at_all_is_not_a_profile():
    nobody = pd.Series({"a": 0, "b": 0})
    assert distance(nobody, pd.Series({"a": 5, "b": 5})) is None
    table = representation(nobody, pd.Series({"a": 5, "b": 5}))
    assert table["ratio"].isna().all()
    assert table["band"].tolist() == ["too few to judge"] * 2


def test_groups_too_small_for_chi_square_are_simulated_and_come_out_the_same_each_time():
    people, census = pd.Series({"a": 3, "b": 1, "c": 6}), pd.Series({"a": 800, "b": 150, "c": 50})
    found = distance(people, census)
    assert found.simulated
    assert found == distance(people, census)
    shares, exact = [0.8, 0.15, 0.05], 0.0
    for a in range(11):
        for b in range(11 - a):
            counts = (a, b, 10 - a - b)
            chi = sum((n - 10 * p) ** 2 / (10 * p) for n, p in zip(counts, shares, strict=True))
            if chi >= found.chi_square - 1e-9:
                ways = math.factorial(10) / math.prod(map(math.factorial, counts))
                exact += ways * math.prod(p**n for n, p in zip(counts, shares, strict=True))
    assert found.p == pytest.approx(exact, abs=4 * math.sqrt(exact / 100_000) + 1e-5)


def test_a_group_the_census_does_not_know_is_refused():
    with pytest.raises(ValueError, match="no population figure for c"):
        representation(pd.Series({"c": 4}), pd.Series({"a": 5}))
    with pytest.raises(ValueError, match="empty"):
        representation(pd.Series({"a": 4}), pd.Series({"a": 0}))


@needs_reference
def test_every_reference_table_of_representation():
    for case in expected("representation")["cases"].values():
        people = pd.Series(case["n"], case["levels"])
        census = 480_000 * pd.Series(case["pop_share"], case["levels"])
        table = representation(people, census, case.get("n_not_stated", 0))
        exact = {"share": "share", "population_share": "pop_share", "gap": "gap_pp", "ratio": "ratio", "per_1000": "participation_per_1000"}
        for column, key in exact.items():
            assert table[column].tolist() == pytest.approx(case[key], rel=1e-9, abs=1e-9)
        for column, key in {"p": "exact_p", "adjusted_p": "bh_p"}.items():
            assert table[column].tolist() == pytest.approx(case[key], rel=1e-7)
        found = distance(people, census)
        overall = {"dissimilarity": "dissimilarity", "floor": "expected_D_if_random", "chi_square": "chisq_gof", "variation": "cv_propensity"}
        overall |= {"df": "df", "largest_bias": "max_abs_bias_pp_for_a_share"}
        for name, key in overall.items():
            assert getattr(found, name) == pytest.approx(case[key], rel=1e-9)
        assert found.variation == pytest.approx(case["cohens_w"], rel=1e-9)
        assert found.p == pytest.approx(case["p"], rel=1e-7)


@needs_reference
def test_the_floor_of_the_reference_simulations():
    cases = expected("representation")["cases"]
    for case in expected("selection_checks")["dissimilarity_noise_floor"]:
        levels = next(known for name, known in cases.items() if name.endswith(case["variable"]))
        census = 480_000 * pd.Series(levels["pop_share"], levels["levels"])
        drawn = pd.Series([case["n"]] + [0] * (len(census) - 1), census.index)
        found = distance(drawn, census)
        assert found.floor == pytest.approx(case["closed_form"], rel=1e-9)
        assert found.floor == pytest.approx(case["simulated_mean"], rel=0.01)
