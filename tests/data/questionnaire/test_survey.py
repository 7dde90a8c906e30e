import random

import pytest

from data.ages import TOLD_IN
from data.office import open_office
from data.profile import load
from data.vocabulary import CHARACTERISTICS
from tests.store import prepared, saved, where_held

PROFILE = load("cleveland")
AREA = "Which area do you live in?"


def survey(*columns):
    """A tidy table from (heading, answers) pairs, each person numbered."""
    people = len(columns[0][1])
    return [["Response ID", *(heading for heading, _ in columns)], *([f"R{i}", *(answers[i] for _, answers in columns)] for i in range(people))]


def about(rows, **settled):
    reading = prepared(rows, PROFILE, **settled).reading
    found = reading.characteristics.astype({"category": object})
    found["category"] = found["category"].where(found["category"].notna(), None)
    return reading, {name: list(zip(part["category"], part["state"], strict=True)) for name, part in found.groupby("characteristic")}


def test_where_people_live_is_told_in_the_strategys_words():
    _, told = about(survey((AREA, ["stockton", "R&C", "Prefer not to say", ""]), ("Fair?", ["Yes", "No", "No", "Yes"])))
    assert told["area"] == [("Stockton-on-Tees", "answered"), ("Redcar and Cleveland", "answered"), (None, "prefer not to say"), (None, "no answer")]


def test_a_single_age_is_told_in_bands_and_a_refusal_stays_a_refusal():
    ages = [str(age) for age in range(16, 80, 3)] + ["Prefer not to say", ""]
    reading, told = about(survey(("What is your age?", ages), ("Fair?", ["Yes"] * len(ages))))
    assert told["age"][-2:] == [(None, "prefer not to say"), (None, "no answer")]
    assert {category for category, state in told["age"] if state == "answered"} <= set(TOLD_IN)
    # The bands a page shows for single ages were offered to nobody, so that nobody chose one is no finding.
    assert reading.offered == ()


def test_who_people_are_is_told_for_every_question_that_surely_asks_it():
    rows = survey(
        ("What is your sex?", ["Female", "Male", "Prefer not to say"]),
        ("What is your ethnic group?", ["White", "Asian or Asian British", "White"]),
        ("Do you have a disability?", ["Yes", "No", "Don't know"]),
        ("Fair?", ["Yes", "No", "Yes"]),
    )
    reading, told = about(rows)
    assert {"sex", "race", "disability"} <= set(told)
    assert set(told) <= {*CHARACTERISTICS, "area"}
    assert {question.characteristic for question in reading.questions} == {"sex", "race", "disability", ""}


def test_the_first_question_that_asks_tells_and_a_second_is_an_opinion():
    reading, told = about(survey((AREA, ["Hartlepool", "Stockton"]), ("Which area do you live in now?", ["Stockton", "Stockton"])))
    assert [question.characteristic for question in reading.questions] == ["area", ""]
    assert [category for category, _ in told["area"]] == ["Hartlepool", "Stockton-on-Tees"]


def test_the_officers_own_choice_outranks_what_was_found():
    rows = survey((AREA, ["Hartlepool", "Stockton"]), ("Where does your mother live?", ["Stockton", "Yarm"]))
    reading, told = about(rows, characteristics={2: "area"})
    assert [question.characteristic for question in reading.questions] == ["", "area"]
    assert [category for category, _ in told["area"]] == ["Stockton-on-Tees", "Stockton-on-Tees"]
    _, told = about(rows, characteristics={1: ""})
    assert "area" not in told


def test_a_question_named_by_the_officer_is_read_in_the_words_of_what_it_was_named():
    rows = survey(("What is your sex?", ["Female", "Male"]), ("Fair?", ["Yes", "No"]))
    _, told = about(rows, characteristics={1: "gender reassignment"})
    # "Female" is no category of gender reassignment, and must not become one.
    assert told == {"gender reassignment": [(None, "answered"), (None, "answered")]}
    _, told = about(survey(("Q1", ["White", "Asian or Asian British", "Don't know"]), ("Fair?", ["Yes", "No", "No"])), characteristics={1: "race"})
    assert [state for _, state in told["race"]] == ["answered", "answered", "don't know"]
    assert all(category for category, state in told["race"] if state == "answered")


