"""What the survey tools write when somebody chose other settings: codes for labels, words beside an answer, several answers in a grid."""

from itertools import cycle, islice

import pytest

from data.describe import described
from data.prepare import prepare
from data.reading import read_file
from tests.data.made_platforms import PROFILE, WHEN, asked, left_out, options, read
from tests.data.made_workbooks import open_document
from tests.store import book as table

SAFE = ["Very safe", "Fairly safe", "Not safe"]
AGREE = ["Agree", "Disagree"]
LISTS = ["Patrols,CCTV", "CCTV", "Lighting,Patrols", "CCTV,Lighting", "Other (please specify)"]
OWN = ["StartDate", "EndDate", "Status", "Finished", "RecordedDate", "ResponseId", "DistributionChannel", "UserLanguage"]


def given(labels, people):
    return list(islice(cycle(labels), people))


@pytest.mark.parametrize("coded", [True, False])
def test_qualtrics_writes_several_answers_in_one_cell_beside_the_words_of_other(coded):
    names = [*OWN, "Q1", "Q2", "Q2_4_TEXT", "Q_RecaptchaScore"]
    worded = ["Start Date", "End Date", "Response Type", "Finished", "Recorded Date", "Response ID", "Distribution Channel", "User Language"]
    worded += ["How safe? - Selected Choice", "What matters? - Selected Choice", "What matters? - Other (please specify) - Text", "Q_RecaptchaScore"]
    rows = [names, worded] if coded else [worded]
    rows += [
        [WHEN, WHEN, "IP Address", "True", WHEN, f"R_{n}", "anonymous", "EN", SAFE[n % 3], LISTS[n % 5], "dogs" if n % 5 == 4 else "", "0.9"]
        for n in range(20)
    ]
    found = read(rows)
    assert asked(found) == [("one answer", "How safe?"), ("many answers", "What matters?")]
    assert set(options(found, 1)) == {"Patrols", "CCTV", "Lighting", "Other (please specify)"} and found["questions"][1]["words_beside"] == 4


def test_the_older_qualtrics_parts_a_statement_from_its_question_by_a_bare_dash():
    rows = [["V1", "V2", "V8", "V9", "V10", "Q1", "Q2_1", "Q2_2", ""]]
    rows += [["ResponseID", "ResponseSet", "StartDate", "EndDate", "Finished", "How safe?", "Agree?-Listen", "Agree?-Act well-enough", ""]]
    rows += [[f"R_{n}", "Default Response Set", WHEN, WHEN, 1, SAFE[n % 3], AGREE[n % 2], "Agree", ""] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("one answer", "How safe?"), ("matrix", "Agree?")]
    assert [part["wording"] for part in found["questions"][1]["statements"]] == ["Agree? – Listen", "Agree? – Act well-enough"]


def test_codes_of_boxes_ticked_are_asked_about_like_any_other():
    rows = [["record_id", "area", "matters___1", "matters___2", "survey_complete"], *([n, 1 + n % 4, n % 2, 1, 2] for n in range(1, 9))]
    assert [problem["where"] for problem in read(rows)["problems"]] == ["sheet Sheet1, B1", "sheet Sheet1, C1"]


def test_smartsurvey_in_one_heading_row_has_the_answer_behind_its_question():
    rows = [["UserID", "UserNo", "Started", "Ended", "Q1. How safe?", "Q2. Which? - Patrols", "Q2. Which? - CCTV", "Q3. Agree? - Listen"]]
    rows[0] += ["Q3. Agree? - Act", "Q4. Net promoter score"]
    ended = "13/05/2026 09:20:00"
    rows += [[n, n, ended, ended, SAFE[n % 3], "Patrols" if n % 2 else "-", "CCTV" if n % 3 else "-", *AGREE, n % 11] for n in range(1, 30)]
    kinds = ["one answer", "many answers", "matrix", "rating"]
    assert asked(read(rows)) == list(zip(kinds, ["How safe?", "Which?", "Agree?", "Net promoter score"], strict=True))


def test_limesurvey_codes_and_files_sent_in():
    rows = [["id", "submitdate", "lastpage", "startlanguage", "Q1", "Q1[other]", "Q2", "Q2[filecount]"]]
    rows += [[n, WHEN, 4, "en", ["A1", "A2", "-oth-"][n % 3], "dogs" if n % 3 == 2 else "", '[{"name":"zelda.jpg"}]', 1] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("one answer", "Q1")] and options(found, 0) == ["A1", "A2", "Other"]
    assert left_out(found) == {"Q2", "Q2[filecount]"}


