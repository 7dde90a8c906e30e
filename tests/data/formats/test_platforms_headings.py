"""How headings say which columns are one question, which are the tool's own, and which name a place in a ranking."""

import pytest

from data.problems import ImportRefused
from tests.data.made_platforms import WHEN, asked, left_out, options, read

SAFE = ["By day", "At night", "At home"]
AGREE = ["Agree", "Disagree"]


def test_limesurvey_names_its_own_columns_by_code_and_in_words():
    rows = [["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language", "token. Access code"]]
    rows[0] += ["firstname. First name", "safe. How safe?", "act[SQ001]. Which? [Met]", "act[SQ002]. Which? [Wrote]"]
    rows += [[n, WHEN, 2, "en", f"Xy{n}abc", "Zelda", SAFE[n % 3], "Yes", "No"] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("one answer", "How safe?"), ("many answers", "Which?")]
    assert {"token. Access code", "firstname. First name"} <= left_out(found)


def test_alchemer_leaves_out_what_a_link_passed_in():
    rows = [["Response ID", "Time Started", "Date Submitted", "Status", "How safe?", "url:source", "Hidden Value: panel"]]
    rows += [[n, WHEN, WHEN, "Complete", SAFE[n % 3], f"mail{n}", "b"] for n in range(1, 9)]
    found = read(rows)
    assert asked(found) == [("one answer", "How safe?")] and left_out(found) == {"url:source", "Hidden Value: panel"}


def test_alchemer_may_ask_about_a_url():
    asks = "URL: what do you think of our website?"
    rows = [["Response ID", "Time Started", "Date Submitted", "Status", asks, "url: source", "URL Variable: panel_id", "sgUID:a-b.c"]]
    rows += [[n, WHEN, WHEN, "Complete", SAFE[n % 3], f"mail{n}", "b", "c"] for n in range(1, 9)]
    found = read(rows)
    assert [wording for _, wording in asked(found)] == [asks] and left_out(found) == {"url: source", "URL Variable: panel_id", "sgUID:a-b.c"}


def test_citizen_space_has_what_was_typed_under_a_part_of_its_own():
    rows = [["Response ID", "Submitted Date", "Which? - Options - Park", "Which? - Options - Pool", "Which? - Please specify"]]
    rows += [[f"ANON-ABC{n}-1234-{n}", WHEN, "Park" if n % 2 else "", "Pool", "zoo" if n == 3 else ""] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("many answers", "Which?")] and options(found, 0) == ["Park", "Pool"]
    assert found["questions"][0]["words_beside"] == 1


@pytest.mark.parametrize("form", ["What matters most? ({})", "What matters most? [{}]", "What matters most? - {}"])
@pytest.mark.parametrize("places", [["1st", "2nd", "3rd"], ["First choice", "Second choice", "Third choice"]])
def test_a_table_with_a_column_for_each_place_has_a_ranking(form, places):
    rows = [["Respondent ID", *map(form.format, places)]]
    rows += [[n, *[["Parks", "Roads", "Homes"], ["Roads", "Homes", "Parks"]][n % 2]] for n in range(1, 9)]
    found = read(rows)
    assert asked(found) == [("ranking", "What matters most?")] and set(options(found, 0)) == {"Parks", "Roads", "Homes"}


def test_visits_that_are_numbered_and_answered_alike_are_no_ranking():
    rows = [["Respondent ID", "How was your visit? - First", "How was your visit? - Second"], *([n, "Good", "Good"] for n in range(1, 9))]
    assert asked(read(rows)) == [("matrix", "How was your visit?")]


def test_rows_of_a_grid_may_be_lettered():
    rows = [["Respondent ID", "Q3a. Agree? - Listen", "Q3b. Agree? - Act", "Q4a. Why?"]]
    rows += [[n, AGREE[n % 2], "Agree", f"Number {n} is why we say so"] for n in range(1, 9)]
    assert asked(read(rows)) == [("matrix", "Q3. Agree?"), ("written", "Q4a. Why?")]


@pytest.mark.parametrize("heading", ["ResponseNumber", "CaseID", "Serial no"])
def test_a_number_of_the_response_may_be_written_in_one_word(heading):
    rows = [[heading, "How safe do you feel?", "What would you change?"]]
    rows += [[f"{n}", SAFE[n % 3], f"Thing {n} at our end of town"] for n in range(1, 9)]
    assert [wording for _, wording in asked(read(rows))] == ["How safe do you feel?", "What would you change?"]


