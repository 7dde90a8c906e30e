"""Every measure of the log against a second, slow count of the same random records, in all and by each dimension it can be split by."""

import math
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.measure import compute, measures
from data import profile as profiles
from tests.analysis.made_logs import log, tables
from tests.oracles import naive_measures as naive
from tests.store import all_frames, filled, frames_of

TODAY = date(2025, 5, 14)
SEEDS = (0, 5)
OFFICE = profiles.load("cleveland")
LISTED = {"method": [t.name for t in OFFICE.methods], "area": [t.name for t in OFFICE.areas], "audience": [t.name for t in OFFICE.audiences]}
LISTS = {
    "channels": {t.name: t.channel for t in OFFICE.methods},
    "groups": {t.name: t.group for t in OFFICE.audiences},
    "single_areas": [t.name for t in OFFICE.areas if not t.whole],
    "duties": {duty.id: duty.every for duty in OFFICE.duties},
    "as_at": TODAY,
    "end": TODAY,
    "year_start": date(2024, 5, 15),
    "term_start": date.fromisoformat(OFFICE.organisation.starts),
}
BY_ACTIVITY = [
    (), ("year",), ("quarter",), ("method",), ("channel",), ("area",), ("audience",), ("audience_group",), ("level",), ("participants_how",),
    ("year", "area"), ("channel", "area"), ("method", "channel"),
]  # fmt: skip
BY_OUTCOME = [(), ("year",), ("quarter",), ("month",), ("kind",), ("stage",), ("year", "kind")]


@pytest.fixture(scope="module", params=SEEDS)
def made(request):
    found = log(request.param, OFFICE)
    with filled(**tables(found)) as store:
        return found, frames_of(store, OFFICE, TODAY)


def keyed(result, by):
    """The rows of a result by their terms, blanks as None and numbers as they are."""
    rows = {}
    for row in result.to_dict("records"):
        key = tuple(None if row[d] is None or row[d] != row[d] else row[d] for d in by)
        assert key not in rows, "a combination of terms stands in two rows"
        rows[key] = tuple(None if math.isnan(row[c]) else row[c] for c in ("numerator", "denominator", "value", "base"))
    return rows


def agree(found, expected, what):
    unused = expected[0] == 0 and not expected[3]
    for part, got, wanted in zip(("numerator", "denominator", "value", "base"), found, expected, strict=True):
        if wanted is None:
            assert part != "value" or got is None, f"{what}: {part} is {got}, should be blank"
        elif not (unused and part == "denominator"):
            assert got is not None and math.isclose(got, wanted, rel_tol=1e-9, abs_tol=1e-9), f"{what}: {part} is {got}, should be {wanted}"


def compare(name, frames, records, by, worked, day):
    found = keyed(compute(name, frames, by), by)
    groups = naive.grouped(records, by, day, LISTS["channels"], LISTS["groups"])
    expected = {key: figures for key, own in groups.items() if (figures := worked(own, LISTS)) is not None}
    for key, figures in expected.items():
        if key not in found:
            assert not figures[0] and not figures[3], f"{name} by {by} lacks {key}, which should be {figures}"
        else:
            agree(found[key], figures, f"{name} by {by} for {key}")
    for key in set(found) - set(expected):
        assert found[key][0] in (0, None) and found[key][3] in (0, None), f"{name} by {by} has {key} as {found[key]} out of nowhere"


@pytest.mark.parametrize("name", naive.OF_ACTIVITIES)
def test_a_slow_count_of_activities_gives_the_same(made, name):
    found, frames = made
    for by in BY_ACTIVITY:
        compare(name, frames, found["activities"], by, naive.OF_ACTIVITIES[name], "held_on")


@pytest.mark.parametrize("by", [(), ("year",), ("area",), ("level",), ("year", "area")], ids=lambda by: "-".join(by) or "all")
def test_a_slow_count_of_methodologies_like_for_like_gives_the_same(made, by):
    found, frames = made
    groups = naive.grouped([a for a in found["activities"] if a["methods"]], by, "held_on", LISTS["channels"], LISTS["groups"])
    known = {key: own for key, own in groups.items() if None not in key and own}
    if not known:
        assert compute("methodologies_like_for_like", frames, by)["value"].isna().all()
        return
    fewest = min(sum(len(a["methods"]) for a in own) for own in known.values())
    result = keyed(compute("methodologies_like_for_like", frames, by), by)
    for key, own in known.items():
        agree(result[key], naive.like_for_like(own, fewest), f"like for like by {by} for {key}")


@pytest.mark.parametrize("name", naive.OF_OUTCOMES)
def test_a_slow_count_of_outcomes_gives_the_same(made, name):
    found, frames = made
    records = [outcome | {"counted_on": naive.counted_on(outcome)} for outcome in found["outcomes"]]
    for by in BY_OUTCOME:
        compare(name, frames, records, by, naive.OF_OUTCOMES[name], "counted_on")


