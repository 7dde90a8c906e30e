import numpy as np
import pandas as pd
import pytest

from analysis.statistics.group_vs_rest import group_vs_rest
from analysis.statistics.linearised import covariance, estimate, linearise, sample
from analysis.statistics.weighting import rake
from tests.oracles.reference_values import MARGINS, expected, needs_reference, population, survey, tally


def made_up():
    rows = [("North", 1, 30), ("North", 0, 20), ("South", 1, 15), ("South", 0, 45), ("West", 1, 22), ("West", 0, 18)]
    table = pd.DataFrame(rows, columns=["area", "answer", "people"])
    return table.assign(start=table["people"], start_squares=table["people"])


def compared(table, **options):
    asked = np.ones(len(table), dtype=bool)
    return group_vs_rest(sample(table), asked, table["answer"].to_numpy(), {"area": table["area"].to_numpy()}, **options)


def test_a_group_is_compared_with_everyone_else():
    found = compared(made_up()).set_index("level")
    assert found.loc["North", ["people", "people_rest"]].tolist() == [50, 100]
    assert found.loc["North", ["share", "share_rest"]].tolist() == pytest.approx([0.6, 0.37])
    textbook = np.sqrt(150 / 149 * (0.6 * 0.4 / 50 + 0.37 * 0.63 / 100))
    assert found.loc["North", "se"] == pytest.approx(textbook, rel=1e-9)
    assert (found["adjusted_p"] >= found["p"]).all()


def test_two_halves_differ_from_each_other_alike():
    table = made_up().query("area != 'West'").reset_index(drop=True)
    found = compared(table)
    assert found["difference"].sum() == pytest.approx(0, abs=1e-12)
    assert found["p"].nunique() == 1 or found["p"].tolist() == pytest.approx([found["p"][0]] * 2, rel=1e-9)


def test_a_withheld_group_keeps_its_row_and_is_not_counted():
    found = compared(made_up(), withheld={("area", "West")}).set_index("level")
    assert found.loc["West", "people"] == 40
    assert found.loc["West", ["share", "share_rest", "difference", "se", "p", "adjusted_p"]].isna().all()
    assert found.loc["South", "adjusted_p"] == pytest.approx(min(1, 2 * found.loc["South", "p"]), rel=1e-9)


def test_levels_keep_the_order_of_the_codebook_and_an_empty_one_its_row():
    table = made_up()
    levels = pd.Categorical(table["area"], ["West", "South", "North", "East"])
    found = group_vs_rest(sample(table), np.ones(6, dtype=bool), table["answer"].to_numpy(), {"area": levels})
    assert found["level"].tolist() == ["West", "South", "North", "East"]
    assert found["people"].tolist() == [40, 60, 50, 0]
    assert found["share"].isna().tolist() == [False, False, False, True]


def test_no_groups_are_an_empty_table():
    table = made_up()
    assert group_vs_rest(sample(table), np.ones(6, dtype=bool), table["answer"].to_numpy(), {}).empty


def test_the_two_shares_dependence_is_counted():
    rng = np.random.default_rng(40)
    rows = pd.DataFrame({"area": rng.choice(["N", "S"], 300), "sex": rng.choice(["F", "M"], 300), "answer": rng.integers(0, 2, 300)})
    rows["d"] = rng.choice([1.0, 3.0], 300)
    table, _ = tally(rows, ["area", "sex", "answer"])
    people = sample(table, ["area", "sex"], rake(table, {"area": pd.Series({"N": 3, "S": 7}), "sex": pd.Series({"F": 5, "M": 5})}).factor)
    asked, value, north = np.ones(len(table), dtype=bool), table["answer"].to_numpy(), (table["area"] == "N").to_numpy()
    found = group_vs_rest(people, asked, value, {"area": table["area"].to_numpy()})
    both = covariance(people, np.column_stack([linearise(people, inside, value)[1] for inside in (north, ~north)]))
    assert found["se"][0] ** 2 == pytest.approx(both[0, 0] + both[1, 1] - 2 * both[0, 1], rel=1e-9)
    assert found["share"][0] == estimate(people, north, value).value


@needs_reference
def test_every_reference_row_of_groups_against_the_rest():
    table, _ = tally(survey("2025/26"), [*MARGINS, "confidence"])
    people = sample(table, MARGINS, rake(table, population()).factor)
    asked, favourable = table["confidence"].notna().to_numpy(), (table["confidence"] >= 4).to_numpy()
    found = group_vs_rest(people, asked, favourable, {name: table[name].to_numpy() for name in MARGINS}).set_index(["characteristic", "level"])
    rows = expected("group_vs_rest")["rows"]
    assert len(found) == len(rows)
    for case in rows:
        row = found.loc[(case["variable"], case["level"])]
        assert row[["people", "people_rest"]].tolist() == [case["n"], case["n_rest"]]
        close = [case["p"], case["p_rest"], case["diff"], case["diff_se"], case["z"]]
        assert row[["share", "share_rest", "difference", "se", "z"]].tolist() == pytest.approx(close, rel=1e-9)
        assert row[["p", "adjusted_p"]].tolist() == pytest.approx([case["p_value"], case["bh"]], rel=1e-7)
        one = estimate(people, asked & (table[case["variable"]] == case["level"]).to_numpy(), favourable)
        assert (one.se, one.kish, one.df) == (pytest.approx(case["se"], rel=1e-9), pytest.approx(case["kish_n_eff"], rel=1e-9), case["df"])