def test_surveymonkey_in_one_heading_row_with_a_number_for_each_answer():
    rows = [["respondent_id", "collector_id", "date_created", "custom_1", "How safe?", "What matters? - Patrols", "What matters? - CCTV"]]
    rows += [[f"11406985{n:04}", 1, WHEN, "z", 1 + n % 4, 1 if n % 2 else "", 2 if n % 3 else ""] for n in range(20)]
    found = read(rows)
    assert asked(found) == [("rating", "How safe?"), ("many answers", "What matters?")]
    assert options(found, 1)[:2] == ["Patrols", "CCTV"] and "custom_1" in left_out(found)


@pytest.mark.parametrize(
    "own",
    [
        ["ID", "Ora di inizio", "Ora di completamento", "Posta elettronica", "Nome", "Ora dell'ultima modifica"],
        ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"],
        ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Senaste ändring"],
    ],
)
def test_when_an_answer_was_changed_is_no_question_in_any_language(own):
    found = read([[*own, "How safe?"], *([n, WHEN, WHEN, "anonymous", "", "", SAFE[n % 3]] for n in range(9))])
    assert asked(found) == [("one answer", "How safe?")]


def test_microsoft_forms_in_a_language_that_is_not_listed_is_known_by_its_cells():
    rows = [["ID", "開始時刻", "完了時刻", "メール", "名前", "How safe?"], *([n, WHEN, WHEN, "anonymous", "", SAFE[n % 3]] for n in range(9))]
    found = read(rows)
    assert (found["format"], asked(found)) == ("Microsoft Forms export", [("one answer", "How safe?")])
    assert "メール" in left_out(found)


def test_a_google_grid_of_boxes_has_several_answers_in_each_row():
    lists = ["Patrols, CCTV", "CCTV", "Lighting, Patrols", "CCTV, Lighting"]
    rows = [["Timestamp", "When? [Day]", "When? [Night]"], *([WHEN, lists[n % 4], lists[n % 3]] for n in range(24))]
    found = read(rows)
    assert asked(found) == [("matrix", "When?")]
    assert [part["kind"] for part in found["questions"][0]["statements"]] == ["many answers"] * 2
    assert set(options(found, 0)) == {"Patrols", "CCTV", "Lighting"}


def test_days_that_could_be_read_either_way_are_read_as_the_tools_own_times_and_told():
    rows = [["Timestamp", "Safe?", "When did you visit?"], *([f"5/{13 + n}/2026 10:00:00", SAFE[n % 3], f"5/{1 + n}/2026"] for n in range(9))]
    found = read(rows)
    assert options(found, 1) == ["May 2026"]
    assert [problem["done"] for problem in found["problems"]] == ["the whole column was read month first"]


def test_days_that_nothing_tells_about_are_read_day_first_and_told():
    rows = [["Timestamp", "Safe?", "When did you visit?"], *([WHEN, SAFE[n % 3], f"{1 + n}/5/2026"] for n in range(9))]
    found = read(rows)
    assert options(found, 1) == ["May 2026"] and [problem["repair"] for problem in found["problems"]] == ["date order"]


def test_jisc_asks_what_other_was_in_a_question_of_its_own_and_numbers_the_rows_of_a_grid():
    rows = [["Unique Response Number", "1. How safe?", "1.a. If you selected Other, please specify:", "2. Which? - Phone", "2. Which? - Other"]]
    rows[0] += ["2.a. If you selected Other, please specify:", "3.1. Listen", "3.2. Act", "4. Why?"]
    rows += [
        [
            f"12-34-{n}",
            SAFE[n % 3],
            "dogs" if n == 4 else "",
            "Phone",
            "Other" if n == 5 else "",
            "cats" if n == 5 else "",
            *AGREE,
            f"Number {n} is why",
        ]
        for n in range(9)
    ]
    found = read(rows)
    assert asked(found) == [("one answer", "How safe?"), ("many answers", "Which?"), ("matrix", "Question 3"), ("written", "Why?")]
    assert [question.get("words_beside") for question in found["questions"]] == [1, 1, None, None]


def test_jisc_by_the_numbers_of_its_questions():
    rows = [["Unique Response Number", "Q1", "Q2_1", "Q2_2", "Q3_1_a", "Q3_2_a"]]
    rows += [[f"12-34-{n}", 1 + n % 4, 1, 1 if n % 2 else "", 1 + n % 5, 1 + n % 4] for n in range(9)]
    assert asked(read(rows)) == [("one answer", "Q1"), ("many answers", "Q2"), ("matrix", "Q3")]


