from data.describe import described
from data.office import open_office
from data.prepare import prepare
from data.profile import load
from data.questionnaire.from_postcodes import WORDING
from tests.store import book, prepared, saved, where_held

PROFILE = load("cleveland")
ROWS = [["Response ID", "What is your postcode?", "Safe?"]] + [
    [str(n), postcode, ["Yes", "No"][n % 2]] for n, postcode in enumerate(["TS24 8BT", "ts26 9ab", "TS10 1TQ", "SW1A 1AA", "", "not saying"])
]


def test_postcodes_become_the_area_and_are_left_out():
    reading = prepared(ROWS, PROFILE).reading
    area = next(question for question in reading.questions if question.characteristic == "area")
    assert area.wording == WORDING and [option.label for option in area.options] == ["Hartlepool", "Redcar and Cleveland"]
    assert area.given["respondent"].to_pylist() == [0, 1, 2]
    assert "What is your postcode?" in {left.heading for left in reading.left_out}


def test_no_postcode_reaches_the_store():
    with open_office("cleveland", None) as store:
        saved(store, ROWS, PROFILE)
        assert where_held(store, "8bt") == where_held(store, "1tq") == []
        told = store.frame("SELECT category FROM respondent_characteristics WHERE characteristic = 'area' ORDER BY respondent")["category"]
        assert told.dropna().tolist() == ["Hartlepool", "Hartlepool", "Redcar and Cleveland"]


def test_a_question_on_the_area_itself_is_believed_before_postcodes():
    rows = [[*row, area] for row, area in zip(ROWS, ["Which area do you live in?", *["Stockton", "Hartlepool"] * 3], strict=True)]
    told = [question.wording for question in prepared(rows, PROFILE).reading.questions if question.characteristic == "area"]
    assert told == ["Which area do you live in?"]


def test_the_area_is_described_and_the_postcode_is_not():
    file = book(ROWS)
    found = described(file, prepare(file, PROFILE))
    assert [question.get("about_you") for question in found["questions"]] == [None, "area"] and "TS24" not in str(found)
