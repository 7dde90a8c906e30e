import numpy as np
import pyarrow as pa

from data.layout import Column
from data.questionnaire.coding import code
from data.questionnaire.grids import fold, on_one_scale, stands_beside, ticks


def block(columns, hint=""):
    names = [Column(at, "question", "Q", option, 0, hint) for at, option in enumerate(columns)]
    return names, [code(pa.array(cells), frozenset()) for cells in columns.values()]


def test_an_options_own_label_is_a_tick():
    columns, answers = block({"Patrols": ["Patrols", "", "Patrols"], "CCTV": ["", "CCTV", ""]})
    assert fold(columns, answers) == "many answers"
    assert ticks(columns[0], answers[0]).tolist() == [True, False, True]


def test_yes_and_no_are_ticks_and_their_lack():
    columns, answers = block({"Patrols": ["Yes", "No", ""], "CCTV": ["No", "Yes", ""]})
    assert fold(columns, answers) == "many answers"
    assert ticks(columns[0], answers[0]).tolist() == [True, False, False]


def test_a_label_cut_short_by_the_platform_is_still_a_tick():
    columns, answers = block({"More officers on foot in the town centre": ["More officers on foot in", ""], "CCTV": ["", "CCTV"]})
    assert fold(columns, answers) == "many answers"
    assert ticks(columns[0], answers[0]).tolist() == [True, False]


def test_statements_on_one_scale_are_statements():
    columns, answers = block({"Listens": ["Agree", "Disagree"], "Is fair": ["Disagree", "Agree"]})
    assert fold(columns, answers) == "statements"


def test_yes_and_no_under_what_the_platform_calls_statements_are_statements():
    columns, answers = block({"Listens": ["Yes", "No"], "Is fair": ["No", "Yes"]}, hint="statement")
    assert fold(columns, answers) == "statements"


def test_numbers_that_no_one_gives_twice_are_a_ranking():
    columns, answers = block({"Patrols": ["1", "3", "2"], "CCTV": ["2", "1", "3"], "Youth work": ["3", "2", "1"]})
    assert fold(columns, answers) == "ranking"


def test_marks_out_of_five_that_people_repeat_are_no_ranking():
    made = np.random.default_rng(4)
    columns, answers = block({name: [str(mark) for mark in made.integers(1, 6, 50)] for name in "ABCDE"})
    assert fold(columns, answers) == "statements"


def test_words_typed_beside_the_answers_stand_beside_them():
    _, answers = block({"Patrols": ["Patrols", ""], "CCTV": ["", "CCTV"], "Other (please specify)": ["Better lights", ""]})
    other = Column(2, "question", "Q", "Other (please specify)", 0, "other")
    assert stands_beside(other, answers[2], answers[:2])


def test_a_tick_or_a_point_of_the_scale_under_other_is_one_more_answer():
    _, ticked = block({"Patrols": ["Yes", "No"], "CCTV": ["No", "Yes"], "Other": ["No", "Yes"]})
    _, placed = block({"Police": ["Good", "Poor"], "Council": ["Poor", "Good"], "Other services": ["Poor", "Poor"]})
    other = Column(2, "question", "Q", "Other", 0, "other")
    assert not stands_beside(other, ticked[2], ticked[:2])
    assert not stands_beside(other, placed[2], placed[:2])


def test_yes_typed_in_the_comments_beside_a_single_answer_is_a_comment():
    _, answers = block({"Answer": ["Yes", "No"], "Comments": ["yes", ""]})
    assert stands_beside(Column(1, "question", "Q", "Comments", 0, "other"), answers[1], answers[:1])


def test_statements_that_share_no_answer_are_on_scales_of_their_own():
    _, answers = block(
        {"How often": ["Daily", "Weekly"], "How well": ["Well", "Badly"], "How often at night": ["Weekly", "Don't know"], "Nobody said": ["", ""]}
    )
    assert on_one_scale(answers) == [[1], [0, 2, 3]]


def test_points_of_a_known_scale_are_on_one_scale_though_no_two_people_agree():
    _, answers = block({"Listens": ["Strongly agree"], "Is fair": ["Disagree"]})
    assert on_one_scale(answers) == [[0, 1]]
