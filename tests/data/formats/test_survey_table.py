import pytest

from data.formats.survey_table import columns_of, read, recognises
from data.profile import load
from data.sheet import sheet_of
from tests.store import prepared

PROFILE = load("cleveland")


def blocks(*headings):
    return [(column.block, column.question, column.option) for column in columns_of(list(headings)) if column.role == "question"]


def test_a_heading_alone_is_a_question():
    assert blocks("How safe do you feel?", "Anything else?") == [(0, "How safe do you feel?", ""), (1, "Anything else?", "")]


@pytest.mark.parametrize("form", ["What matters? - {}", "What matters? – {}", "What matters? [{}]", "What matters? : {}", "What matters?: {}"])
def test_headings_that_share_a_question_are_one_block(form):
    found = blocks(form.format("Patrols"), form.format("CCTV"), "Anything else?")
    assert found == [(0, "What matters?", "Patrols"), (0, "What matters?", "CCTV"), (1, "Anything else?", "")]


def test_a_lone_heading_with_a_dash_is_one_question_whole():
    assert blocks("Crime - is it a problem?", "Anything else?")[0] == (0, "Crime - is it a problem?", "")


@pytest.mark.parametrize("mark", [":", " -"])
def test_a_question_under_the_title_of_its_section_is_one_of_its_own(mark):
    found = blocks(f"About you{mark} What is your age?", f"About you{mark} What is your sex?")
    assert [option for _, _, option in found] == ["", ""] and [block for block, _, _ in found] == [0, 1]


def test_the_same_question_further_on_is_another_block():
    found = blocks("Police - Fair", "Police - Kind", "Area", "Police - Seen")
    assert [block for block, _, _ in found] == [0, 0, 1, 2]


def test_the_same_heading_twice_is_two_questions():
    assert blocks("Comments", "Comments", "Area") == [(0, "Comments", ""), (1, "Comments", ""), (2, "Area", "")]


def test_a_question_that_goes_on_in_the_next_heading_is_one_block():
    found = blocks("Whom did you tell?", "Whom did you tell? - Other (please specify)")
    assert found == [(0, "Whom did you tell?", ""), (0, "Whom did you tell?", "Other (please specify)")]


@pytest.mark.parametrize(
    ("headings", "known"),
    [
        (["Response ID", "How safe do you feel?"], True),
        (["Date submitted", "How safe do you feel?", "Area"], True),
        (["Respondent", "Q1"], True),
        (["Name", "How safe do you feel?"], False),
        (["Activity", "Date", "Area"], False),
        (["Response ID", "Weight"], False),
    ],
)
def test_a_table_of_people_is_known_by_their_ids_or_times(headings, known):
    assert recognises(sheet_of([headings, ["1"] * len(headings), ["2"] * len(headings)])) == known


def test_totals_at_the_foot_are_no_respondents():
    rows = [["Response ID", "Area"], ["1", "Hartlepool"], ["2", "Stockton"], [], ["Total", "2"], ["n = 2", ""]]
    assert read(sheet_of(rows)).leave_out == (4, 5)
    reading = prepared(rows, PROFILE).reading
    assert (reading.rows_read, reading.rows_kept, [a.cell for a in reading.aside]) == (4, 2, ["row 5", "row 6"])


def test_a_tidy_table_is_read_whole():
    rows = [
        ["Residents survey 2024"],
        [],
        [
            "Response ID",
            "Date submitted",
            "Channel",
            "Which area do you live in?",
            "What matters? - Patrols",
            "What matters? - CCTV",
            "Listens [Police]",
            "Listens [Council]",
            "",
        ],
        ["R1", "13/05/2024", "Online", "Hartlepool", "Yes", "No", "Agree", "Disagree", ""],
        ["R2", "14/05/2024", "Telephone", "Stockton", "No", "Yes", "Disagree", "Agree", "a note"],
    ]
    one = prepared(rows, PROFILE)
    assert one.format == "survey_table"
    assert [(q.kind, q.battery, q.wording, q.characteristic) for q in one.reading.questions] == [
        ("one answer", "", "Which area do you live in?", "area"),
        ("many answers", "", "What matters?", ""),
        ("rating", "Listens", "Police", ""),
        ("rating", "Listens", "Council", ""),
    ]
    assert one.reading.respondents["channel"].tolist() == ["Online", "Telephone"]
    assert [(left.why, left.cell) for left in one.left_out] == [("it has no heading", "I3")]


