import numpy as np
import pandas as pd
import pytest

from analysis.answered.weighted import AS_ANSWERED, numbered, weigh, weighted_shares, weighted_topline
from analysis.answered.weighting_targets import weighting_targets
from analysis.answered.weighting_words import headline, method_statement, of_weighted, weighting_range
from analysis.statistics.intervals import wilson
from analysis.statistics.margins import WeightingError
from tests.oracles.reference_values import MARGINS, WAVES, expected, needs_reference, population, survey
from tests.store import rows

CELLS = rows("area sex weight people", ("N", "F", 1.0, 120.0), ("N", "M", 1.0, 60.0), ("S", "F", 1.0, 50.0), ("S", "M", 1.0, 70.0))
TARGETS = {"area": pd.Series({"N": 400.0, "S": 600.0}), "sex": pd.Series({"F": 510.0, "M": 490.0})}
OPTIONS = rows("question_id option label state", ("q", 0, "Yes", "answered"), ("q", 1, "No", "answered"), ("q", 2, "Not sure", "don't know"))
QUESTION = pd.Series({"position": 3, "battery": "", "wording": "Are you in favour?", "kind": "one answer"})
SURVEY = pd.Series({"title": "Precept 2026", "evidence": "open"})


def given(yes, no):
    """People of each cell who said yes and no."""
    frames = [pd.DataFrame({"question_id": "q", "option": option, "cell": range(4), "people": people}) for option, people in ((0, yes), (1, no))]
    both = pd.DataFrame({"question_id": "q", "option": np.nan, "cell": range(4), "people": np.add(yes, no)})
    return pd.concat([*frames, both], ignore_index=True)


ANSWERS = given([80.0, 30.0, 20.0, 25.0], [30.0, 25.0, 28.0, 40.0])


def test_a_weighted_share_is_the_weights_of_those_who_said_so_over_the_weights_of_all_who_answered():
    way = weigh(CELLS, {"area": TARGETS["area"]})
    shown = weighted_shares(ANSWERS, OPTIONS, {"Weighted": way}, "open").set_index(["answer", "who"])["value"]
    each = {"N": 400 / 180, "S": 600 / 120}
    yes, everyone = 110 * each["N"] + 45 * each["S"], 165 * each["N"] + 113 * each["S"]
    assert shown["Yes", "Weighted"] == pytest.approx(yes / everyone, rel=1e-12)
    assert shown["Yes", AS_ANSWERED] == pytest.approx(155 / 278, rel=1e-12)
    assert shown["Yes", "Weighted"] + shown["No", "Weighted"] == pytest.approx(1)


def test_two_ways_are_beside_the_answers_as_given_the_first_way_first():
    both, area = weigh(CELLS, TARGETS), weigh(CELLS, {"area": TARGETS["area"]})
    found = weighted_shares(ANSWERS, OPTIONS, {"Weighted": both, "By area": area}, "open")
    assert list(dict.fromkeys(found["who"])) == ["Weighted", AS_ANSWERED, "By area"]
    assert list(dict.fromkeys(found["answer"])) == ["Yes", "No"], "not sure is not an answer"


def test_an_open_consultation_has_no_range_and_the_others_have():
    way = {"Weighted": weigh(CELLS, TARGETS)}
    for evidence in ("open", "quota", "probability"):
        found = weighted_shares(ANSWERS, OPTIONS, way, evidence)
        assert found[["lower", "upper"]].isna().all().all() == (evidence == "open")
    plain = weighted_shares(ANSWERS, OPTIONS, way, "probability").set_index(["answer", "who"]).loc[("Yes", AS_ANSWERED)]
    # Of a simple sample the linearised standard error has 278 − 1 in it where Wilson's own has 278.
    assert (plain["lower"], plain["upper"]) == pytest.approx(wilson(155 / 278, 278), abs=1e-3)


def test_few_people_behind_a_share_hide_it_weighted_and_unweighted():
    shown = weighted_topline(given([5.0, 2.0, 1.0, 1.0], [100.0, 50.0, 40.0, 60.0]), OPTIONS, {"Weighted": weigh(CELLS, TARGETS)}, "open")
    assert (shown.rows["flag"] == "hidden").all() and shown.rows["value"].isna().all() and shown.rows["numerator"].isna().all()


@pytest.mark.parametrize(
    ("reason", "cells", "targets"),
    [
        ("empty level", CELLS[CELLS["area"] == "N"], {"area": TARGETS["area"]}),
        ("totals differ", CELLS, TARGETS | {"sex": pd.Series({"F": 900.0, "M": 800.0})}),
        ("margins cannot be met", CELLS.iloc[[0, 3]], TARGETS),
        ("too few", CELLS.assign(people=[120.0, 60.0, 4.0, 5.0]), TARGETS),
    ],
)
def test_where_no_honest_weights_exist_none_are_given(reason, cells, targets):
    with pytest.raises(WeightingError) as refused:
        weigh(cells.reset_index(drop=True), targets, cap=False)
    assert refused.value.reason == reason and len(str(refused.value).split(".")) > 2, "what happened, and what to do"


def census(**counts):
    told = [("x", name, category, float(people), universe) for name, (universe, groups) in counts.items() for category, people in groups.items()]
    return rows("area_code characteristic category people universe", *told)


ONE = rows("area area_code whole", ("X", "x", False))
AGES = {"16 to 17": 20, "18 to 19": 30, "20 to 24": 100, "25 to 29": 200, "30 to 34": 650}


