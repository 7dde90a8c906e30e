from datetime import date

import pandas as pd

from analysis.planning.plan_delivery import delivery, refresh
from tests.store import rows

COLUMNS = "title due_to status activity_ref"
LOG = rows("activity_ref held_on", ("A1", "2024-06-30"), ("A2", "2024-07-02"))
TODAY = date(2024, 9, 30)


def test_each_item_due_is_counted_by_what_became_of_it():
    plan = rows(COLUMNS, ("On time", "2024-06-30", "held", "A1"), ("Late", "2024-06-30", "held", "A2"), ("Said held", "2024-05-01", "held", None),
                ("Overdue", "2024-09-29", "planned", None), ("Postponed", "2024-04-01", "postponed", None),
                ("Dropped", "2024-04-01", "dropped", None))  # fmt: skip
    found = delivery(plan, LOG, TODAY)
    assert found.sentence == ("Of 6 planned activities due in the last twelve months: 2 held on time, 1 late, 1 overdue, 1 postponed, 1 dropped.")
    assert [(slip.title, slip.words) for slip in found.slips] == [
        ("Late", "Held on 2 July 2024, 2 days late"),
        ("Overdue", "Not held, 1 day overdue"),
    ]


def test_what_is_due_today_is_not_late_yet_and_a_year_ago_today_still_counts():
    for day, counted in (("2023-09-29", 0), ("2023-09-30", 1), ("2024-09-29", 1), ("2024-09-30", 0)):
        assert delivery(rows(COLUMNS, ("x", day, "planned", None)), LOG, TODAY).due == counted


def test_the_29th_of_february_looks_back_to_the_28th():
    assert delivery(rows(COLUMNS, ("x", "2023-02-28", "planned", None)), LOG, date(2024, 2, 29)).due == 1


def test_nothing_due_is_said_so():
    assert delivery(rows(COLUMNS), LOG, TODAY).sentence == "Nothing was due in the last twelve months."


def test_a_plan_is_due_again_three_months_on():
    brought = pd.Timestamp("2024-11-30 14:00")
    assert refresh(brought, 3, date(2025, 2, 28)) == "Brought up to date on 30 November 2024, due again by 28 February 2025."
    assert refresh(brought, 3, date(2025, 3, 1)).endswith("It is overdue.")