@pytest.mark.parametrize("name", ["you_said_we_did_examples", "policies_changed", "services_changed"])
def test_outcomes_without_evidence_never_raise_what_changed(made, name):
    outcomes = made[1]["outcomes"]
    rng = np.random.default_rng(9)
    whole = compute(name, made[1])["value"].iloc[0]
    for nothing in (None, "", " ", "n/a", "TBC"):
        lost = outcomes["evidence"].mask(rng.random(len(outcomes)) < 0.4, nothing)
        assert compute(name, made[1] | {"outcomes": outcomes.assign(evidence=lost)})["value"].iloc[0] <= whole
        more = outcomes.assign(evidence=nothing, outcome_id=outcomes["outcome_id"] + "x", changed=outcomes["changed"].fillna("Plan") + " two")
        assert compute(name, made[1] | {"outcomes": pd.concat([outcomes, more])})["value"].iloc[0] == whole


@pytest.mark.parametrize("by", [(), ("kind",), ("stage",), ("year",)], ids=lambda by: "-".join(by) or "all")
def test_a_slow_wait_for_feedback_is_the_same(made, by):
    found, frames = made
    compare("time_to_feedback", frames, found["outcomes"], by, naive.time_to_feedback, "heard_on")


def test_a_slow_count_of_duties_gives_the_same(made):
    found, frames = made
    compare("duties_met", frames, found["activities"], (), naive.duties_met, "held_on")


@pytest.mark.parametrize("by", [(), ("year",), ("quarter",)], ids=lambda by: "-".join(by) or "all")
def test_a_slow_count_of_the_plan_gives_the_same(made, by):
    found, frames = made
    held = {}
    for activity in found["activities"]:
        if activity["activity_ref"] and activity["held_on"]:
            held[activity["activity_ref"]] = activity["held_on"]
    plan = [p | {"status": p["status"] or "planned"} for p in found["plan"]]
    due = [p for p in plan if p["due_to"] and p["due_to"] <= TODAY and p["status"] != "dropped"]
    compare("plan_on_time", frames, due, by, lambda own, lists: naive.plan_on_time(own, lists | {"held": held}), "due_to")


@pytest.mark.parametrize("name", ["activities_held", "people_engaged", "cost_per_person"])
@pytest.mark.parametrize("dimension", ["method", "area", "audience", "channel"])
def test_parts_may_add_to_more_than_the_whole_and_never_to_less(made, name, dimension):
    whole = compute(name, made[1])["numerator"].fillna(0).sum()
    assert compute(name, made[1], [dimension])["numerator"].sum() >= whole - 1e-9


@pytest.mark.parametrize("name", sorted({*naive.OF_ACTIVITIES, *naive.OF_OUTCOMES}))
def test_looking_at_one_term_gives_its_row_of_the_split(made, name):
    dimension = "audience" if name in naive.OF_ACTIVITIES else "kind"
    by = keyed(compute(name, made[1], [dimension]), [dimension])
    for (term,), row in list(by.items())[:2]:
        if term is not None and row[3]:
            alone = compute(name, made[1], only={dimension: term})
            assert keyed(alone, []) == {(): pytest.approx(row)}


@pytest.mark.parametrize("name", ["activities_held", "people_engaged", "methodologies_used", "audience_load"])
@pytest.mark.parametrize("dimension", LISTED)
def test_a_term_nobody_used_is_nought_and_the_strategys_order_is_kept(made, name, dimension):
    result = compute(name, made[1], [dimension])
    stood = [term for term in result[dimension] if isinstance(term, str)]
    assert stood == LISTED[dimension]
    used = {term for a in made[0]["activities"] for term in a[f"{dimension}s"]}
    unused = result[result[dimension].isin(set(LISTED[dimension]) - used)]
    assert (unused["numerator"] == 0).all() and (unused["value"] == 0).all()


def test_a_dimension_that_says_nothing_of_a_measure_is_refused():
    with filled() as store:
        frames = frames_of(store, OFFICE, TODAY)
    for name in measures():
        with pytest.raises(KeyError):
            compute(name, frames, ["favourite colour"])


def test_an_audience_group_counts_only_its_own_audiences(made):
    group = OFFICE.audiences[0].group
    listed = [t.name for t in OFFICE.audiences if t.group == group]
    result = compute("audiences_reached", made[1], only={"audience_group": group}).iloc[0]
    reached = {name for a in made[0]["activities"] for name in a["audiences"]} & set(listed)
    assert (result["numerator"], result["denominator"]) == (len(reached), len(listed))


def test_the_calendar_is_worked_out_for_every_dated_frame():
    with filled() as store:
        frames = all_frames(store, OFFICE)
    assert all({"year", "quarter", "month"} <= set(frames[name]) for name in ("activities", "outcomes", "outcomes_heard", "plan", "surveys"))
