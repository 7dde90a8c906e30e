import pytest

from data import formats
from data.logbook.guessing import guess_fields
from data.prepare import Choices, prepare
from data.profile import load
from data.sheet import sheet_of
from tests.store import book

PROFILE = load("cleveland")
ROWS = [
    ["Beth", "Pryd", "Ble", "Faint"],
    ["Stondin", "14/05/2024", "Yarm", "20+"],
    ["Ffair", "15/05/2024", "Middlesbrough", "tua 30"],
    ["Te", "16/05/2024", "Hartlepool", "12"],
]


def guessed(rows, format_name="activity_log"):
    sheet = sheet_of(rows)
    return guess_fields(sheet, formats.named(format_name).read(sheet), PROFILE).fields


def test_columns_without_known_headings_are_told_by_what_stands_in_them():
    assert guessed(ROWS) == {"title": 0, "held_on": 1, "areas": 2, "participants": 3}


def test_a_column_found_by_its_heading_stays_what_it_is():
    rows = [["Pryd", "Activity", "X"], *([day, name, "Stockton"] for name, day, *_ in ROWS[1:])]
    assert guessed(rows) == {"title": 1, "held_on": 0, "areas": 2}


def test_numbers_alone_are_no_name_and_a_blank_column_is_nothing():
    assert "title" not in guessed([["A", "B"], ["1", ""], ["2", ""]])


def test_a_file_whose_kind_the_officer_names_is_read_at_once():
    (one,) = prepare(book(ROWS), PROFILE, Choices(format="activity_log"))
    assert one.reading.rows_kept == 3 and one.reading.tables["activities"]["title"].tolist() == ["Stondin", "Ffair", "Te"]


@pytest.mark.parametrize(("fields", "title"), [({"title": 3}, "20+"), ({"held_on": -1}, "Stondin")])
def test_what_the_officer_says_outranks_a_guess(fields, title):
    (one,) = prepare(book(ROWS), PROFILE, Choices(format="activity_log", fields=fields))
    assert one.reading.tables["activities"]["title"].iloc[0] == title
    assert one.layout.fields["areas"] == 2


def test_what_is_known_by_its_headings_is_not_guessed_at():
    rows = [["Activity", "Date", "Beth", "Ref"], *([name, day, place, "x"] for name, day, place, _ in ROWS[1:])]
    (one,) = prepare(book(rows), PROFILE, Choices(format="activity_log"))
    assert "areas" not in one.layout.fields
