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
