import pytest

from analysis.answered.splits import offered, order_of, why_not
from tests.store import rows

COLUMNS = "survey_id split category state people"


def survey(size, *groups):
    return rows(
        COLUMNS, ("s", "all", None, "answered", float(size)), *(("s", split, category, "answered", float(n)) for split, category, n in groups)
    )


def test_a_split_needs_two_groups_of_ten():
    assert offered(survey(100, ("sex", "Female", 60), ("sex", "Male", 10))) == ["sex"]
    assert offered(survey(100, ("sex", "Female", 60), ("sex", "Male", 9))) == []


def test_splits_come_in_the_order_of_the_act_with_the_area_first():
    groups = [(split, category, 20) for split in ("sexual orientation", "age", "area") for category in ("a", "b")]
    assert offered(survey(100, *groups)) == ["area", "age", "sexual orientation"]


@pytest.mark.parametrize(("size", "splits"), [(49, []), (50, ["sex"])])
def test_under_fifty_people_are_not_broken_down(size, splits):
    assert offered(survey(size, ("sex", "Female", 20), ("sex", "Male", 20))) == splits


def test_why_there_is_no_split_is_said():
    assert why_not(survey(49)).startswith("Shown in all only: with fewer than 50 respondents")
    assert why_not(survey(500)) == "Shown in all only: this survey did not ask who people are or where they live."
    assert why_not(survey(500, ("sex", "Female", 20), ("sex", "Male", 20))) == ""


def test_people_who_did_not_say_are_no_group():
    tallies = rows(COLUMNS, ("s", "all", None, "answered", 100.0), ("s", "sex", "Female", "answered", 60.0), ("s", "sex", None, "no answer", 40.0))
    assert offered(tallies) == []


def test_ages_run_from_young_to_old_and_areas_as_the_strategy_lists_them():
    ages = survey(100, ("age", "65 and over", 30), ("age", "Under 16", 20), ("age", "16 to 24", 50))
    assert order_of(ages, "age") == ("Under 16", "16 to 24", "65 and over")
    areas = survey(100, ("area", "B", 30), ("area", "A", 60), ("area", "Elsewhere", 10))
    assert order_of(areas, "area", ("A", "B", "C")) == ("A", "B")
    assert order_of(survey(100, ("sex", "Male", 30), ("sex", "Female", 60)), "sex") == ("Female", "Male")
