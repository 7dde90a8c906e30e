import pytest

from data.logbook.fields import KINDS
from data.logbook.headings import best_rows, find_heading_row, fingerprint, match_fields
from data.logbook.terms import plain
from data.sheet import sheet_of

EVERY = [pytest.param(kind, field, id=f"{kind}.{field.name}") for kind, fields in KINDS.items() for field in fields]


def templates(kind):
    return [field.heading for field in KINDS[kind]]


@pytest.mark.parametrize(("kind", "field"), EVERY)
def test_every_field_is_found_by_every_heading_however_it_is_typed(kind, field):
    for spelling in (field.heading, *field.also):
        for typed in (spelling, spelling.upper(), f"  {spelling} ", f"{spelling}:", spelling.replace(" ", "_"), spelling.replace(" ", "\u00a0")):
            assert match_fields([typed], kind) == {field.name: 0}, typed


@pytest.mark.parametrize("kind", list(KINDS))
def test_our_own_template_gives_every_field(kind):
    assert match_fields(templates(kind), kind) == {field.name: at for at, field in enumerate(KINDS[kind])}


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_two_fields_of_a_log_share_a_heading(kind):
    owner = {}
    for field in KINDS[kind]:
        for spelling in (field.heading, *field.also):
            assert owner.setdefault(plain(spelling), field.name) == field.name, spelling


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["Place", "URL", "Program", "Number of Participants", "Organizers        "], {"areas": 0, "title": 2, "participants": 3}),
        (["event_date", "event_name", "num_participants", "place"], {"held_on": 0, "title": 1, "participants": 2, "areas": 3}),
        (
            ["Ref No.", "NAME OF EVENT", "Date(s)", "District", "Target Group"],
            {"activity_ref": 0, "title": 1, "held_on": 2, "areas": 3, "audiences": 4},
        ),
        (
            ["Title", "Date held", "Method", "No. of attendees", "Officer hours", "Cost £"],
            {"title": 0, "held_on": 1, "methods": 2, "participants": 3, "staff_hours": 4, "cost": 5},
        ),
    ],
)
def test_headings_met_in_real_logs_are_understood(headings, fields):
    assert match_fields(headings, "activities") == fields


def test_the_first_of_two_columns_that_fit_a_field_has_it():
    assert match_fields(["Event", "Date", "Title"], "activities") == {"title": 0, "held_on": 1}


def test_a_long_text_is_no_heading():
    assert match_fields(["date " * 5000], "activities") == {}


def test_title_rows_and_blank_rows_above_the_headings_are_passed_over():
    rows = [
        ["Office of the Police and Crime Commissioner"],
        [],
        ["Activity log 2024/25", "", "Draft"],
        [],
        ["Activity", "Date", "Area"],
        ["Drop-in", "14/05/2024", "Hartlepool"],
    ]
    assert best_rows(sheet_of(rows), "activities") == (4, {"title": 0, "held_on": 1, "areas": 2})


def test_a_row_below_that_repeats_the_headings_is_not_preferred():
    rows = [["Activity", "Date", "Area"], ["Drop-in", "14/05/2024", "Hartlepool"], ["Activity", "Date", "Area"]]
    assert best_rows(sheet_of(rows), "activities")[0] == 0


def test_where_no_heading_is_known_the_first_row_that_could_be_headings_is_offered():
    rows = [["Our year"], [], ["Wer", "Wann", "Wo"], ["Drop-in", "14/05/2024", "Hartlepool"]]
    assert best_rows(sheet_of(rows), "activities") == (2, {})


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ([["A", "B", "C"], ["1", "2", "3"]], 0),
        ([["Title of it all"], ["A", "B", "C"], ["1", "2", "3"]], 1),
        ([["A"], ["1"]], 0),
        ([["A", "B", "C"]], None),
        ([["", ""], ["", ""]], None),
        ([["one note"], ["another note"], ["Response ID", "Q", "R", "S", "T"], ["1", "2", "3", "4", "5"]], 2),
    ],
)
def test_the_heading_row_is_the_first_mostly_filled_row_with_something_below(rows, at):
    assert find_heading_row(sheet_of(rows)) == at


def test_an_empty_sheet_has_no_heading_row():
    assert find_heading_row(sheet_of([])) is None


def test_a_fingerprint_knows_the_same_headings_in_any_order_and_spelling():
    assert fingerprint(["Activity", "Date"]) == fingerprint([" date:", "ACTIVITY"])
    assert fingerprint(["Activity", "Date"]) != fingerprint(["Activity", "Area"])
