import pytest

from data.office import open_office
from data.prepare import Choices
from data.profile import load
from data.upload import keep, look
from tests.data.made_files import SURVEY
from tests.store import book

PROFILE = load("cleveland")
OUTCOMES = [
    ["Reference", "You said", "We did", "Stage", "Evidence"],
    ["O1", "It is dark", "Lights", "done", ""],
    ["O2", "It is loud", "", "heard", ""],
    ["O3", "No buses", "", "heard", ""],
    ["O4", "Litter", "Bins", "done", "Minutes"],
]


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def compared(store, before, after):
    (receipt,) = keep(store, look(store, PROFILE, book(before), Choices()), "an officer")
    return look(store, PROFILE, book(after, "again.csv"), Choices(), receipt.import_id).differences["Sheet1"]


def mended(changes, rows=OUTCOMES):
    copy = [list(row) for row in rows]
    for (row, column), text in changes.items():
        copy[row][column] = text
    return copy


def test_rows_changed_and_newly_evidenced_are_said_in_one_line(store):
    found = compared(store, OUTCOMES, mended({(1, 4): "Photographs", (2, 3): "under way", (2, 2): "Signs", (3, 4): "Timetable"}))
    assert found.words == "3 rows changed, 2 outcomes newly evidenced"
    assert {(change.row, change.heading, change.before, change.after) for change in found.changes} == {
        (2, "Evidence", "", "Photographs"),
        (3, "Stage", "heard", "under way"),
        (3, "We did", "", "Signs"),
        (4, "Evidence", "", "Timetable"),
    }


def test_the_same_rows_again_are_no_difference(store):
    assert compared(store, OUTCOMES, [*OUTCOMES, ["", "", "", "", ""]]).words == "Nothing is different in the columns that are read"


def test_rows_added_and_gone_are_counted(store):
    found = compared(store, OUTCOMES, [*OUTCOMES[:3], *OUTCOMES[4:], ["O9", "Speeding", "Camera", "done", ""]])
    assert (found.same, found.changed, found.added, found.gone) == (3, 0, 1, 1)
    assert found.words == "1 row added, 1 row no longer there"


def test_rows_in_another_order_are_the_same_rows(store):
    assert compared(store, OUTCOMES, [OUTCOMES[0], *reversed(OUTCOMES[1:])]).changed == 0


def test_without_references_a_row_is_known_by_what_it_is_and_when_and_then_by_where_it_stands(store):
    log = [["Activity", "Date", "Area"], ["Stall", "14/05/2024", "Yarm"], ["Stall", "14/05/2024", "Hartlepool"], ["Fair", "15/05/2024", "Yarm"]]
    found = compared(store, log, mended({(2, 2): "Redcar", (3, 0): "Fayre"}, log))
    assert (found.same, found.changed, found.added, found.gone) == (1, 2, 0, 0)
    assert ("Activity", "Fair", "Fayre") in {(change.heading, change.before, change.after) for change in found.changes}


def test_people_newly_counted_are_said(store):
    log = [["Activity", "Date", "Number of people"], ["Stall", "14/05/2024", "TBC"], ["Fair", "15/05/2024", "about 40"]]
    found = compared(store, log, mended({(1, 2): "25", (2, 2): "41"}, log))
    assert found.words == "2 rows changed, 1 activity newly counted"
    assert {(change.before, change.after) for change in found.changes} == {("", "counted 25"), ("estimated 40", "counted 41")}


def test_a_survey_says_how_many_responses_are_new_and_gone(store):
    people = [[f"R{i}", *row[1:]] for i, row in enumerate(SURVEY[1:])] if SURVEY[0][0].casefold().startswith("resp") else SURVEY[1:]
    found = compared(store, [SURVEY[0], *people], [SURVEY[0], *people[1:], ["R999", *people[0][1:]]])
    assert (found.added, found.gone) == (1, 1)
