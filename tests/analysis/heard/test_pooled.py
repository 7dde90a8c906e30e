import pytest

from analysis.heard.pooled import group_bounds, pooled
from tests.store import rows

FRAMES = {
    "surveys": rows("survey_id", ("s1",), ("s2",)),
    "respondent_tallies": rows(
        "survey_id split category state people",
        ("s1", "all", None, "answered", 300.0), ("s1", "age", "18 to 24", "answered", 40.0), ("s1", "age", "25 and over", "answered", 240.0),
        ("s1", "age", None, "no answer", 20.0), ("s2", "all", None, "answered", 100.0), ("s2", "age", "16 to 24", "answered", 5.0),
        ("s2", "age", "25 and over", "answered", 95.0),
    ),
    "activities": rows(
        "activity_id survey participants_low participants_high", ("a", "", 60.0, 80.0), ("b", None, 40.0, float("nan")),
        ("c", "", float("nan"), float("nan")),
        ("d", "Residents", 300.0, 300.0),
    ),
}  # fmt: skip


def found(**changed):
    one = pooled(FRAMES | changed, "age", "2026/27")
    return one, {row["title"]: row for row in one.counted}, {row["group"]: row for row in one.rows}


def test_responses_attendances_and_people_are_never_added_up_as_one():
    _, counted, _ = found()
    assert counted["Responses to surveys"]["value"] == "400"
    assert counted["Attendances at activities"]["value"] == "100 to 120", "the doorstep survey's people are its responses"
    assert counted["Different people"]["value"] == "300 to 520", "at least the largest survey, at most everybody somebody new"
    assert "3 activities, 1 of them without a number" in counted["Attendances at activities"]["words"]


def test_a_group_lies_between_what_is_known_and_what_could_be():
    _, _, groups = found()
    # 40 are known; the 20 silent, the 100 of the survey with other bands, and 100 to 120 at activities could be.
    assert groups["18 to 24"] == {"group": "18 to 24", "responses": "40", "lowest": "8%", "highest": "54%"}
    assert groups["16 to 24"]["responses"] == "Fewer than 10" and groups["16 to 24"]["lowest"] == "–"


@pytest.mark.parametrize("seed", range(3))
def test_the_bounds_hold_whoever_the_unknown_were(seed):
    known, elsewhere, low, high = (seed + 3, 5, 2 + seed, 6)
    bounds = group_bounds(known, elsewhere, low, high)
    shares = [(known + of_them) / (known + elsewhere + came) for came in range(low, high + 1) for of_them in range(came + 1)]
    assert (bounds.lowest, bounds.highest) == pytest.approx((min(shares), max(shares)))


def test_nothing_tells_how_many_the_fewer_than_ten_were():
    said = set()
    for people, other in ((0.0, 97.0), (1.0, 96.0), (2.0, 95.0)):
        tallies = FRAMES["respondent_tallies"]
        changed = tallies.assign(people=tallies["people"].where(tallies["category"] != "16 to 24", people))
        changed.loc[(changed["survey_id"] == "s2") & (changed["category"] == "25 and over"), "people"] = other
        said.add(str(found(respondent_tallies=changed)[0]))
    assert len(said) == 1


def test_without_surveys_who_took_part_was_not_recorded():
    one, counted, groups = found(**{name: FRAMES[name].head(0) for name in ("surveys", "respondent_tallies")})
    assert one.headline == "Age was not recorded of those who took part" and not groups
    assert counted["Attendances at activities"]["value"] == "400 to 420", "no survey answers stand in for the doorstep's"
