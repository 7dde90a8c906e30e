import numpy as np
import pandas as pd
import pytest

from analysis.statistics.margins import WeightingError, margin_table, read_margins
from analysis.statistics.weighting import rake
from tests.oracles.reference_values import expected, needs_reference, population, survey, tally

AREA = {"area": pd.Series({"North": 600, "South": 400})}


def rows(people, start=None, **columns):
    start = people if start is None else start
    return pd.DataFrame({**columns, "people": people, "start": start, "start_squares": start})


def refusal(table, census):
    with pytest.raises(WeightingError) as caught:
        read_margins(table, census)
    return caught.value


def test_a_level_no_one_answered_from_is_refused_by_name():
    found = refusal(rows([50, 0], area=["North", "South"]), AREA)
    assert (found.reason, found.margin, found.level) == ("empty level", "area", "South")
    assert refusal(rows([50], area=["North"]), AREA).reason == "empty level"
    assert "Merge" in str(found)


def test_a_level_without_a_population_figure_is_refused_by_name():
    found = refusal(rows([50, 40, 12], area=["North", "South", "West"]), AREA)
    assert (found.reason, found.margin, found.level) == ("unexpected level", "area", "West")
    nobody_lives_there = {"area": pd.Series({"North": 600, "South": 400, "West": 0})}
    assert refusal(rows([50, 40, 12], area=["North", "South", "West"]), nobody_lives_there).reason == "unexpected level"


def test_a_level_with_fewer_than_ten_people_is_refused():
    assert refusal(rows([50, 9], area=["North", "South"]), AREA).reason == "too few"


def test_population_figures_for_different_people_are_refused():
    table = rows([30, 20, 20, 30], area=["North", "North", "South", "South"], sex=["F", "M", "F", "M"])
    found = refusal(table, AREA | {"sex": pd.Series({"F": 500, "M": 501})})
    assert (found.reason, found.margin) == ("totals differ", "sex")
    read_margins(table, AREA | {"sex": pd.Series({"F": 500, "M": 500.0005})})


def test_bad_start_weights_and_population_figures_are_refused():
    for start in ([0, 0], [10, -1], [10, float("nan")]):
        assert refusal(rows([50, 40], start, area=["North", "South"]), AREA).reason == "bad start"
    for figures in ([600, -1], [600, float("nan")], [0, 0]):
        census = {"area": pd.Series(figures, ["North", "South"])}
        assert refusal(rows([50, 40], area=["North", "South"]), census).reason == "bad target"


def test_over_a_tenth_unknown_is_refused_and_a_tenth_is_not():
    found = refusal(rows([50, 39, 10], area=["North", "South", None]), AREA)
    assert (found.reason, found.margin) == ("too many unknown", "area")
    read_margins(rows([50, 40, 10], area=["North", "South", None]), AREA)


def test_the_table_of_margins_shows_before_and_after():
    table = rows([50, 50], area=["North", "South"])
    found = margin_table(table, AREA, rake(table, AREA).factor)
    assert found["before"].tolist() == [0.5, 0.5]
    assert found["after"].tolist() == pytest.approx([0.6, 0.4], abs=1e-12)
    assert found["population"].tolist() == [0.6, 0.4]
    assert found["people"].tolist() == [50, 50]


@needs_reference
def test_the_cases_that_must_fail():
    assert expected("raking_edge")["must_fail"]["unequal_totals"] == {"area": 480000, "sex": 479999}
    census = population(("area", "sex"))
    census["sex"] = census["sex"] - np.array([1, 0])
    assert refusal(tally(survey("2025/26"), ["area", "sex"])[0], census).reason == "totals differ"
    found = refusal(tally(survey("2025/26"), ["area", "ethnic5"])[0], population(("area", "ethnic5")))
    assert (found.margin, found.level, found.reason) == ("ethnic5", "Black", "too few")
    merged = population(("area", "ethnic5"))
    merged["ethnic5"] = merged["ethnic5"].rename({"Mixed": "Black"}).groupby(level=0).sum()
    rows_merged = survey("2025/26").replace({"ethnic5": {"Mixed": "Black"}})
    found = refusal(tally(rows_merged, ["area", "ethnic5"])[0], merged)
    assert (found.margin, found.level, found.reason) == ("ethnic5", "Other", "empty level")
