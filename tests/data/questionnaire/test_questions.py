import numpy as np
import pytest

from data.layout import Column, SurveyLayout
from data.questionnaire.questions import read_questions
from data.sheet import sheet_of


def read(columns, cells, kinds=None, blank=("-",)):
    """The questions of typed-in columns; `columns` are (question, option, block, hint)."""
    layout = SurveyLayout(tuple(Column(at, "question", *column) for at, column in enumerate(columns)), (0,), 0, frozenset(blank))
    sheet = sheet_of(cells)
    return read_questions(sheet, layout, np.arange(len(cells)), kinds)


def given(question):
    """Who gave what: person → labels, or (label, place), or number, or words."""
    table = question.given.to_pylist()
    said = {}
    for row in table:
        label = question.options[row["option"]].label if row["option"] is not None else row["written"]
        said.setdefault(row["respondent"], []).append((label, row["place"]) if row["place"] is not None else label)
    return said


def labels(question):
    return [option.label for option in question.options]


def test_one_answer():
    (found,) = read([("Where do you live?", "", 0, "")], [["Hartlepool"], ["-"], ["Stockton"], ["Hartlepool"]])
    assert found.kind == "one answer" and labels(found) == ["Hartlepool", "Stockton"]
    assert given(found) == {0: ["Hartlepool"], 2: ["Stockton"], 3: ["Hartlepool"]}


def test_none_is_an_answer_and_a_dash_is_none():
    (found,) = read([("Which religion?", "", 0, "")], [["None"], ["-"], ["None"], [""]])
    assert given(found) == {0: ["None"], 2: ["None"]}


def test_a_rating_stands_in_the_order_of_its_scale_with_ways_of_not_answering_last():
    (found,) = read(
        [("How safe do you feel?", "", 0, "")], [["Don't know"], ["Very unsafe"], ["fairly safe"], ["Fairly safe"], ["Fairly safe"], ["Very safe"]]
    )
    assert found.kind == "rating"
    assert labels(found) == ["Very safe", "Fairly safe", "Very unsafe", "Don't know"]
    assert [option.state for option in found.options] == ["answered", "answered", "answered", "don't know"]
    assert given(found)[2] == ["Fairly safe"]


def test_marks_from_nought_to_ten_stand_in_their_order():
    (found,) = read([("On a scale of 0 to 10, how likely are you to help?", "", 0, "")], [["10"], ["2"], ["0"], ["Prefer not to say"], ["2"]])
    assert found.kind == "rating" and labels(found) == ["0", "2", "10", "Prefer not to say"]
    assert found.options[3].state == "prefer not to say"


def test_numbers_fall_in_bands_and_keep_their_value():
    cells = [[str(n)] for n in range(0, 100, 5)] + [["Don't know"], [""]]
    (found,) = read([("How many times did you call?", "", 0, "")], cells)
    assert found.kind == "number"
    rows = found.given.to_pylist()
    assert [row["number"] for row in rows] == [float(n) for n in range(0, 100, 5)] + [None]
    assert labels(found)[-1] == "Don't know" and found.options[-1].state == "don't know"
    assert labels(found)[rows[3]["option"]] == "0 to 19"
    assert given(found)[20] == ["Don't know"] and 21 not in given(found)


def test_dates_fall_in_months():
    (found,) = read([("When was it?", "", 0, "")], [["13/05/2024"], [""], ["01/04/2024"]])
    assert found.kind == "date" and labels(found) == ["April 2024", "May 2024"]
    assert given(found) == {0: ["May 2024"], 2: ["April 2024"]}


def test_written_answers_have_no_options():
    (found,) = read([("Please tell us why", "", 0, "")], [["Because it is dark at night"], [""], ["Nobody comes when you call them"]])
    assert found.kind == "written" and found.options == ()
    assert given(found) == {0: ["Because it is dark at night"], 2: ["Nobody comes when you call them"]}


MANY = [("What matters?", "Patrols", 0, ""), ("What matters?", "CCTV", 0, ""), ("What matters?", "Youth work", 0, "")]


def test_many_answers_by_yes_and_no():
    (found,) = read(MANY, [["Yes", "No", "Yes"], ["No", "No", "No"], ["", "", ""], ["No", "Yes", "No"]])
    assert found.kind == "many answers" and labels(found) == ["Patrols", "CCTV", "Youth work", "None of these"]
    # All boxes left empty by someone who saw them is an answer; a row of blanks is none.
    assert given(found) == {0: ["Patrols", "Youth work"], 1: ["None of these"], 3: ["CCTV"]}


def test_many_answers_by_ticked_labels_keep_an_option_nobody_ticked():
    (found,) = read(MANY, [["Patrols", "", ""], ["Patrols", "CCTV", ""], ["", "", ""]])
    assert found.kind == "many answers" and labels(found) == ["Patrols", "CCTV", "Youth work"]
    assert given(found) == {0: ["Patrols"], 1: ["Patrols", "CCTV"]}


def test_only_who_ticked_none_of_these_said_so_where_it_is_offered():
    (found,) = read([*MANY[:2], ("What matters?", "None of these", 0, "")], [["Yes", "No", "No"], ["No", "No", "Yes"], ["No", "No", "No"]])
    assert labels(found) == ["Patrols", "CCTV", "None of these"]
    assert given(found) == {0: ["Patrols"], 1: ["None of these"]}


