import math

import pytest

from analysis.dimensions import attach, attach_all, complete
from analysis.measure import SHAPE, compute, measure, measures
from analysis.totals import add_up, distinct
from tests.analysis.typed_log import OFFICE, frames, one
from tests.store import rows

A = "activity_id held_on participants_low participants_high cost_pence staff_hours"


def test_a_measure_names_the_frames_it_needs_and_its_options():
    found = measures()["audiences_reached"]
    assert found.needs == ("activities", "activity_audiences", "audiences")
    assert found.options == ("audience_group",)
    assert found.sentence == "The number of the strategy's audiences for whom at least one activity was held."


def test_a_record_of_frames_stands_for_the_frames_its_fields_name():
    needs = ("activities", "activity_areas", "activity_audiences", "areas", "audiences", "population")
    assert measures()["cost_per_underheard_person"].needs == needs


def test_filing_a_function_leaves_it_as_it_is():
    def worked(activities, *, by):
        """The number of nothing at all, for a test."""

    before = dict(measures())
    assert measure(title="Nothing", unit="things", source="None")(worked) is worked
    assert measures() == before, "measures are listed once"


def test_the_shape_is_always_the_same():
    result = compute("activities_held", frames(activities=rows(A, ("a", "2024-04-01", 1, 1, None, None))), ["year"])
    assert list(result.columns) == ["measure", "year", *SHAPE]
    assert (result[SHAPE].dtypes == "float64").all()


def test_a_person_who_came_twice_is_counted_twice():
    found = one("people_engaged", activities=rows(A, ("a", "2024-04-01", 1, 1, None, None), ("b", "2024-04-02", 1, 1, None, None)))
    assert found["value"] == 2


def test_people_are_the_fewest_the_records_support():
    log = rows(
        A, ("a", None, 30, 40, None, None), ("b", None, 20, None, None, None), ("c", None, None, 50, None, None), ("d", None, None, None, None, None)
    )
    found = one("people_engaged", activities=log)
    assert found[["value", "lower", "upper", "base", "denominator"]].tolist() == [50, 50, 110, 3, 4]


def test_not_recorded_is_not_nought():
    unrecorded = rows(A, ("a", "2024-04-01", None, None, None, None), ("b", "2024-04-01", None, None, None, None))
    found = one("people_engaged", activities=unrecorded)
    assert math.isnan(found["value"]) and (found["base"], found["denominator"]) == (0, 2)
    nought = one("people_engaged", activities=rows(A, ("a", "2024-04-01", 0, 0, None, None)))
    assert (nought["value"], nought["base"]) == (0, 1)


def test_no_activity_reached_nobody():
    found = one("people_engaged")
    assert (found["value"], found["base"], found["denominator"]) == (0, 0, 0)


def test_a_share_of_nothing_is_blank_and_never_nought():
    known = frames()
    for name, found in measures().items():
        if found.kind in ("share", "ratio") and found.counts == "records":
            nothing = compute(name, known).iloc[0]
            assert math.isnan(nothing["value"]) and nothing["denominator"] == 0


def test_of_no_records_a_count_is_nought_and_all_else_is_blank():
    known = frames()
    for name in ("activities_held", "methodologies_used", "areas_covered", "audiences_reached", "outcomes_recorded", "you_said_we_did_examples"):
        assert compute(name, known)["value"].tolist() == [0]
    for name in ("effective_methodologies", "methodologies_like_for_like", "audience_load", "time_to_feedback"):
        assert compute(name, known)["value"].isna().all()


def test_one_small_costly_event_does_not_swamp_the_cost_of_a_person():
    log = rows(
        A, ("a", None, 98, 98, 10000, None), ("b", None, 2, 2, 10000, None), ("c", None, 50, 50, None, None), ("d", None, None, None, 9900, None)
    )
    found = one("cost_per_person", activities=log)
    assert found[["numerator", "denominator", "value", "base"]].tolist() == [200, 100, 2, 2]


def test_the_cost_of_an_activity_nobody_came_to_is_kept():
    found = one("cost_per_person", activities=rows(A, ("a", None, 10, 10, 1000, None), ("b", None, 0, 0, 500, None)))
    assert found["value"] == 1.5
    nobody = one("cost_per_person", activities=rows(A, ("a", None, 0, 0, 500, None)))
    assert math.isnan(nobody["value"]) and nobody["numerator"] == 5


def test_an_activity_both_online_and_face_to_face_is_both():
    methods = rows("activity_id method", ("a", "Focus group"), ("a", "Website"), ("b", "Website"))
    log = rows(A, *((name, None, people, people, None, None) for name, people in (("a", 30), ("b", 10), ("c", 5))))
    tables = {"activities": log, "activity_methods": methods}
    assert one("face_to_face_share", **tables)[["numerator", "denominator"]].tolist() == [1, 2]
    assert one("digital_share", **tables)["value"] == 1
    assert one("face_to_face_people_share", **tables)["value"] == 0.75


def test_a_channel_counts_an_activity_once_and_only_its_own_methodologies():
    methods = rows("activity_id method", ("a", "Focus group"), ("a", "Community event"), ("a", "Website"))
    known = frames(activities=rows(A, ("a", "2024-04-01", 7, 7, None, None)), activity_methods=methods)
    people = compute("people_engaged", known, ["channel"]).set_index("channel")["value"].to_dict()
    used = compute("methodologies_used", known, ["channel"]).set_index("channel")["value"].to_dict()
    assert people == {"face to face": 7, "online": 7}
    assert used == {"face to face": 2, "online": 1}


