from datetime import date

import pytest

from analysis.planning.planned import DUE, HELD, OTHER, OVERDUE, counts, headline, planned
from tests.store import rows

TODAY = date(2024, 9, 30)
LOG = rows("activity_ref held_on", ("A1", "2024-06-30"), ("A2", "2024-07-02"), ("A2", "2024-08-01"), (None, "2024-06-01"))
PLAN = "plan_id plan_ref title due_to status activity_ref methods audiences areas objective duty"


def plan(**known):
    return rows(PLAN, tuple((dict.fromkeys(PLAN.split()) | {"plan_id": "p", "status": "planned"} | known).values()))


def only(today=TODAY, **known):
    found = planned(plan(**known), LOG, today)
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("known", "state", "word", "kind"),
    [
        ({"due_to": "2024-06-30", "activity_ref": "A1"}, HELD, "Held 30 June 2024", "good"),
        ({"due_to": "2024-06-29", "activity_ref": "A1"}, HELD, "Held 30 June 2024, late", "warn"),
        ({"due_to": "2024-07-02", "activity_ref": "A2"}, HELD, "Held 2 July 2024", "good"),
        ({"due_to": "2024-07-02", "status": "held"}, HELD, "Held", "good"),
        ({"due_to": "2024-07-02", "activity_ref": "no such"}, OVERDUE, "Overdue", "bad"),
        ({"due_to": "2024-09-29"}, OVERDUE, "Overdue", "bad"),
        ({"due_to": "2024-09-30"}, DUE, "Due", ""),
        ({"due_to": None}, DUE, "Due", ""),
        ({"due_to": "2024-09-01", "status": "postponed"}, OTHER, "Postponed", ""),
        ({"due_to": "2024-09-01", "status": "dropped"}, OTHER, "Dropped", ""),
        ({"due_to": "2024-09-01", "status": None}, OVERDUE, "Overdue", "bad"),
    ],
)
def test_a_planned_activity_is_held_due_or_overdue(known, state, word, kind):
    found = only(**known)
    assert (found["state"], found["word"], found["kind"]) == (state, word, kind)


@pytest.mark.parametrize(("due", "near"), [("2023-09-30", True), ("2023-09-29", False), ("2025-09-29", True), ("2025-09-30", False)])
def test_the_plan_shows_a_year_behind_and_a_year_ahead(due, near):
    assert (only(due_to=due) is not None) == near


def test_the_29th_of_february_looks_back_to_the_28th():
    assert only(date(2024, 2, 29), due_to="2023-02-28") is not None


def test_overdue_comes_first_and_then_the_earliest():
    rows_ = [("2024-11-01", "planned"), ("2024-09-02", "planned"), ("2024-09-01", "planned"), ("2024-06-01", "held"), ("2024-06-01", "dropped")]
    several = rows("plan_id title due_to status activity_ref plan_ref methods audiences areas objective duty", *(
        (str(i), f"t{i}", due, status, None, None, None, None, None, None, None) for i, (due, status) in enumerate(rows_)
    ))  # fmt: skip
    found = planned(several, LOG, TODAY)
    assert [one["title"] for one in found] == ["t2", "t1", "t0", "t3", "t4"]
    assert counts(found) == {OVERDUE: 2, DUE: 1, HELD: 1, OTHER: 1}
    assert headline(found) == "2 overdue, 1 due, 1 held"


def test_a_plan_without_lists_or_words_is_still_shown():
    found = only(due_to="2024-10-01")
    assert (found["title"], found["methods"], found["audiences"], found["areas"], found["objective"]) == ("No title", "", "", "", "")
    assert found["due"] == "1 October 2024"
    listed = only(due_to="2024-10-01", methods=["Focus group", "Website"], audiences=[], title=" Budget ")
    assert (listed["methods"], listed["audiences"], listed["title"]) == ("Focus group, Website", "", "Budget")


def test_the_headline_says_where_nothing_is_overdue_or_planned():
    assert headline([]) == "Nothing is planned for the twelve months around today"
    assert headline([only(due_to="2024-10-01")]) == "Nothing overdue, 1 due, 0 held"