def test_what_is_not_sure_is_offered_and_never_applied():
    rows = survey(("Group", ["Female", "Male", "Women's group"]), (AREA, ["Narnia", "Hartlepool", "Yarm"]))
    reading, told = about(rows)
    assert "area" not in told
    assert ("area" in {name for _, name in reading.offers}) and all(question.characteristic == "" for question in reading.questions)


def test_a_tracked_question_is_known_by_its_wording_and_only_whole_words():
    rows = survey(
        ("How much confidence do you have in the police?", ["Very confident", "Fairly confident"]),
        ("Do you feel informed about policing?", ["Yes", "No"]),
        ("Are you an uninformed? feel informedly", ["Yes", "No"]),
    )
    tracks = [question.tracks for question in prepared(rows, PROFILE).reading.questions]
    assert tracks == ["confidence", "informed", ""]


def test_a_tracked_question_is_known_after_a_page_of_explanation():
    led_up_to = "The following page explains what the Commissioner does. " * 20
    rows = survey((f"{led_up_to}How much confidence do you have in the police?", ["Very confident", "Fairly confident"]))
    assert [question.tracks for question in prepared(rows, PROFILE).reading.questions] == ["confidence"]


def test_a_survey_lasts_from_its_first_response_to_its_last():
    rows = [["Response ID", "Date submitted", "Fair?"], ["1", "14/05/2024", "Yes"], ["2", "30/04/2024", "No"], ["3", "", "No"]]
    reading = prepared(rows, PROFILE).reading
    assert (str(reading.opened_on), str(reading.closed_on)) == ("2024-04-30", "2024-05-14")


PERSONAL = {
    "Name": "Zelda Quincewood",
    "Your e-mail address": "zelda.quincewood@example.com",
    "IP Address": "192.0.2.77",
    "Contact number": "07700 900123",
    "What is your full postcode?": "TS8 9GL",
    "Date of birth": "03/02/1971",
    "Please leave your name and number": "Zelda on 07700 900123",
    "Reply to": "zq1971@example.org",
    "Campaign": "zq-campaign@example.net",
}


def test_no_personal_column_reaches_any_table_of_the_store():
    channel = dict.fromkeys(["Campaign"], "Channel")
    headings = [channel.get(heading, heading) for heading in PERSONAL]
    cells = [[f"{number}{token}" if "@" in token else token for token in PERSONAL.values()] for number in range(6)]
    ids = [f"secretid{number}" for number in range(6)]
    rows = [["Response ID", *headings, "Fair?"], *([one, *row, "Yes"] for one, row in zip(ids, cells, strict=True))]
    with open_office("cleveland", None) as store:
        saved(store, rows, PROFILE)
        for token in ["Zelda", "example.com", "example.org", "example.net", "192.0.2", "900123", "9GL", "1971", "secretid"]:
            assert where_held(store, token) == []
        assert len(store.frame("SELECT 1 FROM answers")) == 6


def test_what_was_left_out_is_named_by_its_heading_and_cell_alone():
    one = prepared(survey(("Your e-mail address", ["zelda@example.com", ""]), ("Fair?", ["Yes", "No"])), PROFILE)
    assert [(left.heading, left.cell, left.why) for left in one.left_out] == [("Your e-mail address", "B1", "personal: e-mail")]


@pytest.mark.parametrize("seed", range(20))
def test_rows_read_are_rows_kept_and_rows_set_aside(seed):
    made = random.Random(seed)
    rows = [["Response ID", "Date submitted", "Fair?", "Area"]]
    for _ in range(made.randint(1, 40)):
        kind = made.random()
        if kind < 0.15:
            rows.append([])
        else:
            rows.append(
                [
                    made.choice(["", "1", "2", "3", f"R{made.random()}"]),
                    made.choice(["", "13/05/2024"]),
                    made.choice(["Yes", "No", "-"]),
                    made.choice(["Yarm", ""]),
                ]
            )
    rows += [["Total", "", str(len(rows))]] * made.randint(0, 2)
    if all(not any(cell.strip() for cell in row) for row in rows[1:]):
        return
    reading = prepared([*rows, ["last", "", "Yes", ""]], PROFILE).reading
    assert reading.rows_read == sum(any(cell.strip() for cell in row) for row in rows[1:]) + 1
    assert reading.rows_read == reading.rows_kept + sum(aside.whole_row for aside in reading.aside)
