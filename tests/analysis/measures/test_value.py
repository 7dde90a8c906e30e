"""Value for money: ratios of totals, what is missing said, and face to face beside the rest."""

from datetime import date

import pytest

from analysis.finding import Finding
from analysis.measure import compute, measures
from analysis.planning.value_findings import VIEWS, findings, headline, lead
from analysis.suppression import publish
from data.profile import load
from tests.analysis.typed_log import one
from tests.figures import counted, reading
from tests.oracles.reference_values import expected, given, needs_reference
from tests.store import history_of, rows

CLEVELAND = load("cleveland")
LOG = rows(
    "activity_id held_on participants_low staff_hours cost_pence",
    ("a", "2026-05-01", 10, 5.0, 10000),
    ("b", "2026-05-02", 100, 2.0, 5000),
    ("c", "2026-05-03", 40, None, None),
    ("d", "2026-05-04", 0, 3.0, 2000),
)
METHODS = rows("activity_id method", ("a", "Focus group"), ("b", "Online survey"), ("c", "Community event"), ("d", "Community event"))


def test_the_premium_is_one_ratio_of_totals_over_another():
    """(£100 + £20) ÷ 10 people face to face; £50 ÷ 100 online. The event without a cost is in neither."""
    found = one("face_to_face_premium", activities=LOG, activity_methods=METHODS)
    assert found["value"] == pytest.approx(12 / 0.5) and found["base"] == 3


def test_there_is_no_premium_without_both_sides():
    assert compute("face_to_face_premium", frames(LOG.head(1)))["value"].isna().all()


def test_how_much_of_cost_and_hours_is_recorded():
    assert one("cost_recorded", activities=LOG)["value"] == 0.75
    assert one("hours_recorded", activities=LOG)["value"] == 0.75


# The focus group was for witnesses, whom nobody else sought; the rest for everybody.
AUDIENCES = rows("activity_id audience", ("a", "Witnesses"), *[(name, who) for name in "bcd" for who in ("General public", "Victims", "Businesses")],
                 *[("b", who) for who in ("Young people", "Service users", "People who have offended")])  # fmt: skip


def frames(activities=LOG):
    return history_of(CLEVELAND, date(2026, 9, 30), activities=activities, activity_methods=METHODS, activity_audiences=AUDIENCES).at(None)


@needs_reference
def test_the_reference_costs_of_two_years():
    log, reference = given("activities"), expected("cost_per_participant")
    made = rows("activity_id", *[(str(name),) for name in log["activity_id"]]).assign(
        participants_low=log["participants"], cost_pence=(100 * log["cost_gbp"]).round()
    )
    found = one("cost_per_person", activities=made)
    assert found["value"] == pytest.approx(reference["pooled"], rel=1e-9)
    assert (found["base"], one("cost_recorded", activities=made)["numerator"]) == (72, 72)


def read():
    return [
        reading("cost_per_person", {"numerator": 170, "denominator": 110, "base": 3}),
        reading("hours_per_person", {"numerator": 10, "denominator": 110, "base": 3}),
        reading("cost_per_underheard_person", {"numerator": 170, "denominator": 10, "base": 3}),
        reading("hours_per_underheard_person", {"numerator": 10, "denominator": 10, "base": 3}),
        reading("face_to_face_premium", {"value": 24.0, "base": 3}),
        reading("cost_recorded", {"numerator": 3, "denominator": 4, "base": 4}),
        reading("hours_recorded", counted(3, 4, 4)),
    ]


def test_the_headline_sets_both_costs_side_by_side_and_the_lead_says_what_is_missing():
    assert headline(read()) == "£1.55 a person; £17.00 for each under-heard person"
    assert "1 of 4 activities (25%) have no cost recorded and are in no figure of cost." in lead(read())
    assert "Each person met face to face cost 24.0 times as much as others." in lead(read())


def shown() -> list[Finding]:
    given_ = frames()

    def published(name, by, all_time=False):
        return publish(compute(name, given_, by), measures()[name], tuple(by))

    return [one for view in VIEWS for one in findings(view, published, read(), "Source: log", "Source: log; census")]


def test_methodologies_that_reached_nobody_heard_too_little_are_named_and_not_charted():
    (found,) = (one for one in shown() if one.published.measure.name == "cost_per_underheard_person" and one.published.by == ("method",))
    assert found.published.rows["method"].tolist() == ["Focus group"]
    assert "Reached nobody heard too little: Community event, Online survey." in found.notes
    assert "All methodologies together: £17.00, because the cost of those that reached none of these people counts in it too." in found.notes


def test_every_figure_stands_in_one_view_only():
    names = [one.name for one in shown()]
    assert len(names) == len(set(names)) and len(names) >= 7


def test_what_is_missing_leads_the_figures_of_what_is_recorded():
    words = [one.headline for one in shown()]
    assert "Cost missing most for Community event: 1 activity" in words
