import re

import numpy as np
import pandas as pd
import pytest

from analysis.heard.area_ratios import area_ratios
from analysis.heard.benchmarking import comparable
from analysis.heard.coverage import asked_table, coverage, headline
from analysis.statistics.representation import COULD_BE_CHANCE, IN_LINE, TOO_FEW
from data import profile as profiles
from data.population import built_in
from tests.store import rows

OFFICE = profiles.load("nottinghamshire")
AREAS = pd.DataFrame([(t.name, t.code, t.whole) for t in OFFICE.areas], columns=["area", "area_code", "whole"])
CENSUS = built_in()
SURVEY = pd.Series({"title": "Residents, May 2024", "survey_id": "s"})
AGES = ("16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 to 74", "75 and over")
# A population of our own: two areas, one characteristic, easy numbers.
SMALL = rows("area_code characteristic category people", *(("x", "sex", sex, 50000.0) for sex in ("Female", "Male")))
ONE_AREA = rows("area area_code whole", ("X", "x", False))


def tallied(split, counts, not_stated=0):
    """The respondents of one survey by the categories of one split."""
    told = [("s", split, category, "answered", float(people)) for category, people in counts.items()]
    return rows("survey_id split category state people", *told, ("s", split, None, "prefer not to say", float(not_stated)))


def covered(counts, split="sex", not_stated=0, population=SMALL, areas=ONE_AREA):
    return coverage(tallied(split, counts, not_stated), population, areas, split, SURVEY)


def judged(found):
    return {one["group"]: one for one in found.judged}


def words_of(found):
    """Everything a person could read of it, or a program could take out of it."""
    rows_ = found.finding.published.rows.drop(columns="measure").astype("str").to_numpy().ravel()
    return [found.summary, found.finding.headline, found.finding.description, found.finding.base, *map(str, found.judged), *rows_]


@pytest.mark.parametrize("split", ["area", "age", "sex", "race", "disability"])
def test_a_random_sample_of_the_benchmark_is_seldom_said_to_be_skewed(split):
    rng = np.random.default_rng(20)
    offered = AGES if split == "age" else ()
    benchmark = comparable(pd.Series(0.0, index=list(offered)), CENSUS, AREAS, split)["population"]
    right = total = 0
    for size in (60, 300, 1200):
        for _ in range(4):
            drawn = dict(zip(benchmark.index, rng.multinomial(size, benchmark / benchmark.sum()), strict=True))
            for one in covered(drawn, split, population=CENSUS, areas=AREAS).judged:
                total += 1
                right += any(word in one["word"] for word in (IN_LINE, COULD_BE_CHANCE, TOO_FEW))
    assert right / total >= 0.95


def test_a_planted_gap_is_found_and_named():
    benchmark = comparable(pd.Series(0.0, index=list(AGES)), CENSUS, AREAS, "age")["population"]
    counts = (1000 * benchmark / benchmark.sum()).round()
    counts["16 to 24"] = round(0.4 * counts["16 to 24"])
    found = covered(counts.to_dict(), "age", population=CENSUS, areas=AREAS)
    assert judged(found)["16 to 24"]["kind"] == "bad" and judged(found)["16 to 24"]["word"] == "under-represented"
    assert float(judged(found)["16 to 24"]["ratio"]) == pytest.approx(0.4, abs=0.05)
    assert found.finding.headline == "People aged 16 to 24: 0.4 times their share"
    assert headline([found]) == "People aged 16 to 24 most missing: 0.4 times their share"
    assert "16 to 24: " in found.finding.description and "of residents and " in found.finding.description


@pytest.mark.parametrize("people", [0, 1, 9])
def test_fewer_than_ten_people_are_never_given_a_ratio(people):
    found = covered({"Female": 300, "Male": people})
    assert judged(found)["Male"]["ratio"] == "–"
    assert found.finding.headline == "Male: fewer than 10 heard"
    assert found.summary == ""


