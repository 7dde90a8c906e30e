"""The tests of dates that the law sets for each duty, at the days where they turn."""

from datetime import date

import pandas as pd
import pytest

from analysis.check import GAP, SHOWN, UNKNOWN
from analysis.duties.duty_records import records_of, with_terms
from analysis.duties.duty_tests import TESTS
from analysis.readings import History
from data.profile import load
from tests.analysis.made_duties import records
from tests.store import NO_SCOPE, all_frames, filled, rows

SET = ("precept set", "2024-02-06")


def precept(ended_on, held_on="2023-12-01", audiences=("General public", "Businesses"), key_dates=(SET,), **more):
    one = {"duties": ["precept"], "title": "Precept survey", "held_on": held_on, "ended_on": ended_on, "audiences": audiences}
    return TESTS["precept"](records(one, key_dates=key_dates, **more))


@pytest.mark.parametrize(("closed", "state"), [("2024-02-05", SHOWN), ("2024-02-06", GAP), ("2024-02-07", GAP)])
def test_fieldwork_must_end_before_the_day_the_precept_is_set(closed, state):
    people, ratepayers = precept(closed)
    assert (people.state, ratepayers.state) == (state, state)
    assert people.asks == "People heard before the precept was set on 6 February 2024"
    if state == GAP:
        assert "not before that day" in people.words


def test_ratepayers_are_a_group_of_their_own():
    people, ratepayers = precept("2024-01-10", audiences=["General public"])
    assert (people.state, ratepayers.state) == (SHOWN, GAP)
    people, ratepayers = precept("2024-01-10", audiences=["Businesses"])
    assert (people.state, ratepayers.state) == (GAP, SHOWN)


def test_a_survey_still_open_on_the_day_is_named_beside_one_that_was_over():
    made = [
        {"duties": ["precept"], "title": title, "held_on": "2023-12-01", "ended_on": closed}
        for title, closed in (("Early", "2024-01-10"), ("Late", "2024-02-06"))
    ]
    checks = TESTS["precept"](records(*made, key_dates=[SET]))
    assert [(check.state, check.words) for check in checks[:2]] == [
        (SHOWN, "Early closed on 10 January 2024"),
        (GAP, "it closed on 6 February 2024"),
    ]


@pytest.mark.parametrize(("day", "known"), [("2023-03-31", False), ("2023-04-01", True), ("2024-03-31", True), ("2024-04-01", False)])
def test_a_precept_belongs_to_the_financial_year_both_ends_in(day, known):
    (first, *_) = precept("2023-03-01", held_on="2023-02-01", key_dates=[("precept set", day)])
    assert (first.state != UNKNOWN) is known


def test_without_the_day_nothing_is_judged():
    assert [check.state for check in precept("2024-01-10", key_dates=[])] == [UNKNOWN]


def test_last_years_consultation_does_not_answer_this_years_precept():
    people, _ = precept("2023-01-10", held_on="2022-12-01")
    assert (people.state, people.words) == (GAP, "no activity for them names this duty in that time")


@pytest.mark.parametrize(("closed", "state"), [("2024-02-28", SHOWN), ("2024-02-29", GAP)])
def test_a_leap_day_is_a_day_like_others(closed, state):
    people, _ = precept(closed, key_dates=[("precept set", "2024-02-29")])
    assert people.state == state


@pytest.mark.parametrize(("closed", "state"), [("2024-03-30", SHOWN), ("2024-03-31", GAP)])
def test_the_night_the_clocks_change_moves_no_day(closed, state):
    people, _ = precept(closed, key_dates=[("precept set", "2024-03-31")])
    assert people.state == state


def plan(*closed, audiences=("General public", "Victims"), issued=("2024-03-01",)):
    made = [
        {"duties": ["plan"], "title": f"Plan {i}", "held_on": "2023-09-01", "ended_on": day, "audiences": audiences} for i, day in enumerate(closed)
    ]
    return TESTS["plan"](records(*made, key_dates=[("plan issued", day) for day in issued]))


def test_a_plan_issued_before_its_consultation_closed_has_a_gap():
    people, victims = plan("2024-03-14")
    assert (people.state, victims.state) == (GAP, GAP)
    assert people.words == "Plan 0 closed on 14 March 2024, which is not before that day"


def test_people_and_victims_are_both_asked_before_the_plan():
    assert [check.state for check in plan("2023-10-01")] == [SHOWN, SHOWN]
    assert [check.state for check in plan("2023-10-01", audiences=["General public"])] == [SHOWN, GAP]
    assert [check.state for check in plan("2023-10-01", audiences=["Victims"])] == [GAP, SHOWN]


def test_each_plan_has_a_consultation_of_its_own():
    people, _ = plan("2023-10-01", issued=("2023-10-15", "2024-03-01"))
    assert people.state == GAP
    assert plan("2023-10-01", issued=())[0].state == UNKNOWN


def test_all_nine_characteristics_are_looked_for_in_activities_and_surveys():
    checks = TESTS["equality"](records({"held_on": "2023-06-01", "characteristics": ["age"]}, asked=["sex", "sex"]))
    assert len(checks) == 9
    assert {check.asks: check.state for check in checks if check.state == SHOWN} == {"Age": SHOWN, "Sex": SHOWN}
    assert next(check for check in checks if check.asks == "Sex").words == "0 activities meant to hear it; asked by 2 surveys"


def test_activities_for_victims_that_name_no_duty_are_offered_as_evidence():
    checks = TESTS["views-of-victims"](records({"held_on": "2023-06-01", "audiences": ["Victims"]}))
    assert [check.state for check in checks] == [SHOWN, UNKNOWN]
    assert TESTS["views-of-victims"](records())[0].state == GAP


def test_the_log_is_read_with_its_terms_and_its_last_days():
    profile = load("cleveland")
    with filled(
        activities=rows("activity_id held_on ended_on survey", ("a", "2024-01-01", "2024-01-09", None), ("b", "2024-02-01", "2024-01-01", None),
                        ("c", None, None, None)),
        activity_duties=rows("activity_id duty", ("a", "precept"), ("a", "plan")),
    ) as store:  # fmt: skip
        frames = all_frames(store, profile)
    made = with_terms(frames)
    assert list(made["duties"]) == [{"precept", "plan"}, set()]
    assert [day.date() for day in made["last_on"]] == [date(2024, 1, 9), date(2024, 2, 1)]
    history = History(frames, NO_SCOPE, date(2024, 3, 31), date(2021, 5, 13))
    found = records_of(frames, history.at(None)["window"], rows("what fell_on", SET))
    assert found.days("precept set") == [pd.Timestamp("2024-02-06")]
    assert (found.year_start, found.end) == (pd.Timestamp("2023-04-01"), pd.Timestamp("2024-03-31"))
