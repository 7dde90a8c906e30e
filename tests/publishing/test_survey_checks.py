import io

from openpyxl import load_workbook

from data.prepare import prepare
from data.profile import load
from publishing.survey_checks import can_check, checks_workbook
from tests.data.made_files import LOG
from tests.store import book

PROFILE = load("cleveland")
TYPED = [["Timestamp", "Email Address", "What matters?", "When?", "Why?"]]
TYPED += [
    ["2026-05-13 10:00:00", "z@example.com", said, "1/5/2026", f"kumquat {n}"] for n, said in enumerate([*["Patrols", "CCTV"] * 9, "a dog warden"])
]


def sheets(rows):
    made = checks_workbook(prepare(book(rows), PROFILE), PROFILE.organisation.short)
    return {sheet.title: [[cell.value or "" for cell in row] for row in sheet.iter_rows()] for sheet in load_workbook(io.BytesIO(made))}


def test_each_doubt_about_a_survey_is_listed_with_its_cell_and_how_to_put_it_right():
    found = sheets(TYPED)
    listed = {row[1]: row for row in found["To check"][5:]}
    assert set(listed) == {"C1", "D2"} and found["To check"][0][0] == "2 things to look at"
    assert listed["C1"][6].startswith("1 answer typed in place of an option") and "One answer" in listed["C1"][7]
    assert listed["D2"][3] == "Day or month first?" and "2026-05-13" in listed["D2"][7]


def test_what_was_left_out_is_named_and_nothing_that_anybody_answered_is_in_it():
    found = sheets(TYPED)
    assert [row[2] for row in found["Columns left out"][1:]] == ["Email Address"]
    every = str(found)
    assert not any(word in every for word in ("kumquat", "dog warden", "z@example.com", "Patrols"))


def test_a_file_with_nothing_to_say_about_a_survey_makes_no_list():
    assert not can_check(prepare(book(LOG), PROFILE))
    assert not can_check(prepare(book([["Response ID", "How safe do you feel?"], ["R1", "Very safe"]]), PROFILE))
    assert can_check(prepare(book(TYPED), PROFILE))
