from datetime import date
from pathlib import Path

import pytest

from data.formats import recognise, smartsurvey
from data.imports import save
from data.office import open_office
from data.prepare import prepare
from data.problems import ImportRefused
from data.profile import load
from data.reading import read_file
from data.sheet import sheet_of
from tests.store import prepared, saved, where_held

PROFILE = load("cleveland")
SHARED = (Path(__file__).resolve().parents[4] / "shared" / "exports" / "smartsurvey").resolve()

TOOL = ["UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended", "Tracking Link"]
BLANK = [""] * len(TOOL)


def person(number, *answers):
    who = [f"9000{number}", str(number), f"Zelda Quince{number}", f"zelda{number}@example.com", f"192.0.2.{number}", f"token-{number}"]
    return [*who, f"{number + 12:02}/05/2024 09:19:00", f"{number + 12:02}/05/2024 09:25:00", "Default Web Link", *answers]


ONE = [
    [*TOOL, "Q1. Where do you live?", "Q2. Is there anything else?"],
    person(1, "Hartlepool", "-"),
    person(2, "Stockton", "More lights on Church Road please, it is dark"),
]
TWO = [
    [*TOOL, "Q1. Where do you live?", "Q2. What matters?", "", ""],
    [*BLANK, "", "Patrols", "CCTV", "Other (please specify)"],
    person(1, "Hartlepool", "Yes", "No", ""),
    person(2, "Stockton", "No", "No", "Better lights"),
]
THREE = [
    [*TOOL, "Q1. Where do you live?", "Q2. How far do you agree?", "", "Q3. How often and how well?", "", "", ""],
    [*BLANK, "", "Listens", "Is fair", "Police", "", "Council", ""],
    [*BLANK, "", "", "", "How often", "How well", "How often", "How well"],
    person(1, "Hartlepool", "Agree", "Disagree", "Daily", "Good", "Weekly", "Poor"),
    person(2, "Stockton", "Strongly agree", "Agree", "Weekly", "Poor", "Daily", "Good"),
]


@pytest.mark.parametrize(("rows", "first"), [(ONE, 1), (TWO, 2), (THREE, 3)])
def test_one_two_and_three_heading_rows_are_known(rows, first):
    layout = smartsurvey.read(sheet_of(rows))
    assert layout.first_row == first and layout.heading_rows == tuple(range(first))
    one = prepared(rows, PROFILE)
    assert one.format == "smartsurvey" and one.reading.rows_read == one.reading.rows_kept == 2


def test_blank_heading_rows_are_not_respondents():
    rows = [ONE[0], [""] * len(ONE[0]), [""] * len(ONE[0]), *ONE[1:]]
    reading = prepared(rows, PROFILE).reading
    assert reading.rows_read == reading.rows_kept == 2
    assert reading.respondents["source_row"].tolist() == [4, 5]


def test_a_question_and_its_answers_are_told_apart():
    area, matters, other = prepared(TWO, PROFILE).reading.questions
    assert area.wording == "Where do you live?"
    assert matters.wording == "What matters?" and [o.label for o in matters.options] == ["Patrols", "CCTV", "Other"]
    assert other.wording == "What matters? – Other (please specify)" and other.kind == "written"


def test_a_grid_of_three_heading_rows_names_its_row_and_its_column():
    questions = prepared(THREE, PROFILE).reading.questions
    assert [(q.battery, q.wording) for q in questions[1:3]] == [("How far do you agree?", "Listens"), ("How far do you agree?", "Is fair")]
    assert [[o.label for o in q.options] for q in questions[3:5]] == [["Daily", "Weekly"], ["Good", "Poor"]]
    assert [q.wording for q in questions[3:]] == ["Police – How often", "Police – How well", "Council – How often", "Council – How well"]


def test_every_role_is_told_and_personal_columns_are_left_out():
    one = prepared(ONE, PROFILE)
    assert [left.heading for left in one.left_out] == ["Name", "Email", "IP Address", "Unique ID"]
    people = one.reading.respondents
    assert people["channel"].tolist() == ["Default Web Link"] * 2
    assert people["responded_on"].tolist() == [date(2024, 5, 13), date(2024, 5, 14)]
    assert people["complete"].all() and people["response_key"].nunique() == 2
    assert not people["response_key"].str.contains("9000").any()


