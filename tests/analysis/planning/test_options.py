from datetime import date

import pandas as pd

from analysis.planning.options import Side, first_days, headline, proposals, weigh
from tests.analysis.made_duties import activities
from tests.store import rows

WEIGHED = "option_id title method area audience duty due_to decision why decided_on"
PLAN = "title methods areas audiences duty due_to"
HELD = {"methods": ["Focus group"], "audiences": ["Victims"], "areas": ["Hartlepool"]}


def log(*given):
    made = activities(*given)
    return made.assign(cost_pence=[one.get("cost_pence") for one in given], staff_hours=[one.get("staff_hours") for one in given]).astype(
        {"cost_pence": "float64", "staff_hours": "float64"}
    )


def one(history, year=None, audience="Victims", area="Hartlepool", due_to="2024-12-31", more=()):
    found = proposals(
        rows(PLAN), rows(WEIGHED, ("1", "Evenings", "Focus group", area, audience, "victims", due_to, "not decided", None, None), *more)
    )
    return weigh(found, history, history if year is None else year, {"victims": "Views of victims"}, frozenset(["All"]))[0]


def test_an_option_is_set_beside_what_like_ones_took():
    history = log(
        *(HELD | {"held_on": "2024-05-01", "cost_pence": pence, "staff_hours": 2.0, "participants_low": 9} for pence in (5000, 10000, 30000))
    )
    found = one(history)
    assert (found.cost, found.people) == (Side("£100", "£50.00 to £300, from 3"), Side("9", "9 to 9, from 3"))
    assert (found.duty, found.due, found.gap) == ("Views of victims", "31 December 2024", False)


def test_too_little_history_is_said_so():
    history = log(*(HELD | {"held_on": "2024-05-01", "cost_pence": 100} for _ in range(2)))
    assert one(history).cost == Side("Not known", "not enough history, 2 like it")


def test_a_gap_is_an_audience_nobody_sought_there():
    history = log(HELD | {"held_on": "2024-05-01"})
    assert one(history, area="Stockton").held == Side("None in twelve months", "Victims in Stockton; 1 anywhere")
    assert one(history, area="All").gap is False
    assert one(history, year=history.head(0)).gap is True
    assert one(history, audience=None).held == Side("Not known", "audience or area not named")


def test_the_load_counts_what_was_held_and_what_is_planned_in_three_months():
    for held, load in (("2024-10-01", "1"), ("2024-10-02", "2"), ("2024-12-31", "2")):
        assert one(log(HELD | {"held_on": held})).load == f"{load} in three months"
    others = [("2", "Other", "Focus group", "All", "Victims", "", "2024-12-01", decision, None, None) for decision in ("taken", "not taken")]
    history = log(HELD | {"held_on": "2020-01-01"})
    found = proposals(
        rows(PLAN), rows(WEIGHED, ("1", "Evenings", "Focus group", "All", "Victims", "", "2024-12-31", "not decided", None, None), *others)
    )
    (last,) = [o for o in weigh(found, history, history, {}, frozenset()) if o.title == "Evenings"]
    assert last.load == "2 in three months"


def test_the_plan_is_weighed_too_until_it_is_decided_here():
    plan = rows(PLAN, ("Evenings", ["Focus group"], ["All"], ["Victims"], None, "2024-12-31"), ("Other", None, None, None, None, "2024-11-30"))
    decided = rows(WEIGHED, ("1", "Evenings", "Focus group", "All", "Victims", None, "2024-12-31", "taken", "Cheap", "2024-09-01"))
    found = proposals(plan, decided)
    assert list(zip(found["title"], found["decision"], strict=True)) == [("Other", "not decided"), ("Evenings", "taken")]
    options = weigh(found, log(HELD | {"held_on": "2024-05-01"}), log(HELD | {"held_on": "2024-05-01"}), {}, frozenset())
    assert headline(options) == "2 options: 1 not decided, 1 would close a gap"
    assert headline([]) == "There is nothing to weigh here yet"


def test_a_hundred_days_begin_with_the_day_of_taking_office():
    start, end, said = first_days(pd.Series(pd.to_datetime(["2020-05-13", "2024-05-09"])), date(2024, 9, 30))
    assert (start, end) == (pd.Timestamp("2024-05-09"), pd.Timestamp("2024-08-16"))
    assert said == "The Commissioner took office on 9 May 2024; the hundredth day is 16 August 2024."
    assert first_days(pd.Series([], dtype="datetime64[us]"), date(2023, 12, 1))[1] == pd.Timestamp("2024-03-09")
