import math
from datetime import date

import pandas as pd
import pytest

from analysis.dimensions import attach, attach_all, complete
from analysis.measure import SHAPE, compute, measure, measures
from analysis.totals import add_up, distinct
from data import profile as profiles
from tests.oracles.reference_values import expected, given, needs_reference
from tests.store import filled, frames_of, rows

OFFICE = profiles.load("cleveland")
TODAY = date(2025, 3, 31)
A = "activity_id held_on participants_low participants_high cost_pence staff_hours"


def frames(**tables):
    with filled(**tables) as store:
        return frames_of(store, OFFICE, TODAY)


def one(name, only=None, **tables):
    result = compute(name, frames(**tables), only=only)
    assert len(result) <= 1
    return result.iloc[0] if len(result) else None


def test_a_measure_names_the_frames_it_needs_and_its_options():
    found = measures()["audiences_reached"]
    assert found.needs == ("activities", "activity_audiences", "audiences")
    assert found.options == ("audience_group",)
    assert found.sentence == "The number of the strategy's audiences for whom at least one activity was held."


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


OUTCOME = "outcome_id you_said we_did evidence stage kind changed"
WHOLE = ("More patrols", "Patrols moved", "Board minutes", "done", "strategy or policy", "Victims strategy")


MISSING = (
    *({"evidence": nothing} for nothing in (None, "", "  ", "\u00a0", "TBC", "tbc.", "N/A", "None", "-", "–", "?", "To follow", "no evidence")),
    {"we_did": None}, {"we_did": " "}, {"you_said": ""}, {"you_said": None}, {"stage": "under way"}, {"stage": "heard"}, {"stage": None},
)  # fmt: skip


def test_an_outcome_without_evidence_or_deed_never_raises_what_changed():
    whole = dict(zip(OUTCOME.split()[1:], WHOLE, strict=True))
    kinds = ("strategy or policy", "commissioned service")
    good = rows(OUTCOME, *((f"good {kind}", *(whole | {"kind": kind}).values()) for kind in kinds))
    poor = rows(
        OUTCOME,
        *((f"{kind} {i}", *(whole | {"kind": kind, "changed": f"Plan {i}"} | lack).values()) for kind in kinds for i, lack in enumerate(MISSING)),
    )
    known = frames(outcomes=pd.concat([good, poor]))
    assert compute("you_said_we_did_examples", known)["value"].tolist() == [2]
    assert compute("policies_changed", known)["value"].tolist() == [1]
    assert compute("services_changed", known)["value"].tolist() == [1]
    assert compute("outcomes_recorded", known)["value"].tolist() == [len(good) + len(poor)]


def test_one_strategy_changed_three_times_counts_once():
    outcomes = rows(
        OUTCOME, *((f"o{i}", *WHOLE[:5], name) for i, name in enumerate(("Victims strategy", "victims  STRATEGY ", "Estate plan", "n/a", None)))
    )
    assert one("policies_changed", outcomes=outcomes)[["value", "base"]].tolist() == [2, 5]
    assert one("services_changed", outcomes=outcomes)[["value", "base"]].tolist() == [0, 0]


def test_no_change_is_told_back_and_is_no_example():
    column = "outcome_id you_said we_did evidence stage kind told_how"
    outcomes = rows(
        column,
        ("a", "Fewer fines", "Considered", "Minutes", "done", "no change", "Newsletter"),
        ("b", "Fewer fines", None, None, "not taken forward", None, "n/a"),
        ("c", "Fewer fines", None, None, "heard", None, "Newsletter"),
    )
    assert one("you_said_we_did_examples", outcomes=outcomes)["value"] == 0
    assert one("told_back_share", outcomes=outcomes)[["numerator", "denominator"]].tolist() == [1, 2]


def test_those_still_waiting_count_in_the_time_to_feedback():
    column = "outcome_id heard_on told_on"
    quick = ("a", "2025-01-01", "2025-01-11")
    assert one("time_to_feedback", outcomes=rows(column, quick))["value"] == 10
    half = one("time_to_feedback", outcomes=rows(column, quick, ("b", "2025-01-01", None)))
    assert (half["value"], half["numerator"], half["base"]) == (10, 1, 2)
    most = one("time_to_feedback", outcomes=rows(column, quick, ("b", "2025-01-01", None), ("c", "2025-01-02", None)))
    assert math.isnan(most["value"]) and most["base"] == 3


@needs_reference
def test_the_reference_log_gives_the_reference_time_to_feedback():
    log = given("activities")
    outcomes = log[["closed", "feedback_published"]].set_axis(["heard_on", "told_on"], axis="columns").assign(outcome_id=log.index.astype("str"))
    result = one("time_to_feedback", outcomes=outcomes)
    reference = expected("time_to_feedback")
    median = reference["quantile"]["p"].index(0.5)
    assert (result["base"], result["numerator"]) == (reference["n"], reference["events"])
    assert result[["value", "lower", "upper"]].tolist() == [reference["quantile"][key][median] for key in ("days", "lo", "hi")]


@needs_reference
def test_the_reference_log_gives_the_reference_cost_of_a_participant():
    log = given("activities")
    pence = (100 * log["cost_gbp"]).round()
    activities = log[["activity_id"]].assign(participants_low=log["participants"], cost_pence=pence).astype({"activity_id": "str"})
    reference = expected("cost_per_participant")
    result = one("cost_per_person", activities=activities)
    assert result["value"] == pytest.approx(reference["pooled"], rel=1e-9)
    assert result["base"] == reference["n_with_cost"]


def test_a_duty_for_each_plan_is_answered_since_the_strategy_began():
    ids = [duty.id for duty in OFFICE.duties if duty.every == "term"][:1]
    yearly = next(duty.id for duty in OFFICE.duties if duty.every == "year")
    log = rows("activity_id held_on", ("a", "2021-05-01"), ("b", "2024-03-31"), ("c", "2024-04-01"))
    for activity, met in (("a", ids), ("b", ids), ("c", [*ids, yearly])):
        duties = rows("activity_id duty", *((activity, duty) for duty in (*ids, yearly)))
        assert one("duties_met", activities=log, activity_duties=duties)["value"] == len(met)


def test_the_plan_is_on_time_on_its_last_day_and_late_on_the_next():
    plan = rows(
        "plan_id due_to status activity_ref",
        ("a", "2024-06-30", "planned", "A"),
        ("b", "2024-06-29", "planned", "A"),
        ("c", "2024-06-30", "held", None),
        ("d", "2024-06-30", "postponed", None),
        ("e", "2024-06-30", "dropped", None),
        ("f", "2025-04-01", "planned", None),
        ("g", None, "planned", None),
    )
    found = one("plan_on_time", plan=plan, activities=rows("activity_id activity_ref held_on", ("x", "A", "2024-06-30"), ("y", "A", "2024-07-30")))
    assert found[["numerator", "denominator"]].tolist() == [2, 4]


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
