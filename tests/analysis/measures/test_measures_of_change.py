"""What changed, whether people were told, the plan and the duties: the cases that decide whether a record counts."""

import math

import pandas as pd
import pytest

from analysis.measure import compute
from tests.analysis.typed_log import OFFICE, frames, one
from tests.oracles.reference_values import expected, given, needs_reference
from tests.store import rows

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
