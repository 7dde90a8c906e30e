import pytest

from data.counted.named import named
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