def test_what_a_link_passed_to_typeform_is_no_question():
    rows = [["#", "Safe?", "utm_source", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]]
    rows += [[f"a{n}", SAFE[n % 3], "leaflet", WHEN, WHEN, "n"] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("one answer", "Safe?")] and "utm_source" in left_out(found)


def test_alchemer_writes_what_was_typed_after_its_option():
    rows = [["Response ID", "Time Started", "Date Submitted", "Status", "What matters?"]]
    rows += [
        [n, WHEN, WHEN, "Complete", cell]
        for n, cell in enumerate([*given(["Patrols", "CCTV"], 20), "Other - Write In: dogs", "Other - Write In: cats"])
    ]
    found = read(rows)
    assert options(found, 0) == ["Patrols", "CCTV", "Other"] and found["questions"][0]["words_beside"] == 2


def test_what_was_typed_is_kept_without_the_name_of_its_option():
    cells = [*given(["Patrols", "CCTV"], 20), "Other - Write In: dogs", "Other (please specify): cats", "Other - bees"]
    rows = [["Timestamp", "What matters?"], *([WHEN, cell] for cell in cells)]
    beside = prepare(table(rows), PROFILE)[0].reading.questions[1]
    assert beside.given["written"].to_pylist() == ["dogs", "cats", "bees"]


def test_kobo_pictures_are_left_out():
    rows = [["start", "g/safe", "photo", "photo_URL", "_id", "_uuid", "_submission_time", "_index"]]
    rows += [[WHEN, SAFE[n % 3], f"{n}.jpg", f"https://example.org/{n}", n, f"u{n}", WHEN, n] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("one answer", "safe")] and {"photo", "photo_URL"} <= left_out(found)


def test_odk_parts_groups_by_a_dash_and_answers_by_a_stroke():
    rows = [["SubmissionDate", "meta-instanceID", "about-age", "about-issues", "about-issues/crime", "about-issues/noise", "KEY", "SubmitterName"]]
    rows += [[WHEN, f"uuid:{n}", 20 + n, "crime noise", 1, n % 2, f"uuid:{n}", "Zelda"] for n in range(30)]
    assert asked(read(rows)) == [("number", "age"), ("many answers", "issues")]


def test_snap_and_other_tables_headed_by_the_numbers_of_questions():
    rows = [["ID.name", "ID.date", "ID.completed", "Q1", "Q3_1", "Q3_2"]]
    rows += [[f"z{n}", "13/05/2026", "Yes", SAFE[n % 3], "Yes", "No" if n % 2 else "Yes"] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("one answer", "Q1"), ("many answers", "Q3")] and "ID.name" in left_out(found)


@pytest.mark.parametrize("heading", ["Response No", "Contribution ID", "Ref"])
def test_a_number_of_the_response_is_no_question(heading):
    rows = [
        [heading, "How safe do you feel?", "What would you change?"],
        *([f"C-{n}", SAFE[n % 3], f"Thing {n} at our end of town"] for n in range(9)),
    ]
    assert [wording for _, wording in asked(read(rows))] == ["How safe do you feel?", "What would you change?"]


def test_an_export_saved_again_as_text_of_two_bytes_a_letter_parted_by_tabs():
    lines = ["\t".join(row) for row in [["Timestamp", "How safe?", "Beth sy’n bwysig?"], *([WHEN, SAFE[n % 3], "tŷ; môr"] for n in range(9))]]
    book = read_file("responses.txt", "\r\n".join(lines).encode("utf-16"))
    found = described(book, prepare(book, PROFILE))
    assert (found["format"], found["respondents"]) == ("Google Forms export", 9)


def test_an_export_saved_again_by_another_office_program():
    cells = [["ID", "Start time", "Completion time", "Email", "Name", "How safe?", "What matters?"]]
    cells += [[str(n), WHEN, WHEN, "anonymous", "", SAFE[n % 3], ["Patrols;CCTV;", "CCTV;"][n % 2]] for n in range(9)]
    table = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in cells)
    book = read_file("responses.ods", open_document(f'<table:table table:name="Sheet1">{table}</table:table>'))
    found = described(book, prepare(book, PROFILE))
    assert (found["format"], asked(found)) == ("Microsoft Forms export", [("one answer", "How safe?"), ("many answers", "What matters?")])


def _cell(text):
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "<table:table-cell/>"
