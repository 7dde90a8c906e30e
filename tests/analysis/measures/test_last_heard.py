from datetime import date

import pandas as pd
import pytest

from analysis.heard.last_heard import clock, occasions
from analysis.measures.last_heard import whole_months
from data import profile as profiles
from tests.store import rows

TODAY = date(2026, 9, 30)
OFFICE = profiles.load("nottinghamshire")
FRAMES = {
    "activities": rows(
        "activity_id held_on", ("a", "2026-09-02"), ("b", "2026-06-30"), ("c", "2024-01-15"), ("d", "2026-12-01"), ("e", None), ("f", "2026-08-01")
    ),
    "activity_audiences": rows(
        "activity_id audience", ("a", "Victims"), ("b", "Victims"), ("c", "Farmers"), ("d", "Shops"), ("e", "Shops"), ("f", "Victims")
    ),
    "activity_areas": rows("activity_id area", ("a", "North"), ("b", "South"), ("c", "North"), ("d", "North"), ("f", "Everywhere")),
    "activity_methods": rows("activity_id method", ("a", "Focus group"), ("a", "Poll"), ("b", "Focus group")),
    "audiences": rows("audience", ("Public",), ("Victims",), ("Farmers",), ("Shops",), ("Young",)),
    "audience_groups": rows("audience split category", ("Public", "all", ""), ("Young", "age", "18 to 25")),
    "areas": rows("area area_code whole", ("North", "n", False), ("South", "s", False), ("Everywhere", "", True)),
    "surveys": rows("survey_id closed_on", ("s1", "2026-03-31"), ("s2", "2025-03-31")),
    "respondent_tallies": rows(
        "survey_id split category state people",
        ("s1", "all", None, "answered", 300.0), ("s1", "area", "North", "answered", 280.0), ("s1", "area", "South", "answered", 9.0),
        ("s2", "all", None, "answered", 50.0), ("s2", "age", "18 to 24", "answered", 12.0), ("s1", "age", "16 to 24", "answered", 40.0),
    ),
}  # fmt: skip


def cells():
    found = clock(FRAMES, TODAY, "Source: made up")
    return {(row["audience"], area): cell for row in found.grid for area, cell in zip(found.areas, row["cells"], strict=True)}, found


@pytest.mark.parametrize(
    ("then", "now", "months"),
    [
        ("2026-09-30", "2026-09-30", 0), ("2026-08-31", "2026-09-30", 1), ("2026-01-31", "2026-02-27", 0), ("2026-01-31", "2026-02-28", 1),
        ("2025-09-30", "2026-09-30", 12), ("2025-10-01", "2026-09-30", 11), ("2024-02-29", "2025-02-28", 12),
    ],
)  # fmt: skip
def test_months_are_whole_ones(then, now, months):
    assert whole_months(pd.Timestamp(then), pd.Timestamp(now)) == months


def test_the_clock_says_how_long_ago_and_how_often():
    told, _ = cells()
    assert told["Victims", "Anywhere"] == {"words": "This month", "times": "3 times", "kind": "good"}
    assert told["Victims", "South"] == {"words": "3 months", "times": "1 time", "kind": "good"}
    assert told["Farmers", "North"] == {"words": "32 months", "times": "0 times", "kind": "warn"}
    assert told["Farmers", "South"]["words"] == "No record"


def test_what_is_still_to_come_or_has_no_day_was_not_heard():
    told, found = cells()
    assert told["Shops", "Anywhere"] == {"words": "No record", "times": "", "kind": "bad"}
    assert found.headline == "Shops: no record of being heard"
    assert found.finding.headline == "Farmers waited longest: 32 months"


def test_activity_for_the_whole_force_area_counts_for_no_single_area():
    told, found = cells()
    assert found.areas == ("Anywhere", "North", "South")
    assert told["Victims", "North"]["times"] == "1 time"


def test_a_survey_hears_everyone_where_ten_people_answered():
    told, _ = cells()
    assert told["Public", "Anywhere"] == {"words": "6 months", "times": "1 time", "kind": "good"}
    assert told["Public", "North"]["words"] == "6 months" and told["Public", "South"]["words"] == "No record"


def test_a_survey_hears_an_audience_by_the_groups_the_profile_names_and_only_whole_ones():
    told, _ = cells()
    # 18 to 24 lies within 18 to 25; 16 to 24 does not.
    assert told["Young", "Anywhere"]["words"] == "18 months" and told["Young", "North"]["words"] == "No record"


def test_the_list_says_by_which_methodologies_and_where_not():
    _, found = cells()
    listed = {row["audience"]: row for row in found.listed}
    assert [row["audience"] for row in found.listed][:2] == ["Shops", "Farmers"], "never heard first, then the longest ago"
    assert listed["Victims"]["methods"] == "Focus group (2); Poll (1)" and listed["Victims"]["missed"] == "None"
    assert listed["Public"]["methods"] == "Survey (1)" and listed["Public"]["missed"] == "South"
    assert listed["Young"] | {"last": ""} == {"audience": "Young", "last": "", "times": "0", "methods": "None", "missed": "All"}


def test_an_activity_with_several_methodologies_is_heard_once():
    assert occasions(FRAMES, TODAY).query("audience == 'Victims'")["activity_id"].nunique() == 3
    assert cells()[0]["Victims", "Anywhere"]["times"] == "3 times"


def test_nothing_recorded_says_so():
    empty = FRAMES | {name: FRAMES[name].head(0) for name in ("activities", "surveys", "respondent_tallies")}
    found = clock(empty, TODAY, "Source: made up")
    assert found.headline == "No audience of the strategy is on record as heard"


def test_every_office_names_the_groups_of_its_audiences():
    for office in profiles.available():
        groups = [group for audience in profiles.load(office).audiences for group in audience.answers_as]
        assert "all" in groups and all(group == "all" or ": " in group for group in groups)