def test_words_beside_other_are_a_written_answer_and_a_choice_of_other():
    columns = [*MANY, ("What matters?", "Other (please specify)", 0, "other")]
    many, words = read(columns, [["Yes", "No", "No", ""], ["No", "No", "No", "Better lights"], ["", "", "", "Speeding"], ["", "", "", ""]])
    assert labels(many) == ["Patrols", "CCTV", "Youth work", "Other"]
    assert given(many) == {0: ["Patrols"], 1: ["Other"], 2: ["Other"]}
    assert words.kind == "written" and given(words) == {1: ["Better lights"], 2: ["Speeding"]}
    assert "Better lights" not in labels(many)


def test_an_other_nobody_chose_is_still_offered():
    (found,) = read([*MANY, ("What matters?", "Other (please specify)", 0, "other")], [["Yes", "No", "No", ""], ["No", "Yes", "No", ""]])
    assert labels(found) == ["Patrols", "CCTV", "Youth work", "Other"]


def test_someone_who_only_typed_an_answer_of_their_own_is_in_the_base_of_a_single_answer():
    columns = [("Whom did you tell?", "Answer", 0, ""), ("Whom did you tell?", "Other (please specify)", 0, "other")]
    one, words = read(columns, [["Police", ""], ["Council", ""], ["", "A neighbour"], ["Other (please specify)", "A shop"], ["", ""]])
    assert given(one) == {0: ["Police"], 1: ["Council"], 2: ["Other (please specify)"], 3: ["Other (please specify)"]}
    assert given(words) == {2: ["A neighbour"], 3: ["A shop"]}


def test_a_comment_beside_an_answer_is_no_choice_of_other():
    columns = [("Whom did you tell?", "Answer", 0, ""), ("Whom did you tell?", "Comments", 0, "other")]
    one, _ = read(columns, [["Police", ""], ["Council", ""], ["", "I forget"], ["Police", ""]])
    assert 2 not in given(one) and labels(one) == ["Police", "Council"]


def test_a_scale_of_statements_is_one_question_each_with_the_same_answers():
    columns = [
        ("How far do you agree?", "Listens", 0, ""),
        ("How far do you agree?", "Is fair", 0, ""),
        ("How far do you agree?", "Other forces are fair", 0, "other"),
    ]
    cells = [["Agree", "Disagree", "Agree"], ["Strongly agree", "", "Disagree"], ["Agree", "Don't know", "Agree"]]
    found = read(columns, cells)
    assert [question.wording for question in found] == ["Listens", "Is fair", "Other forces are fair"]
    assert {question.battery for question in found} == {"How far do you agree?"}
    assert {question.kind for question in found} == {"rating"}
    assert {tuple(labels(question)) for question in found} == {("Strongly agree", "Agree", "Disagree", "Don't know")}
    assert given(found[1]) == {0: ["Disagree"], 2: ["Don't know"]}


def test_a_ranking_keeps_each_place():
    cells = [["1", "2", "3"], ["3", "1", "2"], ["", "", ""], ["2", "1", ""]]
    (found,) = read(MANY, cells)
    assert found.kind == "ranking" and labels(found) == ["Patrols", "CCTV", "Youth work"]
    assert given(found) == {
        0: [("Patrols", 1), ("CCTV", 2), ("Youth work", 3)],
        1: [("Patrols", 3), ("CCTV", 1), ("Youth work", 2)],
        3: [("Patrols", 2), ("CCTV", 1)],
    }


def test_several_answers_in_one_cell_are_many_answers():
    cells = [["Patrols;CCTV;"], ["CCTV;"], ["Patrols;"], ["CCTV;Patrols;"], ["CCTV;"], [""]]
    (found,) = read([("What matters?", "", 0, "")], cells)
    assert found.kind == "many answers" and labels(found) == ["Patrols", "CCTV"]
    assert given(found)[3] == ["CCTV", "Patrols"] and 5 not in given(found)


def test_spellings_that_differ_in_case_are_one_option():
    (found,) = read([("Do you agree?", "", 0, "")], [["yes"], ["Yes"], ["Yes"], ["NO"]])
    assert labels(found) == ["Yes", "NO"] and given(found)[0] == ["Yes"]


@pytest.mark.parametrize("kind", ["one answer", "written", "many answers", "rating", "number", "date"])
def test_the_officers_own_kind_is_taken(kind):
    cells = [["3"], ["12"], ["45"], [""], ["7"]]
    (found,) = read([("How many?", "", 0, "")], cells, kinds={0: kind})
    assert found.kind == kind


@pytest.mark.parametrize("kind", ["many answers", "ranking", "rating"])
def test_the_officers_own_kind_of_a_block_is_taken(kind):
    cells = [["1", "2", "2"], ["2", "2", "1"]]
    found = read(MANY, cells, kinds={0: kind})
    assert found[0].kind == kind


def test_a_question_nobody_answered_is_still_a_question():
    (found,) = read([("Where do you live?", "", 0, "")], [[""], ["-"]])
    assert labels(found) == [] and given(found) == {}


def test_a_lone_column_with_a_label_is_named_by_both():
    (found,) = read([("Where do you live?", "Town", 0, "")], [["Yarm"], ["Yarm"]])
    assert found.wording == "Where do you live? – Town"
    (found,) = read([("Where do you live?", "Answer", 0, "")], [["Yarm"], ["Yarm"]])
    assert found.wording == "Where do you live?"