def test_a_channel_does_not_cost_an_activity_its_second_area():
    known = frames(
        activities=rows(A, ("a", "2024-04-01", 7, 7, None, None)),
        activity_methods=rows("activity_id method", ("a", "Focus group"), ("a", "Community event")),
        activity_areas=rows("activity_id area", ("a", "Hartlepool"), ("a", "Middlesbrough")),
    )
    assert compute("activities_held", known, ["area", "channel"])["value"].tolist() == [1, 1]
    both = compute("activities_held", known, ["method"], only={"channel": "face to face"})
    assert both.set_index("method")["value"].loc[["Community event", "Focus group"]].tolist() == [1, 1]


def test_a_methodology_that_is_not_on_the_list_is_not_a_new_one():
    methods = rows("activity_id method", ("a", "Focus group"), ("a", "Focus gruop"))
    assert one("methodologies_used", activities=rows(A, ("a", None, 1, 1, None, None)), activity_methods=methods)["value"] == 1


def test_the_whole_force_area_covers_no_single_area():
    areas = rows("activity_id area", ("a", "All of Cleveland"), ("b", "Hartlepool"), ("c", "Hartlepool"))
    log = rows(A, *((name, None, 1, 1, None, None) for name in "abc"))
    assert one("areas_covered", activities=log, activity_areas=areas)[["numerator", "denominator", "base"]].tolist() == [1, 4, 2]


def load_of(*days):
    log = rows("activity_id held_on", *((f"a{i}", day) for i, day in enumerate(days)))
    asked = rows("activity_id audience", *((f"a{i}", "Victims") for i in range(len(days))))
    return one("audience_load", activities=log, activity_audiences=asked)


def test_three_months_are_any_91_days_in_a_row():
    assert load_of("2024-01-01", "2024-03-31")["value"] == 2  # The 91st day.
    assert load_of("2024-01-01", "2024-04-01")["value"] == 1  # The 92nd.
    assert load_of("2024-01-01", "2024-01-01", "2024-06-01")[["value", "base"]].tolist() == [2, 3]
    assert load_of(None) is None


def test_the_load_is_that_of_one_audience_and_never_of_several_together():
    log = rows("activity_id held_on", *((f"a{i}", "2024-05-01") for i in range(3)))
    asked = rows("activity_id audience", ("a0", "Victims"), ("a1", "Witnesses"), ("a2", "Victims"))
    known = frames(activities=log, activity_audiences=asked)
    assert compute("audience_load", known)["value"].tolist() == [2]
    assert compute("audience_load", known, ["year"])[["year", "value"]].values.tolist() == [["2024/25", 2.0]]
    by_audience = compute("audience_load", known, ["audience"]).set_index("audience")["value"]
    assert by_audience.to_dict() == dict.fromkeys((t.name for t in OFFICE.audiences), 0) | {"Victims": 2, "Witnesses": 1}


def test_a_frame_that_says_nothing_of_a_dimension_is_refused():
    with pytest.raises(KeyError, match="plan cannot be split by area"):
        attach("plan", rows("plan_id due_to", ("p", "2024-01-01")), "area", frames())


def test_terms_are_attached_before_what_they_belong_to():
    known = frames(
        activities=rows(A, ("a", None, 1, 1, None, None)), activity_methods=rows("activity_id method", ("a", "Focus group"), ("a", "Website"))
    )
    both = attach_all("activities", known["activities"], ["channel", "method"], known)
    assert sorted(zip(both["method"], both["channel"], strict=True)) == [("Focus group", "face to face"), ("Website", "online")]


def test_only_results_by_one_list_are_filled_up():
    known = frames()
    assert len(complete(rows("area numerator base"), ["area"], known)) == len(OFFICE.areas)
    assert complete(rows("area level numerator base"), ["area", "level"], known).empty
    assert complete(rows("level numerator base"), ["level"], known).empty


def test_a_blank_term_stands_after_the_list():
    log = rows(A, ("a", None, 1, 1, None, None), ("b", None, 1, 1, None, None))
    result = compute("activities_held", frames(activities=log, activity_areas=rows("activity_id area", ("a", "Hartlepool"))), ["area"])
    assert result["area"].isna().tolist() == [False] * len(OFFICE.areas) + [True]
    assert result["value"].iloc[-1] == 1


def test_adding_up_nothing_gives_nought_in_all_and_no_groups():
    empty = rows("area people").astype({"people": "float64"})
    assert add_up(empty, [], people=empty["people"])["people"].tolist() == [0]
    assert add_up(empty, ["area"], people=empty["people"]).empty


def test_blanks_add_nothing_and_blank_terms_are_a_group():
    frame = rows("area people", ("x", 1.0), ("x", None), (None, 5.0))
    assert add_up(frame, ["area"], people=frame["people"])["people"].tolist() == [1, 5]


def test_different_values_are_counted_once_and_their_records_once():
    frame = rows("id area", ("a", "x"), ("a", "y"), ("b", "x"), ("c", None))
    assert distinct(frame, [], "area", of="id").iloc[0].tolist() == [2, 2]
    assert distinct(frame.assign(year="n"), ["year"], "area", of="id")[["numerator", "base"]].values.tolist() == [[2, 2]]
