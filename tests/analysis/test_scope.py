from datetime import date

import pytest

from analysis.periods import parse
from analysis.scope import Scope
from data import profile as profiles
from tests.store import history_of, rows

OFFICE = profiles.load("cleveland")
TODAY = date(2025, 5, 14)
TABLES = {
    "activities": rows("activity_id activity_ref held_on", ("a", "A", "2024-03-31"), ("b", "B", "2024-04-01"), ("c", "C", None)),
    "activity_areas": rows("activity_id area", ("a", "Hartlepool"), ("b", "Middlesbrough"), ("b", "Hartlepool"), ("c", "Middlesbrough")),
    "activity_methods": rows("activity_id method", ("a", "Focus group"), ("b", "Website"), ("b", "Focus group")),
    "activity_audiences": rows("activity_id audience", ("a", "Victims"), ("b", "Young people")),
    "outcomes": rows(
        "outcome_id heard_on decided_on done_on stage",
        ("o1", "2023-06-01", "2023-09-01", "2024-05-01", "done"),
        ("o2", "2024-06-01", "2024-07-01", None, "under way"),
        ("o3", "2024-06-01", None, None, "heard"),
        ("o4", None, None, None, "heard"),
    ),
    "outcome_activities": rows("outcome_id activity_ref", ("o1", "A"), ("o2", "B"), ("o4", "Z")),
    "plan": rows(
        "plan_id due_to methods areas audiences",
        ("p1", "2024-06-30", ["Website"], ["Hartlepool"], []),
        ("p2", "2024-06-30", [], None, ["Victims"]),
        ("p3", "2023-06-30", ["Focus group"], ["Middlesbrough"], ["Young people"]),
    ),
}  # fmt: skip


def at(period="", **facets):
    return history_of(OFFICE, TODAY, Scope(**facets), **TABLES).at(parse(period))


def ids(frames, name):
    return sorted(frames[name].iloc[:, 0])


def test_an_address_says_what_was_selected_and_nothing_else():
    scope = Scope.from_address({"period": "2023-24", "area": "Hartlepool", "page": "2"})
    assert scope == Scope(period="2023-24", area="Hartlepool")
    assert scope.address() == {"period": "2023-24", "area": "Hartlepool"}
    assert Scope.from_address({}).address() == {}


def test_an_endless_address_is_cut():
    assert len(Scope.from_address({"area": "x" * 5000}).area) == 100


def test_a_year_begins_with_the_first_of_april():
    assert ids(at("2023-24"), "activities") == ["a"]
    assert ids(at("2024-25"), "activities") == ["b"]


def test_an_activity_without_a_day_is_in_no_period_and_in_all_time():
    assert ids(at(), "activities") == ["a", "b", "c"]


def test_what_hangs_on_an_activity_goes_with_it():
    assert ids(at("2023-24"), "activity_areas") == ["a"]
    assert ids(at("2023-24"), "activity_methods") == ["a"]


def test_an_area_keeps_the_activities_that_name_it():
    assert ids(at(area="Hartlepool"), "activities") == ["a", "b"]
    assert set(at(area="Hartlepool")["activity_areas"]["area"]) == {"Hartlepool"}


def test_an_audience_and_a_methodology_narrow_together():
    assert ids(at(method="Focus group", audience="Young people"), "activities") == ["b"]


def test_only_the_selected_term_stays_on_the_list_so_that_others_are_not_said_to_have_had_nothing():
    assert list(at(area="Hartlepool")["areas"]["area"]) == ["Hartlepool"]
    assert len(at()["areas"]) == len(OFFICE.areas)


def test_an_outcome_counts_on_the_day_it_was_done_or_decided_or_heard():
    assert at()["outcomes"].set_index("outcome_id")["counted_on"].dt.strftime("%Y-%m-%d").to_dict() == pytest.approx(
        {"o1": "2024-05-01", "o2": "2024-07-01", "o3": "2024-06-01", "o4": float("nan")}, nan_ok=True
    )
    assert ids(at("2024-25"), "outcomes") == ["o1", "o2", "o3"]


def test_an_outcome_is_heard_in_the_year_it_was_heard():
    assert ids(at("2023-24"), "outcomes_heard") == ["o1"]
    assert ids(at("2024-25"), "outcomes_heard") == ["o2", "o3"]


def test_an_outcome_is_traced_to_its_activity_in_whichever_year_that_was_held():
    assert ids(at("2024-25", area="Hartlepool"), "outcomes") == ["o1", "o2"]
    assert ids(at("2024-25", audience="Victims"), "outcomes") == ["o1"]
    assert ids(at("2023-24", audience="Victims"), "outcomes_heard") == ["o1"]


def test_the_plan_is_narrowed_by_what_it_names():
    assert ids(at(area="Hartlepool"), "plan") == ["p1"]
    assert ids(at(audience="Victims"), "plan") == ["p2"]
    assert ids(at("2024-25"), "plan") == ["p1", "p2"]


def test_a_term_nobody_knows_selects_nothing():
    there = at(area="Atlantis")
    assert there["activities"].empty and there["outcomes"].empty and there["plan"].empty and there["areas"].empty


@pytest.mark.parametrize("facet", ["area", "audience", "method"])
def test_a_plan_without_rows_is_still_a_plan(facet):
    kept = {**TABLES, "plan": TABLES["plan"].iloc[:0]}
    narrowed = history_of(OFFICE, TODAY, Scope(**{facet: "Website"}), **kept).at(parse("2024-25"))["plan"]
    assert narrowed.empty and "due_to" in narrowed