def test_a_row_of_codes_over_a_row_of_wordings_is_one_heading():
    asked = ["", "How would you rate the police?", "Which of these have you used? - Web", "Which of these have you used? - Phone"]
    answers = [[str(n), ("Good", "Bad")[n % 2], ("Yes", "No")[n % 2], ("No", "Yes")[n % 3 == 0]] for n in range(9)]
    found = prepared([["Response ID", "Q1", "Q2_1", "Q2_2"], asked, *answers], PROFILE).reading
    assert [(q.wording, q.kind) for q in found.questions] == [
        ("How would you rate the police?", "rating"),
        ("Which of these have you used?", "many answers"),
    ]
    assert found.rows_kept == 9


def test_what_the_first_respondent_wrote_is_no_heading():
    answers = [[str(n), "What about the park and its lights?", f"How about lights number {n}?"] for n in range(5)]
    found = prepared([["Response ID", "Q1", "Q2"], *answers], PROFILE).reading
    assert found.rows_kept == 5


def test_beside_codes_the_other_columns_keep_their_own_headings():
    asked = ["Made by the system", "", "How safe do you feel in your area?", "Do you trust the police where you live?"]
    answers = [[f"R{n}", f"Ann Smith{n}", ("Safe", "Unsafe")[n % 2], ("Yes", "No")[n % 2]] for n in range(9)]
    reading = prepared([["Respondent ID", "Name", "Q1", "Q2"], asked, *answers], PROFILE).reading
    assert [q.wording for q in reading.questions] == asked[2:] and [left.heading for left in reading.left_out] == ["Name"]


def test_a_first_respondent_who_asks_for_something_stays_one():
    first = ["Please put more officers on the High Street", "Could you ask someone to call me on Monday?", "Ann Smith", "a@example.com"]
    others = [[f"What people say is number {n}", f"Nothing at all, number {n}", f"Bo Smith{n}", f"b{n}@example.com"] for n in range(9)]
    reading = prepared([["Q1", "Q2", "Name", "Email address"], first, *others], PROFILE).reading
    assert reading.rows_kept == 10 and [left.heading for left in reading.left_out] == ["Name", "Email address"]


def test_questions_under_one_title_are_folded_only_where_they_are_parts_of_one():
    assert [option for _, _, option in blocks("Crime: How safe do you feel after dark", "Crime: Have you ever contacted us")] == ["", ""]
    rows = [[str(n), ("Yes", "No")[n % 2], ("Yes", "No", "")[n % 3]] for n in range(60)]
    found = prepared([["Response ID", "Crime: I was a victim", "Crime: I reported it"], *rows], PROFILE).reading
    assert [(q.wording, q.kind, q.given.num_rows) for q in found.questions] == [
        ("I was a victim", "one answer", 60),
        ("I reported it", "one answer", 40),
    ]


def test_two_questions_named_first_and_second_are_no_ranking_where_answers_come_twice_or_differ():
    asked = ["Response ID", "How was the officer? (first)", "How was the officer? (second)"]
    twice = [[str(n), ("Kind", "Rude", "Slow")[n % 3], ("Kind", "Rude", "Slow")[n % 3] if n < 10 else ""] for n in range(90)]
    assert all(question.kind != "ranking" for question in prepared([asked, *twice], PROFILE).reading.questions)
    apart = [[str(n), ("Phone", "Email")[n % 2], ("In person", "Online")[n // 2 % 2]] for n in range(40)]
    assert all(
        question.kind != "ranking" for question in prepared([["Response ID", "contact_first", "contact_second"], *apart], PROFILE).reading.questions
    )
