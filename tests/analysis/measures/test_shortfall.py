"""People lacking, counted by hand."""

import pandas as pd
import pytest

from analysis.measure import compute
from analysis.planning.shortfall import MeantFor, area_shortfall, audience_shortfall, short_activities
from tests.analysis.made_history import END, frames

ROWS = [
    ("a", END, 70, 5.0, 7000, "Meeting", "Everyone", "North"),
    ("b", END, 20, 5.0, 2000, "Meeting", "Young people", "South"),
    ("c", END, 10, 2.0, 4000, "Focus group", "Victims", "East"),
    ("d", END, 500, 2.0, 100, "Online survey", "Everyone", "Everywhere"),
]
GIVEN = frames(ROWS)


def parts(*names):
    return [GIVEN[name] for name in names]


def test_an_area_is_short_of_its_share_of_people_engaged_in_single_areas():
    found = area_shortfall(*parts("activities", "activity_areas", "areas", "population")).set_index("group")
    assert found["fair"].tolist() == [25, 25, 25, 25]
    assert found["short"].to_dict() == {"North": 0, "South": 5, "East": 15, "West": 25}


def test_an_audience_is_short_of_the_middle_audience_and_organisations_are_left_aside():
    given = pd.concat([GIVEN["audiences"], pd.DataFrame({"audience": ["Partners"], "audience_group": ["Partners"]})])
    found = audience_shortfall(GIVEN["activities"], GIVEN["activity_audiences"], given).set_index("group")
    assert "Partners" not in found.index
    assert found["short"].to_dict() == {"Everyone": 0, "Young people": 0, "Victims": 0, "Farmers": 10, "Traders": 10}


def test_an_activity_is_for_the_under_heard_by_its_area_or_its_audience():
    found = short_activities(GIVEN["activities"], MeantFor(*parts("activity_areas", "activity_audiences", "areas", "audiences", "population")))
    assert found.tolist() == [False, True, True, False]


def test_cost_and_hours_for_each_under_heard_person_are_ratios_of_totals():
    assert compute("cost_per_underheard_person", GIVEN)["value"].iloc[0] == pytest.approx((70 + 20 + 40 + 1) / 30)
    assert compute("hours_per_underheard_person", GIVEN)["value"].iloc[0] == pytest.approx(14 / 30)
    assert compute("underheard_people_per_hour", GIVEN)["value"].iloc[0] == pytest.approx(30 / 14)


def test_the_measures_add_up_what_the_parts_say():
    assert compute("area_people_short", GIVEN)["value"].iloc[0] == 45
    assert compute("audience_people_short", GIVEN)["value"].iloc[0] == 20


def test_without_population_figures_no_area_is_judged():
    found = area_shortfall(*parts("activities", "activity_areas", "areas"), GIVEN["population"].head(0))
    assert found.empty
