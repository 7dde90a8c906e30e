from datetime import date

import pytest

from data.logbook.cells import Place, read_cells
from data.logbook.fields import KINDS
from data.logbook.lists import lists
from data.profile import load

LISTS = lists(load("cleveland"))


def read(name, *texts, kind="activities", settled=None):
    field = next(field for field in KINDS[kind] if field.name == name)
    return read_cells(list(texts), Place("Log", 3, tuple(range(4, 4 + len(texts))), field), LISTS, settled or {})


def values(name, *texts, **more):
    return read(name, *texts, **more).values


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£120", 12_000),
        ("120", 12_000),
        ("1,200.50", 120_050),
        ("£ 19.99", 1_999),
        ("£1.5k", 150_000),
        ("50p", 50),
        ("0", 0),
        ("", None),
        ("TBC", None),
        ("N/A", None),
        ("free", None),
        ("-£50", None),
        ("£1m", None),
        ("9" * 400, None),
        ("about £50", None),
    ],
)
def test_money_is_kept_in_pence(text, pence):
    assert values("cost", text) == [pence]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3", 3),
        ("2.5 hrs", 2.5),
        ("30 mins", 0.5),
        ("1 day", 7.4),
        ("2 days", 14.8),
        ("3h", 3),
        ("", None),
        ("-", None),
        ("all week", None),
        ("1:30", None),
        ("9" * 400, None),
    ],
)
def test_hours_are_read_with_their_unit(text, hours):
    assert values("staff_hours", text) == [hours]


@pytest.mark.parametrize(
    ("text", "number"),
    [("100", 100), ("1,234", 1234), ("12.0", 12), ("12.5", None), ("about 50", None), ("", None), ("unknown", None), ("9" * 400, None)],
)
def test_whole_numbers_are_read_only_where_they_stand_alone(text, number):
    assert values("invited", text) == [number]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("42", (42, 42, "counted")),
        ("20+", (20, None, "at least")),
        ("50-100", (50, 100, "estimated")),
        ("about 30", (30, 30, "estimated")),
        ("under 20", (None, 19, "at most")),
        ("TBC", (None, None, "not recorded")),
        ("", (None, None, "not recorded")),
        ("0", (0, 0, "counted")),
    ],
)
def test_numbers_of_people_keep_how_they_are_known(text, count):
    assert values("participants", text) == [count]


def test_dates_are_read_day_first_for_the_whole_column():
    assert values("held_on", "13/05/2024", "03/04/2024", "", "2024-05-01") == [date(2024, 5, 13), date(2024, 4, 3), None, date(2024, 5, 1)]


def test_one_term_or_several():
    assert values("level", "Consultation", "", "engaged") == ["consult", None, "involve"]
    assert values("methods", "Focus group; Drop-in", "") == [["Focus group", "Community event"], []]


def test_several_terms_where_one_is_expected_keep_the_first_and_say_so():
    found = read("level", "Consult and involve")
    assert found.values == ["consult"]
    assert [(p.repair, p.cell, p.done) for p in found.problems] == [("one term", "D5", "read as consult")]


def test_references_come_apart():
    assert values("activity_refs", "A1, A2; A3", "Residents survey", "", kind="outcomes") == [["A1", "A2", "A3"], ["Residents survey"], []]


def test_text_is_tidied_and_never_cut():
    long = "word " * 3000
    assert values("heard", "  two\r\nlines ", "", long) == ["two lines", None, long.strip()]


@pytest.mark.parametrize(
    ("name", "text", "repair", "done"),
    [
        ("areas", "Darlington", "term:areas", "left blank"),
        ("held_on", "31/02/2024", "date", "left blank"),
        ("held_on", "soon", "date", "left blank"),
        ("cost", "free", "number", "left blank"),
        ("invited", "lots", "number", "left blank"),
        ("staff_hours", "all week", "number", "left blank"),
        ("participants", "12/05/2024", "count", "left as not recorded"),
        ("participants", "20+", "count read", "read as at least 20, at least"),
    ],
)
def test_what_could_not_be_read_is_told_with_its_cell_and_what_was_done(name, text, repair, done):
    (problem,) = read(name, text).problems
    assert (problem.repair, problem.sheet, problem.cell, problem.found, problem.done) == (repair, "Log", "D5", text, done)


@pytest.mark.parametrize("name", ["areas", "methods", "audiences", "held_on", "cost", "invited", "staff_hours", "participants"])
@pytest.mark.parametrize("text", ["TBC", "n/a", "N/A", "-", "?", "Unknown", "not recorded", " "])
def test_a_cell_that_says_it_has_nothing_to_say_is_blank_and_not_asked_about(name, text):
    found = read(name, text)
    assert found.values[0] in (None, [], (None, None, "not recorded")) and found.problems == []


def test_none_is_no_characteristic_and_no_number():
    assert read("characteristics", "None").problems == []
    assert len(read("cost", "none").problems) == 1


def test_a_repair_mends_every_cell_that_says_the_same():
    settled = {("methods", "Pigeon post"): "Website", ("methods", "Bingo"): ""}
    found = read("methods", "Pigeon post", "Focus group; Pigeon  post", "Bingo", "Carrier pigeon", "Pigeon post", settled=settled)
    assert found.values == [["Website"], ["Focus group", "Website"], [], [], ["Website"]]
    assert [(problem.cell, problem.found) for problem in found.problems] == [("D8", "Carrier pigeon")]


def test_a_repair_may_be_named_as_the_list_shows_it():
    found = read("duties", "the budget talk", settled={("duties", "the budget talk"): "Views on the budget and precept"})
    assert found.values == [["precept"]]


def test_what_the_problem_says_is_what_a_repair_is_settled_by():
    (problem,) = read(
        "methods", "  a very  long\u00a0description of how views were sought, indeed far longer than any name of a methodology ever was "
    ).problems
    found = read(
        "methods",
        "  a very  long\u00a0description of how views were sought, indeed far longer than any name of a methodology ever was ",
        settled={("methods", problem.found): "Interview"},
    )
    assert found.values == [["Interview"]] and found.problems == []


def test_the_nearest_term_is_suggested():
    (problem,) = read("areas", "Hartlepol").problems
    assert problem.suggestion == "Hartlepool"
