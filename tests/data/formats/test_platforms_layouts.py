"""Layouts that the survey tools write now and then: records in several rows, marks and timings beside the answers, older and newer spellings."""

import pytest

from data.prepare import prepare
from tests.data.made_platforms import PROFILE, WHEN, asked, left_out, options, read
from tests.store import book

SAFE = ["Very safe", "Fairly safe", "Not safe"]


def test_a_redcap_record_with_repeats_of_a_form_is_one_respondent_with_all_its_answers():
    rows = [["record_id", "redcap_repeat_instrument", "redcap_repeat_instance", "safe", "matters___1", "matters___2", "survey_complete"]]
    rows[0] += ["visit_note", "visit_complete"]
    for n in range(1, 7):
        rows += [[n, "", "", SAFE[n % 3], n % 2, 1, 2, "", ""]]
        rows += [[n, "visit", 1, "", 0, 0, "", "late", 2], [n, "visit", 2, "", "", "", "", "on time", 2]]
    found = read(rows)
    assert (found["respondents"], found["rows_aside"]) == (6, 12)
    assert [(question["wording"], question["answered"]) for question in found["questions"]] == [("safe", 6), ("matters", 6), ("visit_note", 6)]
    assert options(found, 2) == ["on time"]


def test_a_redcap_survey_that_was_given_twice_counts_its_newest_answers():
    rows = [["Record ID", "Repeat Instrument", "Repeat Instance", "How safe?", "Which? (choice=A)", "Which? (choice=B)", "Complete?"]]
    rows += [[n, "Survey", k, ["Very safe", "Not safe"][k - 1], "Checked", "Unchecked", "Complete"] for n in range(1, 6) for k in (1, 2)]
    found = read(rows)
    assert found["respondents"] == 5 and options(found, 0) == ["Not safe"]


def test_limesurvey_by_the_numbers_of_its_questions_and_without_its_timings():
    rows = [["id", "submitdate", "lastpage", "startlanguage", "seed", "12X3X4", "12X3X5SQ001", "12X3X5SQ002", "12X3X6SQ001", "12X3X6SQ002"]]
    rows[0] += ["interviewtime", "groupTime3", "12X3X4Time"]
    rows += [[n, WHEN, 4, "en", 1, SAFE[n % 3], "Y", "Y" if n % 2 else "", "Agree", "Disagree", "123.4", "12.2", "3.3"] for n in range(9)]
    assert [kind for kind, _ in asked(read(rows))] == ["one answer", "many answers", "matrix"]


def test_limesurvey_names_the_places_of_a_ranking():
    rows = [["Response ID", "Date submitted", "Last page", "Start language", "Put in order [Rank 1]", "Put in order [Rank 2]", "Group time: Intro"]]
    rows += [[n, WHEN, 4, "en", *[["A", "B"], ["B", "A"]][n % 2], "12.2"] for n in range(9)]
    assert asked(read(rows)) == [("ranking", "Put in order")]


def test_typeform_leads_each_answer_with_a_stroke():
    rows = [["#", "What matters?", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]]
    rows += [[f"a{n}", [" / Patrols / CCTV", " / CCTV"][n % 2], WHEN, WHEN, "n"] for n in range(6)]
    found = read(rows)
    assert asked(found) == [("many answers", "What matters?")] and options(found, 0) == ["Patrols", "CCTV"]


def test_a_google_quiz_has_marks_that_nobody_answered():
    rows = [["Timestamp", "Score", "How safe?", "How safe? [Score]", "How safe? [Feedback]"]]
    rows += [[WHEN, "1 / 2", SAFE[n % 3], "1.00 / 1", "--"] for n in range(9)]
    assert asked(read(rows)) == [("one answer", "How safe?")]


def test_contact_details_that_surveymonkey_asks_for_in_fields_are_left_out_whole():
    fields = ["Name", "Company", "Address", "City/Town", "ZIP/Postal Code", "Email Address", "Phone Number"]
    rows = [["Respondent ID", "Collector ID", "Your details", *[""] * 6, "Safe?"], ["", "", *fields, "Response"]]
    person = ["Zelda Quince", "Acme", "1 High St", "Yarm", "TS15 9AB", "z@example.com", "01642 123456"]
    rows += [[f"11406985{n:04}", "4", *person, SAFE[n % 3]] for n in range(9)]
    found = read(rows)
    assert {f"Your details – {field}" for field in fields if field != "City/Town"} <= left_out(found)
    assert "Acme" not in str(found["questions"])


def test_an_answer_may_stand_under_its_question_and_a_part_that_never_changes():
    rows = [["Response ID", "Submitted", "5: What matters? - Pick - Patrols", "5: What matters? - Pick - CCTV", "Late response?"]]
    rows += [[f"ANON-ABC{n}-1234-{n}", WHEN, "Patrols" if n % 2 else "", "CCTV", ""] for n in range(6)]
    found = read(rows)
    assert asked(found) == [("many answers", "5: What matters?")] and options(found, 0) == ["Patrols", "CCTV"]


def test_odk_codes_are_told_in_a_small_file():
    rows = [["SubmissionDate", "meta-instanceID", "you-issues", "KEY", "SubmitterName"]]
    rows += [[WHEN, f"uuid:{n}", ["crime noise", "crime", "noise roads"][n % 3], f"uuid:{n}", "Zelda"] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("many answers", "issues")] and options(found, 0) == ["crime", "noise", "roads"]


@pytest.mark.parametrize("kept", [1, 3000])
def test_one_row_or_thousands(kept):
    rows = [["ID", "Start time", "Completion time", "Email", "Name", "How safe?"]]
    rows += [[n, WHEN, WHEN, "anonymous", "", SAFE[n % 3]] for n in range(kept)]
    assert read(rows)["respondents"] == kept


def test_rows_longer_than_their_headings_leave_a_file_with_its_own_tool():
    rows = [
        ["Timestamp", "How safe?", "Why?"],
        *([f"2024-08-{n + 10} 10:00:00", SAFE[n % 3], *(["a", "b", "c"] if n % 3 == 0 else [])] for n in range(9)),
    ]
    found = read(rows)
    assert (found["format"], found["respondents"]) == ("Google Forms export", 9)


def test_responses_are_read_beside_a_sheet_of_what_the_tool_counted():
    rows = [["Respondent ID", "Collector ID", "Safe?", "Why?"], ["", "", "Response", "Open-Ended Response"]]
    rows += [[f"11406985{n:04}", "4", SAFE[n % 3], f"Because of number {n} there"] for n in range(9)]
    file = book(rows, more={"Question 1": [["Safe?"], ["Answer Choices", "Responses"], ["Very safe", "3"]]})
    (one,) = prepare(file, PROFILE)
    assert (one.sheet.name, one.reading.rows_kept) == ("Sheet1", 9)