def test_population_figures_are_of_the_survey_s_ages_and_of_one_total():
    living = census(age=("All", AGES), sex=("All", {"Female": 700, "Male": 600}))
    adults = census(sex=("Usual residents aged 16 and over", {"Female": 520, "Male": 485}))
    cells = rows("age sex weight people", ("16 to 24", "Female", 1.0, 90.0), ("25 to 34", "Male", 1.0, 90.0))
    _, targets = weighting_targets(cells, pd.concat([living, adults]), ONE, ("age", "sex"), 16)
    assert targets["age"].to_dict() == {"16 to 24": 150.0, "25 to 34": 850.0}
    assert targets["sex"].to_dict() == pytest.approx({"Female": 1000 * 520 / 1005, "Male": 1000 * 485 / 1005}), "1,005 made 1,000"


def test_population_figures_of_other_ages_are_refused():
    living = census(age=("All", AGES), disability=("All", {"Disabled": 300, "Not disabled": 1000}))
    cells = rows("age disability weight people", ("16 to 24", "Disabled", 1.0, 90.0), ("25 to 34", "Not disabled", 1.0, 90.0))
    with pytest.raises(WeightingError, match="of other ages or places") as refused:
        weighting_targets(cells, living, ONE, ("age", "disability"), 16)
    assert refused.value.reason == "totals differ"
    with pytest.raises(WeightingError, match="no population figures for religion"):
        weighting_targets(cells.rename(columns={"disability": "religion or belief"}), living, ONE, ("religion or belief",), 16)


def test_small_groups_are_put_together_with_their_neighbours_where_asked():
    living = census(age=("All", AGES))
    cells = rows("age weight people", ("16 to 17", 1.0, 3.0), ("18 to 24", 1.0, 40.0), ("25 to 34", 1.0, 90.0))
    ready, targets = weighting_targets(cells, living, ONE, ("age",), 16, merge=True)
    assert targets["age"].to_dict() == {"16 to 24": 150.0, "25 to 34": 850.0}
    assert ready["age"].tolist() == ["16 to 24", "16 to 24", "25 to 34"]
    with pytest.raises(WeightingError, match="too few to stand for the rest"):
        weigh(*weighting_targets(cells, living, ONE, ("age",), 16), cap=False)


def test_a_group_without_a_population_figure_leaves_those_people_s_weight_alone():
    living = census(sex=("All", {"Female": 500, "Male": 500}))
    cells = rows("sex weight people", ("Female", 1.0, 120.0), ("Male", 1.0, 70.0), ("Another term", 1.0, 10.0))
    ready, targets = weighting_targets(cells, living, ONE, ("sex",), None)
    way = weigh(ready, targets)
    assert ready["sex"].isna().tolist() == [False, False, True]
    assert way.factor[2] == pytest.approx(1000 / 200)


def test_the_statement_of_method_is_in_the_fixed_words():
    way = weigh(CELLS, TARGETS)
    said = {evidence: " ".join(method_statement(way, evidence, "Gwent", 16)) for evidence in ("open", "quota", "probability")}
    assert said["open"].startswith("Respondents selected themselves. The figures have been weighted to the population of Gwent by area and sex.")
    assert "no estimate of sampling error can be calculated" in said["open"]
    for word in ("interval", "significant", "margin of error"):
        assert word not in said["open"]
    assert "behave like a random one" in said["quota"] and "95% confidence intervals" in said["probability"]
    each = np.repeat(way.factor, CELLS["people"].astype(int))
    assert headline(way) == f"300 responses count as about {5 * int((each.sum() ** 2 / (each**2).sum() + 2) // 5)} once weighted"


def test_a_question_says_how_much_its_figure_depends_on_who_took_part():
    ways = {"Weighted": weigh(CELLS, TARGETS), "Weighted by area alone": weigh(CELLS, {"area": TARGETS["area"]})}
    published = weighted_topline(ANSWERS, OPTIONS, ways, "open")
    found = of_weighted(QUESTION, published, SURVEY, ways["Weighted"])
    low, high = weighting_range(published.rows, "Yes")
    assert low < high and found.headline == f"Yes: {published.rows['value'].iloc[1]:.0%} as answered, {published.rows['value'].iloc[0]:.0%} weighted"
    assert found.description == (
        f"How much the figure depends on who took part: “Yes” is between {low:.0%} and {high:.0%}, depending on how it is counted."
    )


def test_answers_know_their_cell():
    cells = rows("area weight people", ("N", 1.0, 5.0), (None, 1.0, 7.0))
    told = rows("question_id option area weight people", ("q", 0, None, 1.0, 3.0), ("q", 0, "N", 1.0, 2.0))
    assert numbered(told, cells, ("area",))["cell"].tolist() == [1, 0]


@needs_reference
@pytest.mark.parametrize("wave", WAVES)
def test_the_reference_shares_and_intervals_of_a_raked_survey(wave):
    people = survey(wave)
    keys = [*MARGINS, "d"]
    cells = people.groupby(keys, sort=True).size().rename("people").reset_index().rename(columns={"d": "weight"}).astype({"people": float})
    way = weigh(cells, population(MARGINS), cap=False)
    told = people.dropna(subset=["confidence"]).rename(columns={"d": "weight"})
    favourable = (told["confidence"] >= 4).map({True: 0.0, False: 1.0})
    counted = told.assign(option=favourable).groupby([*MARGINS, "weight", "option"]).size().rename("people").reset_index()
    base = told.groupby([*MARGINS, "weight"]).size().rename("people").reset_index().assign(option=np.nan)
    both = numbered(pd.concat([counted, base], ignore_index=True).assign(question_id="q"), cells, MARGINS)
    found = weighted_shares(both, OPTIONS, {"Weighted": way}, "probability").set_index(["answer", "who"]).loc[("Yes", "Weighted")]
    reference = expected("proportions")["waves"][wave]["c4"]["ci"]["wilson"]
    assert (found["value"], found["lower"], found["upper"]) == pytest.approx((reference["p"], reference["lo"], reference["hi"]), rel=1e-9)