@pytest.mark.parametrize("base", [15, 60, 2000])
def test_nothing_tells_how_many_the_fewer_than_ten_were(base):
    """Hidden numbers, in surveys whose sizes round alike, read the same on every surface."""
    said = {}
    for people in (0, 1, 5, 9):
        for extra in (0, 4):
            whole = 5 * (base // 5) + 3 + extra  # Two sizes that round to one.
            found = covered({"Female": whole - people, "Male": people})
            said.setdefault("words", words_of(found))
            assert words_of(found) == said["words"]


def test_too_few_to_judge_whatever_the_hidden_number_was():
    """Of an expected 15, 9 could be chance, so nothing is said of 2 either."""
    population = rows("area_code characteristic category people", ("x", "sex", "Female", 95000.0), ("x", "sex", "Male", 5000.0))
    words = {judged(covered({"Female": 300 - people, "Male": people}, population=population))["Male"]["word"] for people in range(10)}
    assert words == {"too few to judge: fewer than 10 people"}


def test_a_ratio_is_that_of_the_rounded_numbers():
    ratios = {judged(covered({"Female": people, "Male": 60 - people}))["Female"]["ratio"] for people in range(23, 28)}
    assert ratios == {"0.8"}, "25 of 60 is 0.83 times a half"


def test_the_distance_is_not_said_where_one_group_of_several_is_hidden():
    population = rows("area_code characteristic category people", *(("x", "race", group, 50000.0) for group in ("Asian", "Black", "White")))
    found = covered({"Asian": 120, "Black": 4, "White": 150}, "race", population=population)
    assert found.finding.published.rows["value"].notna().any() and found.summary == ""


def test_a_group_that_leaves_fewer_than_ten_is_not_given_a_ratio_either():
    assert judged(covered({"Female": 296, "Male": 4}))["Female"]["ratio"] == "–"


@pytest.mark.parametrize("size", [12, 25, 29])
def test_under_thirty_people_nothing_is_judged(size):
    found = covered({"Female": size - 2, "Male": 2})
    assert {one["ratio"] for one in found.judged} == {"–"}
    assert all("represented" not in one["word"] for one in found.judged)
    assert covered({"Female": 5, "Male": 4}) is None


def test_where_too_many_did_not_say_no_group_is_judged():
    found = covered({"Female": 100, "Male": 10}, not_stated=60)
    assert found.finding.headline == "Sex: too many did not say"
    assert {one["word"] for one in found.judged} == {"too many not stated"} and found.worst is None
    assert (found.finding.description, found.finding.chart, found.summary) == ("35% did not say.", "", "")


def test_those_who_did_not_say_are_left_out_of_the_shares():
    found = covered({"Female": 150, "Male": 150}, not_stated=50)
    shown = found.finding.published.rows.set_index(["who", "category"])["value"]
    assert shown["Respondents", "Female"] == 0.5
    assert found.finding.headline == "Sex: no group clearly under-represented"
    assert headline([found]) == "No group is clearly under-represented"


def test_a_characteristic_nobody_was_asked_cannot_be_compared():
    assert coverage(tallied("sex", {"Female": 100, "Male": 100}), SMALL, ONE_AREA, "age", SURVEY) is None
    assert headline([]) == "This survey cannot be compared with the census"


def test_the_group_heard_least_comes_first_and_one_that_is_hidden_before_all():
    areas = rows("area area_code whole", ("X", "x", False))
    population = pd.concat(
        [SMALL, rows("area_code characteristic category people", ("x", "disability", "No", 50000.0), ("x", "disability", "Yes", 50000.0))]
    )
    sex = covered({"Female": 240, "Male": 60}, population=population, areas=areas)
    disability = covered({"No": 297, "Yes": 3}, "disability", population=population, areas=areas)
    assert headline([sex]) == "Male most missing: 0.4 times their share"
    assert headline([sex, disability]) == "Yes most missing: fewer than 10 heard"


@pytest.mark.parametrize("group", ["Black, Black British, Black Welsh, Caribbean or African and some others besides", "x" * 300])
def test_headlines_are_short_whatever_a_group_is_called(group):
    population = rows("area_code characteristic category people", ("x", "race", "White", 50000.0), ("x", "race", group, 50000.0))
    found = covered({"White": 290, group: 30}, "race", population=population)
    for words in (found.finding.headline, headline([found])):
        assert len(words) <= 75 and len(words.split()) <= 12


def test_a_group_is_described_once_where_none_is_further_off():
    assert covered({"Female": 150, "Male": 150}).finding.description == "Female: 50% of residents and 50% of respondents."


def test_the_distance_is_said_beside_what_chance_would_give():
    found = covered({"Female": 180, "Male": 120})
    assert re.fullmatch(r"10% of respondents would have to be someone else .* about 2% in a group this size\. .*", found.summary)
    # Shares of 0.6 and 0.4 against halves: a coefficient of variation of 0.2, and half of that at most in points.
    assert "varies by 20% of its average" in found.summary and "out by up to 10 points" in found.summary


def test_who_was_asked_is_told_from_who_said():
    questions = rows("survey_id characteristic", ("s", "sex"), ("t", "age"))
    tallies = pd.concat([tallied("sex", {"Female": 203, "Male": 9}, 12)])
    table = {row["title"]: row for row in asked_table(questions, tallies, "s")}
    assert len(table) == 9
    assert table["Sex"] == {"title": "Sex", "asked": True, "said": "about 210", "not_said": "about 10"} | dict.fromkeys(
        ("unsure", "silent"), "fewer than 10"
    )
    assert table["Age"]["asked"] is False


def test_areas_are_compared_with_everybody_who_lives_there():
    counts = pd.Series({"Mansfield": 30.0, "Nowhere": 10.0})
    beside = comparable(counts, CENSUS, AREAS, "area")
    own = {t.name for t in OFFICE.areas if t.code}
    assert set(beside.index) == own and beside.loc["Mansfield", "people"] == 30
    assert beside["people"].sum() == 30, "who lives outside is left out"
    everyone = CENSUS[(CENSUS["characteristic"] == "all") & CENSUS["area_code"].isin([t.code for t in OFFICE.areas if t.code])]
    assert beside["population"].sum() == everyone["people"].sum()


def test_residents_are_those_of_the_ages_the_survey_was_for_where_the_census_has_them():
    everyone, adults = (comparable(pd.Series(dtype="float64"), CENSUS, AREAS, "sex", youngest)["population"] for youngest in (None, 16))
    assert adults.sum() < everyone.sum() and list(adults.index) == ["Female", "Male"]
    assert comparable(pd.Series(dtype="float64"), CENSUS, AREAS, "sex", 12)["population"].sum() == everyone.sum(), "not of adults alone"
    by_area = [comparable(pd.Series(dtype="float64"), CENSUS, AREAS, "area", youngest)["population"].sum() for youngest in (0, 16, 18)]
    assert by_area[0] > by_area[1] > by_area[2]
    assert by_area[1] == pytest.approx(adults.sum(), rel=0.001), "two tables of the same people"
    assert comparable(pd.Series(dtype="float64"), CENSUS, AREAS, "area", 17)["population"].sum() == by_area[0], "a band cuts through 17"


def test_whom_respondents_are_compared_with_is_said_under_the_figure():
    tallies = pd.concat([tallied("sex", {"Female": 150, "Male": 150}), tallied("age", {"16 to 24": 100, "25 and over": 200})])
    (by_sex,) = coverage(tallies, CENSUS, AREAS, "sex", SURVEY).finding.notes
    assert by_sex == "Compared with residents aged 16 and over, the ages this survey was for."
    tallies = pd.concat([tallied("disability", {"Disabled": 100, "Not disabled": 200}), tallied("age", {"18 to 24": 100, "25 and over": 200})])
    (by_disability,) = coverage(tallies, CENSUS, AREAS, "disability", SURVEY).finding.notes
    assert by_disability.startswith("Compared with residents of every age, though this survey was for people aged 18 and over")


def test_where_too_many_did_not_say_the_least_and_the_most_a_share_can_be_are_given():
    bounds = {one["group"]: one["bounds"] for one in covered({"Female": 100, "Male": 50}, not_stated=50).judged}
    assert bounds == {"Female": "50% to 75%", "Male": "25% to 50%"}


def test_what_chance_alone_would_give_stands_beside_each_group():
    chance = judged(covered({"Female": 150, "Male": 150}))["Male"]["chance"]
    # 95% of draws of 300 from halves lie within 133 and 167.
    assert chance == "44% to 56%" and judged(covered({"Female": 180, "Male": 120}))["Male"]["gap"] == "\N{MINUS SIGN}10 points"


def test_areas_are_ranked_by_how_much_of_their_share_was_heard():
    tallies = tallied("area", {"Mansfield": 100, "Nottingham": 100, "Gedling": 4})
    found = area_ratios(tallies, CENSUS, AREAS, SURVEY)
    rows_ = found.published.rows
    assert rows_["area"].iloc[0] == "Mansfield" and found.headline.startswith("Mansfield was heard most: ")
    assert rows_.loc[rows_["area"] == "Gedling", "flag"].item() == "hidden"
    assert area_ratios(tallied("sex", {"Female": 100}), CENSUS, AREAS, SURVEY) is None


def test_a_band_of_ages_is_built_from_the_smallest_ones_or_not_at_all():
    whole = comparable(pd.Series(dict.fromkeys(AGES, 1.0)), CENSUS, AREAS, "age")
    assert list(whole.index) == list(AGES)
    cut = comparable(pd.Series({"18 to 25": 5.0, "26 and over": 5.0}), CENSUS, AREAS, "age")
    assert cut.empty, "the census has no band that ends at 25"


def test_people_who_left_the_census_question_out_are_not_a_group():
    religion = comparable(pd.Series(dtype="float64"), CENSUS, AREAS, "religion or belief")
    assert len(religion) and "Not answered" not in religion.index
