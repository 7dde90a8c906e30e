from datetime import date

import pandas as pd

from analysis.attention import lines
from analysis.ledger import headline, ledger
from tests.figures import counted, reading
from tests.store import rows

DUTIES = rows(
    "duty name act section asks every",
    ("v", "Views on policing", "Police Act 1996", "s.96", "Views.", "year"),
    ("p", "Plan", "Police Act 1996", "s.5", "Views.", "term"),
)
WINDOW = pd.DataFrame([{"year_start": date(2023, 4, 1), "end": date(2024, 3, 31), "term_start": date(2021, 5, 13)}])


def read(*activities):
    return {one["name"]: one for one in ledger(DUTIES, rows("duty title held_on", *activities), WINDOW)}


def test_a_yearly_duty_is_answered_within_the_twelve_months_both_ends_in():
    for day, met in (("2023-03-31", False), ("2023-04-01", True), ("2024-03-31", True), ("2024-04-01", False)):
        assert read(("v", "Survey", day))["Views on policing"]["met"] is met


def test_a_duty_of_the_plan_is_answered_since_the_strategy_began():
    for day, met in (("2021-05-12", False), ("2021-05-13", True)):
        assert read(("p", "Survey", day))["Plan"]["met"] is met


def test_the_last_answer_is_named_even_where_it_is_too_old():
    found = read(("v", "Old survey", "2022-05-04"))["Views on policing"]
    assert (found["met"], found["last"], found["count"], found["newest"]) == (False, "4 May 2022", 0, [])
    assert read()["Plan"]["last"] == "never recorded"


def test_the_newest_five_activities_are_named_and_one_without_a_title_is_said_to_have_none():
    found = read(*(("v", f"S{i}" if i else None, f"2023-06-{i + 1:02d}") for i in range(7)), ("v", "Later", "2024-05-01"))["Views on policing"]
    assert found["count"] == 7 and found["newest"] == [f"S{i}, {i + 1} June 2023" for i in (6, 5, 4, 3, 2)]
    assert read(("v", None, "2023-06-01"), ("p", "x", "2023-06-01"))["Views on policing"]["newest"] == ["Untitled activity, 1 June 2023"]


def test_unmet_duties_come_first_and_the_only_one_is_named():
    rows_ = ledger(DUTIES, rows("duty title held_on", ("v", "Survey", "2023-06-01")), WINDOW)
    assert [one["name"] for one in rows_] == ["Plan", "Views on policing"]
    assert headline(rows_) == "1 of 2 duties have evidence; none for plan"
    assert headline(ledger(DUTIES, rows("duty title held_on"), WINDOW)) == "0 of 2 duties have evidence"


def test_what_moved_the_wrong_way_needs_attention_before_what_has_no_figure():
    worse = reading("activities_held", counted(3), counted(4), aim="increase", title="Young people sought")
    none = reading("told_back_share", None, aim="increase")
    fine = reading("activities_held", counted(5), counted(4), aim="increase")
    first = reading("activities_held", counted(5), None, aim="increase")
    found = lines([none, worse, fine, first])
    assert [(line["tag"], line["words"]) for line in found] == [
        ("Worse", "Young people sought: 3. Down 1 on 2023/24."),
        ("No data", "Told back, 2024/25. Nothing recorded."),
    ]
    assert all(line["why"] for line in found)


def test_an_aim_missed_while_things_got_better_is_not_called_worse():
    (line,) = lines([reading("activities_held", counted(5), counted(4), aim="at least", target=10)])
    assert (line["tag"], line["kind"]) == ("Aim missed", "bad")