def test_nothing_personal_reaches_any_table_of_the_store():
    questions = ["Q1. Where do you live?", "Q2. What is your e-mail address?", "Q3. Contact number", "Q4. Reach me"]
    rows = [[*TOOL[:8], "Secret page", *TOOL[8:], *questions]]
    for n in range(1, 7):
        rows.append([*person(n)[:8], f"hidden-{n}", "Default Web Link", "Yarm", f"zelda{n}@example.org", "07700 900123", f"q{n}@example.net"])
    with open_office("cleveland", None) as store:
        saved(store, rows, PROFILE)
        for token in ["zelda", "quince", "example.", "192.0.2", "token-", "9000", "hidden-", "900123"]:
            assert where_held(store, token) == []
        assert where_held(store, "Yarm") == ["options.label"] and where_held(store, "Default Web Link") == ["respondents.channel"]
        assert len(store.frame("SELECT 1 FROM respondents")) == 6


def test_variables_passed_in_with_the_link_are_left_out():
    rows = [[*TOOL, "Page Path", "clientID", "Q1. Is this any use?"], person(1, "/a", "Personal", "Yes"), person(2, "/b", "", "No")]
    one = prepared(rows, PROFILE)
    assert [left.heading for left in one.left_out][-2:] == ["Page Path", "clientID"]
    assert [question.wording for question in one.reading.questions] == ["Is this any use?"]


def test_a_heading_beyond_the_answers_is_padding():
    rows = [[*ONE[0], "dummy"], *ONE[1:]]
    assert len(prepared(rows, PROFILE).reading.questions) == 2


def test_an_answer_nobody_ticked_is_still_offered():
    rows = [
        [*TOOL, "Q1. What matters?", "", ""],
        [*BLANK, "Patrols", "CCTV", "Youth work"],
        person(1, "Patrols", "", ""),
        person(2, "Patrols", "CCTV", ""),
    ]
    (question,) = prepared(rows, PROFILE).reading.questions
    assert [option.label for option in question.options] == ["Patrols", "CCTV", "Youth work"]


def test_headings_that_another_program_filled_in_are_seen_through():
    rows = [
        [*TOOL, "Q1. What matters?", "Q1. What matters?", "Q2.1", "Q2.2"],
        ["Unnamed: 0_level_1", *["NA"] * (len(TOOL) - 1), "Patrols", "CCTV", "Q2.1. Listens", "Q2.2. Is fair"],
        person(1, "Yes", "No", "Agree", "Disagree"),
        person(2, "No", "Yes", "Disagree", "Agree"),
    ]
    matters, listens, fair = prepared(rows, PROFILE).reading.questions
    assert matters.kind == "many answers" and [o.label for o in matters.options] == ["Patrols", "CCTV"]
    assert (listens.battery, listens.wording, fair.wording) == ("Q2", "Listens", "Is fair")


def test_an_unfinished_response_is_kept_and_known_to_be_unfinished():
    rows = [*ONE, [*person(3)[:7], "", "Default Web Link", "Hartlepool", "-"]]
    people = prepared(rows, PROFILE).reading.respondents
    assert people["complete"].tolist() == [True, True, False]
    assert people["responded_on"].tolist()[2] == date(2024, 5, 15)


def test_title_rows_above_the_headings_are_passed_over():
    one = prepared([["Residents survey"], [], *TWO], PROFILE)
    assert one.layout.heading_rows == (2, 3) and one.reading.rows_kept == 2


def test_a_file_without_user_ids_is_refused_in_plain_words_when_called_smartsurvey():
    with pytest.raises(ImportRefused, match="UserID"):
        prepared([["Activity", "Date", "Area"], ["Drop-in", "14/05/2024", "Yarm"]], PROFILE, format="smartsurvey")


@pytest.mark.skipif(not SHARED.exists(), reason="the public SmartSurvey exports are not at hand: real files are not read")
@pytest.mark.parametrize(
    ("name", "people"),
    [("smart_survey.csv", 1), ("cars_dummy_data.csv", 500), ("gendercensus2024_head_raw_data.xlsx", 20), ("govuk_raw_test_data_3.csv", 30)],
)
def test_real_exports_give_their_respondents_and_nothing_personal(name, people):
    (one,) = prepare(read_file(name, (SHARED / name).read_bytes()), PROFILE, salt="salt")
    assert [module.NAME for module in recognise(one.sheet)] == ["SmartSurvey export"]
    assert one.reading.rows_read == one.reading.rows_kept == people
    with open_office("cleveland", None) as store:
        (receipt,) = save(store, [one], "an officer")
        headings = set(store.frame("SELECT battery, wording FROM questions").stack().str.casefold())
        assert len(store.frame("SELECT 1 FROM respondents")) == receipt.rows_kept == people
        ids = {cell for row in one.sheet.rows(one.layout.first_row, one.sheet.height) for cell in row if cell.isdecimal() and len(cell) >= 8}
        assert not ids & set(store.frame("SELECT response_key FROM respondents")["response_key"])
    assert not headings & {"name", "email", "ip", "ip address", "unique id", "id", "userid", "userno", "clientid", "page path"}
