import numpy as np
import pandas as pd
import pytest

from analysis.statistics.linearised import sample
from analysis.statistics.multi_select import Option, option_shares, option_tests
from analysis.statistics.multiple_testing import benjamini_hochberg, holm
from tests.oracles.reference_values import expected, given, needs_reference, survey, tally

OPTIONS = ["pri_asb", "pri_burglary", "pri_violence", "pri_rural", "pri_fraud", "pri_other"]


def made_up():
    rows = [("F", 1, 0, 30), ("F", 1, 1, 20), ("F", 0, 1, 10), ("M", 1, 0, 12), ("M", 1, 1, 8), ("M", 0, 1, 40), ("M", 0, 0, 30)]
    table = pd.DataFrame(rows, columns=["sex", "speeding", "burglary", "people"])
    table = table.assign(start=table["people"], start_squares=table["people"])
    asked = (table[["speeding", "burglary"]].sum(axis=1) > 0).to_numpy()
    group = pd.factorize(table["sex"])[0]
    return {name: Option(sample(table), asked, table[name].to_numpy(), group) for name in ("speeding", "burglary")}


def test_the_base_is_those_who_ticked_something_and_shares_add_to_more_than_all():
    found = option_shares(made_up()).set_index("option")
    assert found["people"].tolist() == [120, 120]
    assert found["share"].tolist() == pytest.approx([70 / 120, 78 / 120])
    assert found["share"].sum() > 1
    assert (found["lower"] < found["share"]).all()
    assert (found["share"] < found["upper"]).all()


def test_each_option_has_its_own_test_and_the_options_are_one_family():
    found = option_tests(made_up())
    assert found["option"].tolist() == ["speeding", "burglary"]
    assert found["adjusted_p"].to_numpy() == pytest.approx(benjamini_hochberg(found["p"].to_numpy()))
    assert found["p"][0] < 0.001


def test_an_option_everyone_ticked_has_no_test_and_does_not_count():
    options = made_up()
    everyone = np.ones(7)
    options["litter"] = Option(options["speeding"].people, options["speeding"].asked, everyone, options["speeding"].group)
    found = option_tests(options).set_index("option")
    assert found.loc["litter"].isna().all()
    assert found.loc["speeding", "adjusted_p"] == pytest.approx(option_tests(made_up())["adjusted_p"][0])


def test_an_option_no_one_was_asked_about_is_blank():
    option = made_up()["speeding"]
    nobody = {"speeding": Option(option.people, np.zeros(7, dtype=bool), option.ticked, option.group)}
    assert option_shares(nobody)["share"].isna().all()
    assert option_tests(nobody)["p"].isna().all()


@needs_reference
@pytest.mark.parametrize("group", ["sex", "area"])
def test_the_reference_question_with_six_options(group):
    reference = expected("multiselect")["multiselect"]
    table, _ = tally(survey(), ["wave", group, *OPTIONS])
    people, codes = sample(table, stratum="wave"), pd.factorize(table[group])[0]
    for base, asked in {"base_any": table[OPTIONS].sum(axis=1) > 0, "base_all": table["people"] > 0}.items():
        options = {name: Option(people, asked.to_numpy(), table[name].to_numpy(), codes) for name in OPTIONS}
        shares = option_shares(options).set_index("option")
        for name, case in reference[base].items():
            assert shares.loc[name, ["share", "se"]].tolist() == pytest.approx([case["p"], case["se"]], rel=1e-9)
        if base == "base_any":
            assert set(shares["people"]) == {reference["n_any"]}
            tests = option_tests(options).set_index("option")
            for column, key in {"p": "p", "adjusted_p": "BH"}.items():
                assert tests[column].to_dict() == pytest.approx(reference[f"by_{group}"][key], rel=1e-7)
            if group == "sex":
                assert dict(zip(OPTIONS, holm(tests["p"]), strict=True)) == pytest.approx(reference["by_sex"]["holm"], rel=1e-7)
    assert len(given("survey")) == reference["n_all"]
