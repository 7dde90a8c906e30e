import pytest

from data.prepare import Choices, Unrecognised, prepare
from data.problems import ImportRefused
from data.profile import load
from data.sheet import Book, Sheet, sheet_of
from tests.store import book, prepared

PROFILE = load("cleveland")
LOG = [["Activity", "Date", "Area"], ["Drop-in", "14/05/2024", "Yarm"]]
OUTCOMES = [["You said", "We did", "Stage"], ["It is dark", "Lights", "Done"]]
SURVEY = [["Response ID", "Fair?", "Safe?"], ["1", "Yes", "No"]]


def test_every_sheet_that_holds_something_is_prepared():
    found = prepare(book(LOG, more={"Outcomes": OUTCOMES, "Notes": [["Just", "some"], ["more", "words"]]}), PROFILE)
    assert [(one.sheet.name, one.kind) for one in found] == [("Sheet1", "activities"), ("Outcomes", "outcomes")]


def test_hidden_sheets_are_left_alone():
    secret = sheet_of(OUTCOMES, "Staff")
    hidden = Book("x.xlsx", "0", "xlsx", (sheet_of(LOG, "Log"), Sheet("Staff", secret.cells, hidden=True)))
    assert [one.sheet.name for one in prepare(hidden, PROFILE)] == ["Log"]
    with pytest.raises(ImportRefused) as caught:
        prepare(Book("x.xlsx", "0", "xlsx", (Sheet("Staff", secret.cells, hidden=True),)), PROFILE)
    assert caught.value.code == "E_NO_TABLE"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "E_NO_TABLE"),
        ([["Activity", "Date", "Area"]], "E_NO_ROWS"),
        ([["Activity", "Date", "Area"], ["Total", "", ""]], "E_NO_ROWS"),
        ([["Wer", "Wann", "Wo"], ["a", "b", "c"]], "E_UNRECOGNISED"),
        ([["Response ID", "Name", "Your e-mail address"], ["1", "Zelda Quince", "zelda@example.com"]], "E_NO_QUESTIONS"),
    ],
)
def test_what_cannot_be_saved_is_refused_with_its_reason(rows, code):
    with pytest.raises(ImportRefused) as caught:
        prepared(rows, PROFILE)
    assert caught.value.code == code and "Zelda" not in str(caught.value)


def test_a_file_nobody_knows_may_be_said_what_it_is():
    rows = [["Wer", "Wann", "Wo"], ["Drop-in", "14/05/2024", "Yarm"]]
    with pytest.raises(Unrecognised) as caught:
        prepared(rows, PROFILE)
    assert [sheet.name for sheet in caught.value.sheets] == ["Sheet1"]
    one = prepared(rows, PROFILE, format="activity_log", fields={"title": 0, "held_on": 1})
    assert one.counted == "1 activity" and one.reading.tables["activity_areas"]["area"].tolist() == ["Stockton-on-Tees"], (
        "its other columns are told by what they hold"
    )


def test_columns_that_are_not_read_are_named():
    one = prepared([[*LOG[0], "Weather", "", "Empty"], [*LOG[1], "fine", "something", ""]], PROFILE)
    assert [(left.heading, left.cell) for left in one.left_out] == [("Weather", "D1"), ("(no heading)", "E1")]


def test_the_officers_own_settings_are_kept():
    one = prepared(SURVEY, PROFILE, name="residents 2024.csv", evidence="probability", mode="telephone", series="Panel", wave="Spring")
    assert (one.series, one.wave, one.evidence, one.mode) == ("Panel", "Spring", "probability", "telephone")
    one = prepared(SURVEY, PROFILE, name="residents 2024.csv")
    assert (one.title, one.series, one.wave, one.evidence) == ("Residents 2024", "Residents", "2024", "open")


def test_what_would_be_saved_is_counted_in_words():
    assert prepared(LOG, PROFILE).counted == "1 activity"
    assert prepared([*LOG, LOG[1]], PROFILE).counted == "2 activities"
    assert prepared(OUTCOMES, PROFILE).counted == "1 outcome"
    assert prepared(SURVEY, PROFILE).counted == "1 response to 2 questions"


def test_a_chosen_sheet_is_the_only_one_read():
    (one,) = prepare(book(LOG, more={"Outcomes": OUTCOMES}), PROFILE, Choices(sheet="Outcomes"))
    assert one.kind == "outcomes"


def test_files_with_the_same_headings_have_the_same_fingerprint():
    assert prepared(LOG, PROFILE).fingerprint == prepared([[], ["DATE", "area", "Activity "], ["14/05/2024", "Yarm", "Stall"]], PROFILE).fingerprint
