import pytest

from data.office import open_office
from data.prepare import Choices
from data.profile import load
from data.settled.memory import forget, recall, remembered
from data.upload import keep, look
from tests.store import book

PROFILE = load("cleveland")
FOREIGN = [["Beth", "Pryd", "Ble"], ["Stondin", "14/05/2024", "Yarm"], ["Ffair", "15/05/2024", "Middlesbrogh"]]
NEXT = [["Adroddiad mis Mehefin"], ["PRYD", "ble", "Beth"], ["01/06/2024", "middlesbrogh", "Sioe"], ["02/06/2024", "Middlesbrogh", "Parti"]]
SURVEY = [
    ["Response ID", "Date submitted", "How do you rate us?", "What are you?"],
    *([f"R{i}", "14/05/2024", str(i % 5 + 1), ("Woman", "Man")[i % 2]] for i in range(12)),
]


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def settled(**more):
    return Choices(format="activity_log", sheet="Sheet1", fields={"title": 0, "held_on": 1, "areas": 2}, **more)


def test_next_months_file_needs_nothing_to_be_said_again(store):
    choices = settled(terms={("areas", "Middlesbrogh"): "Middlesbrough"})
    keep(store, look(store, PROFILE, book(FOREIGN), choices), "an officer")
    opened = look(store, PROFILE, book(NEXT, "June.csv"), Choices())
    assert not opened.unrecognised
    (one,) = opened.prepared
    assert one.reading.tables["activities"]["title"].tolist() == ["Sioe", "Parti"], "columns are known by their headings, wherever they stand"
    assert one.reading.tables["activity_areas"]["area"].tolist() == ["Middlesbrough"]
    words = " ".join(fact.words for fact in opened.recalled)
    assert "It is read as: Activity log" in words and "Activity is in the column “Beth”" in words and "“Middlesbrogh” means Middlesbrough" in words


def test_what_the_officer_says_now_outranks_what_they_said_before(store):
    keep(store, look(store, PROFILE, book(FOREIGN), settled(terms={("areas", "Middlesbrogh"): "Middlesbrough"})), "an officer")
    opened = look(store, PROFILE, book(NEXT, "June.csv"), Choices(terms={("areas", "Middlesbrogh"): "Hartlepool"}))
    assert opened.prepared[0].reading.tables["activity_areas"]["area"].tolist() == ["Hartlepool"]
    keep(store, opened, "an officer")
    again = look(store, PROFILE, book([*NEXT, ["03/06/2024", "Middlesbrogh", "Te"]], "July.csv"), Choices())
    assert set(again.prepared[0].reading.tables["activity_areas"]["area"]) == {"Hartlepool"}, "and is what is remembered"


def test_what_is_forgotten_is_asked_about_again(store):
    keep(store, look(store, PROFILE, book(FOREIGN), settled()), "an officer")
    assert remembered(store)["file_name"].tolist() == ["Made up.csv"]
    forget(store, remembered(store)["fingerprint"], "an officer")
    assert remembered(store).empty and look(store, PROFILE, book(NEXT, "June.csv"), Choices()).unrecognised


def test_a_files_own_recognition_needs_no_memory(store):
    log = [["Activity", "Date", "Area"], ["Stall", "14/05/2024", "Yarm"]]
    keep(store, look(store, PROFILE, book(log), Choices()), "an officer")
    assert remembered(store).empty


def test_kinds_characteristics_and_standing_of_a_survey_are_remembered_and_its_wave_is_not(store):
    choices = Choices(kinds={2: "one answer"}, characteristics={3: "sex"}, evidence="quota", mode="online", series="Panel", wave="Spring")
    keep(store, look(store, PROFILE, book(SURVEY), choices), "an officer")
    moved = [[row[0], row[3], row[2], row[1]] for row in SURVEY]
    moved = [moved[0], *([f"S{row[0]}", *row[1:]] for row in moved[1:])]
    (one,) = look(store, PROFILE, book(moved, "next 2025.csv"), Choices()).prepared
    assert {q.wording: (q.kind, q.characteristic) for q in one.reading.questions} == {
        "What are you?": ("one answer", "sex"),
        "How do you rate us?": ("one answer", ""),
    }
    assert (one.series, one.evidence, one.mode) == ("Panel", "quota", "online") and one.wave != "Spring"


def test_what_numbers_stand_for_is_remembered_and_may_be_taken_back(store):
    rows = [["Response ID", "Safe", "Q2"], *([f"R{n}", str(1 + n % 3), str(1 + n % 2)] for n in range(30))]
    said = {(1, "1"): "Safe", (1, "2"): "Neither", (1, "3"): "Write to ann.example@mail.example"}
    keep(store, look(store, PROFILE, book(rows), Choices(labels=said)), "an officer")
    moved = [[row[0], row[2], row[1]] for row in [rows[0], *([f"S{row[0]}", *row[1:]] for row in rows[1:])]]
    opened = look(store, PROFILE, book(moved, "next.csv"), Choices())
    assert [option.label for option in opened.prepared[0].reading.questions[1].options] == ["Safe", "Neither", "3"], (
        "never a text that names a person"
    )
    assert [fact.words for fact in opened.recalled] == ["“Safe”: 1 stands for “Safe”", "“Safe”: 2 stands for “Neither”"]
    keep(store, look(store, PROFILE, book(moved, "next.csv"), Choices(labels={(2, "1"): "", (2, "2"): ""})), "an officer")
    assert remembered(store).empty


def test_the_standing_of_a_survey_may_be_taken_back(store):
    keep(store, look(store, PROFILE, book(SURVEY), Choices(evidence="quota", mode="online", series="Panel")), "an officer")
    (one,) = look(store, PROFILE, book(SURVEY, "next.csv"), Choices(evidence="open", series="Panel")).prepared
    assert (one.evidence, one.mode) == ("open", "")


def test_two_columns_of_one_heading_are_told_apart(store):
    rows = [["Beth", "Pryd", "Beth"], ["Stondin", "14/05/2024", "Marchnad"]]
    choices = Choices(format="activity_log", sheet="Sheet1", fields={"title": 2, "held_on": 1})
    keep(store, look(store, PROFILE, book(rows), choices), "an officer")
    (one,) = look(store, PROFILE, book([*rows, ["a", "15/05/2024", "Ffair"]], "next.csv"), Choices()).prepared
    assert one.reading.tables["activities"]["title"].tolist() == ["Marchnad", "Ffair"]


def test_a_text_that_could_name_a_person_is_not_kept(store):
    choices = settled(terms={("areas", "ring 07700 900123"): "Hartlepool", ("areas", "Ble"): "Redcar"})
    keep(store, look(store, PROFILE, book(FOREIGN), choices), "an officer")
    assert store.frame("SELECT said FROM remembered WHERE about = 'term'")["said"].tolist() == ["Ble"]


def test_a_term_the_strategy_no_longer_has_is_not_applied(store):
    keep(store, look(store, PROFILE, book(FOREIGN), settled(terms={("areas", "Middlesbrogh"): "Middlesbrough"})), "an officer")
    choices, told = recall(store, book(NEXT), load("gwent"), Choices())
    assert not choices.terms and all(fact.about != "term" for fact in told)


def test_a_blank_column_more_does_not_make_a_file_unknown(store):
    keep(store, look(store, PROFILE, book(FOREIGN), settled()), "an officer")
    wider = [[*row, ""] for row in NEXT]
    assert not look(store, PROFILE, book(wider, "June.csv"), Choices()).unrecognised