def test_variables_named_in_short_say_who_answered():
    rows = [["Serial", "Weight", "Q1", "AGEBAND", "ETHNIC"]]
    rows += [[n, 0.5 + n / 10, SAFE[n % 3], ["18-34", "35-54", "55+"][n % 3], ["White British", "Asian/Asian British"][n % 2]] for n in range(1, 9)]
    assert [question.get("about_you") for question in read(rows)["questions"]] == [None, "age", "race"]


def test_variables_of_one_question_are_named_by_its_number_and_a_letter_a_place_or_other():
    rows = [["urn", "interview_date", "interviewer_id", "q1", "q1_other", "q2_1", "q2_2", "q2_other", "q3a", "q3b", "q3c", "q4_first", "q4_second"]]
    for n in range(1, 13):
        places = [["Parks", "Roads"], ["Roads", "Parks"]][n % 2]
        rows += [[n, WHEN, 7, SAFE[n % 3], "so so" if n == 4 else "", "Yes", ["Yes", "No"][n % 2], "zoo" if n == 5 else ""]]
        rows[-1] += [AGREE[n % 2], AGREE[n % 3 > 1], "Never" if n % 2 else "Always", *places]
    found = read(rows)
    kinds = [("one answer", "q1"), ("many answers", "q2"), ("matrix", "q3"), ("rating", "q3c"), ("ranking", "q4")]
    assert [(kind, wording) for kind, wording in asked(found)] == kinds
    assert [question.get("words_beside") for question in found["questions"]] == [1, 1, None, None, None]
    assert left_out(found) == {"interviewer_id"}


def test_several_answers_in_a_cell_may_be_parted_by_strokes():
    rows = [["Respondent ID", "Which?"], *([n, ["Parks|Pools", "Pools", "Gyms|Parks", "Gyms|Pools|Parks"][n % 4]] for n in range(1, 21))]
    found = read(rows)
    assert asked(found) == [("many answers", "Which?")] and set(options(found, 0)) == {"Parks", "Pools", "Gyms"}


def test_limesurvey_lists_the_files_sent_in():
    rows = [["Response ID", "Date submitted", "Last page", "Start language", "Safe?", "Send a file", "Send a file [filecount]"]]
    rows += [[n, WHEN, 2, "en", SAFE[n % 3], '[{"name":"a.pdf"}]', 1] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("one answer", "Safe?")] and {"Send a file", "Send a file [filecount]"} <= left_out(found)


OF_LIMESURVEY = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
IN_WORDS = ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]


@pytest.mark.parametrize("worded", [True, False])
def test_limesurvey_for_other_programs_and_with_its_codes_under_the_questions(worded):
    rows = [[*OF_LIMESURVEY, "safe", "act_SQ001", "act_SQ002", "sure_SQ001", "sure_SQ002", "order_1", "order_2"]]
    rows += [[n, WHEN, 2, "en", 7, SAFE[n % 3], "Yes", "No", *AGREE, *[["A", "B"], ["B", "A"]][n % 2]] for n in range(9)]
    above = [[*IN_WORDS, "How safe?", "Which?", "Which?", "Agree?", "Agree?", "Order?", "Order?"]] if worded else []
    found = read([*above, *rows])
    names = ["How safe?", "Which?", "Agree?", "Order?"] if worded else ["safe", "act", "sure", "order"]
    assert asked(found) == list(zip(["one answer", "many answers", "matrix", "ranking"], names, strict=True)) and found["respondents"] == 9


def test_limesurvey_asks_nothing_where_both_headings_are_blank():
    rows = [[*IN_WORDS, "How safe?", "", "Agree?"], [*OF_LIMESURVEY, "safe", "", "agree"]]
    rows += [[n, WHEN, 2, "en", 7, SAFE[n % 3], "x" if n == 2 else "", AGREE[n % 2]] for n in range(9)]
    assert [wording for _, wording in asked(read(rows))] == ["How safe?", "Agree?"]


def test_a_table_with_a_row_for_each_answer_is_refused():
    rows = [["Respondent ID", "Question", "Answer"]]
    rows += [[n, question, "Yes"] for n in range(1, 6) for question in ("Are you safe?", "Is it clean?")]
    with pytest.raises(ImportRefused, match="a row for each answer"):
        read(rows)
