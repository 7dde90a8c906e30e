import pytest

from data.counted.named import Unclear, named
from data.problems import ImportRefused

NAMES = [("Male", 1), ("Female", 2), ("What is your age?", 3), ("Which language?", 4), ("weight", 5), ("Q1. Confidence in the police", 6)]


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("weight", 5),
        ("WEIGHT", 5),
        ("what is your age", 3),
        ("confidence in", 6),
        ("age", 3),  # as a word of its own, before "language"
        ("langu", 4),
        ("male", 1),  # never the one inside "female"
    ],
)
def test_a_thing_is_known_by_name_then_by_case_then_by_words_then_by_letters(said, thing):
    assert named(said, NAMES, "question") == thing


def test_two_things_that_hold_the_words_are_asked_about():
    with pytest.raises(ImportRefused, match="2 questions go by") as refused:
        named("police", [*NAMES, ("Trust in the police", 7)], "question")
    assert "Trust in the police" in str(refused.value)


def test_one_thing_under_two_names_is_one():
    assert named("police", [*NAMES, ("police_q1", 6)], "question") == 6


def test_a_name_nothing_goes_by_is_answered_with_the_nearest():
    with pytest.raises(ImportRefused, match="wieght") as refused:
        named("wieght", NAMES, "column")
    assert "“weight”" in str(refused.value)


def test_a_question_goes_by_its_number_and_no_other_does():
    names = [("Q5. How good a job do they do?", (5,)), ("Q5a. Have you met them?", (6,)), ("If no at Q5, why?", (7,)), ("Q15. Age", (8,))]
    assert named("Q5", names, "question") == named("5", names, "question") == named("question 5", names, "question") == (5,)
    assert named("q5A", names, "question") == (6,)


def test_a_question_in_several_columns_outranks_each_of_them():
    names = [("Q7. What matters?", (2, 3)), ("Q7_1", (2,)), ("Q7_2", (3,))]
    assert named("Q7", names, "question") == (2, 3)
    assert named("Q7_2", names, "question") == (3,)


def test_things_of_one_name_are_told_apart_by_what_else_they_are_called():
    with pytest.raises(Unclear) as refused:
        named("Weight", [("Weight", 1), ("wt_a", 1), ("Weight", 2), ("wt_b", 2)], "column")
    assert refused.value.candidates == ("wt_a", "wt_b")
    with pytest.raises(Unclear) as refused:
        named("Why?", [("Why?", 4), ("Why?", 9)], "question", lambda at: f"column {at}")
    assert refused.value.candidates == ("column 4", "column 9")
