from datetime import date

import pandas as pd

from analysis.planning.plan_ahead import ahead, calendar, clashes, forecast, leads, span
from tests.analysis.made_duties import activities
from tests.store import rows

TODAY = date(2024, 9, 30)
COLUMNS = "title due_from due_to status lead audiences areas"
OWN = ("Our office",)


def plan(*items):
    return rows(COLUMNS, *items)


def item(title, start, end, audiences=("Victims",), areas=("Hartlepool",), lead="Our office", status="planned"):
    return title, start, end, status, lead, list(audiences), list(areas)


def test_the_year_ahead_ends_on_the_day_before_this_day_and_leaves_out_what_is_over():
    made = plan(
        *(item(day, day, day) for day in ("2024-09-29", "2024-09-30", "2025-09-29", "2025-09-30")),
        item("held", "2024-12-01", "2024-12-01", status="held"),
        item("dropped", "2024-12-01", "2024-12-01", status="dropped"),
        item("postponed", "2024-12-01", "2024-12-01", status="postponed"),
    )
    assert list(ahead(made, TODAY)["title"]) == ["2024-09-30", "postponed", "2025-09-29"]


def test_the_calendar_has_every_month_and_marks_who_else_leads():
    coming = ahead(plan(item("Ours", "2024-12-01", "2024-12-31"), item("Theirs", "2025-02-01", "2025-02-28", lead="The force")), TODAY)
    months = calendar(coming, TODAY, OWN)
    assert [month.title for month in months][:3] == ["September 2024, from the 30th", "October 2024", "November 2024"] and len(months) == 12
    assert months[3].entries == (("Ours", "31 December", ""),)
    assert months[5].entries == (("Theirs", "28 February", "The force"),)


def test_a_year_that_begins_within_a_month_ends_within_one_and_says_which_days():
    last = calendar(ahead(plan(item("x", "2025-09-01", "2025-09-29")), TODAY), TODAY, OWN)
    assert len(last) == 13 and last[-1].title == "September 2025, to the 29th" and last[-1].entries
    assert span(TODAY) == "30 September 2024 to 29 September 2025."
    whole = calendar(ahead(plan(item("x", "2025-09-01", "2025-09-30")), date(2024, 10, 1)), date(2024, 10, 1), OWN)
    assert [month.title for month in whole][::11] == ["October 2024", "September 2025"] and len(whole) == 12 and whole[-1].entries
    leap = date(2024, 2, 29)
    assert span(leap) == "29 February 2024 to 27 February 2025."


def test_partners_and_the_force_stand_beside_the_office():
    log = rows("lead held_on", ("our office", "2024-09-01"), (None, "2024-09-01"), ("The force", "2024-09-01"), ("The force", "2023-09-29"))
    coming = ahead(plan(item("x", "2024-12-01", "2024-12-31", lead="The council")), TODAY)
    assert leads(log, coming, TODAY, OWN) == [("The office", 2, 0), ("The council", 0, 1), ("The force", 1, 0)]


def test_cover_is_counted_by_audience_and_area_and_what_is_for_all_stands_apart():
    coming = ahead(plan(item("x", "2024-12-01", "2024-12-31"), item("y", "2024-12-01", "2024-12-31", areas=["All"])), TODAY)
    year = activities({"held_on": "2024-01-01", "audiences": ["Victims", "Young people"], "areas": ["Stockton"]})
    found = forecast(coming, year, ["Victims", "Young people"], [("Hartlepool", False), ("Stockton", False), ("All", True)])
    assert found.rows == (("Victims", ((0, 1), (1, 0), (0, 1))), ("Young people", ((0, 0), (1, 0), (0, 0))))
    assert found.sentence == (
        "If all of it is held, 1 of 4 pairs of audience and area have an activity of their own in the next twelve months; 2 had one in the last. "
        "Nothing is planned for: Young people."
    )


def test_a_clash_shares_days_an_audience_and_a_place():
    base = item("One", "2024-12-01", "2024-12-31")
    cases = {
        "same days": (item("Two", "2024-12-31", "2025-01-31"), 1),
        "the day after": (item("Two", "2025-01-01", "2025-01-31"), 0),
        "another audience": (item("Two", "2024-12-31", "2025-01-31", audiences=["Businesses"]), 0),
        "another place": (item("Two", "2024-12-31", "2025-01-31", areas=["Stockton"]), 0),
        "everywhere": (item("Two", "2024-12-31", "2025-01-31", areas=["All"], lead="The force"), 1),
        "no first day": (item("Two", None, "2025-01-31"), 0),
    }
    for name, (other, many) in cases.items():
        found = clashes(ahead(plan(base, other), TODAY), ["All"], OWN)
        assert len(found) == many, name
    (clash,) = clashes(ahead(plan(base, cases["everywhere"][0]), TODAY), ["All"], OWN)
    assert (clash.days, clash.shared, clash.leads) == ("31 December 2024 to 31 December 2024", "Victims, everywhere", "The office and The force")


def test_no_plan_clashes_with_nothing():
    empty = ahead(plan().astype({"due_to": "datetime64[us]"}), TODAY)
    assert clashes(empty, ["All"], OWN) == [] and len(calendar(empty, TODAY, OWN)) == 12
    assert pd.isna(empty["due_to"]).sum() == 0
