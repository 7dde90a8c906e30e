import pytest

from data.questionnaire.states import state_of
from data.vocabulary import ANSWER_STATES


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ("Don't know", "don't know"),
        ("DON’T KNOW", "don't know"),
        ("Don't know / Not sure", "don't know"),
        ("Unsure", "don't know"),
        ("Prefer not to say", "prefer not to say"),
        ("prefer not to say.", "prefer not to say"),
        ("I'd rather not say", "prefer not to say"),
        ("N/A", "not asked"),
        ("Not applicable", "not asked"),
        ("-8 Don't know", "don't know"),
        ("9. Refused", "prefer not to say"),
        ("Don't know (spontaneous)", "don't know"),
        ("(VOL.) Don't know", "don't know"),
        ("Item not applicable", "not asked"),
        ("Not stated", "no answer"),
        ("18-24", "answered"),
        ("-1", "answered"),
        ("None", "answered"),
        ("No", "answered"),
        ("Neither agree nor disagree", "answered"),
        ("I don't know any officers by name", "answered"),
        ("", "answered"),
    ],
)
def test_ways_of_not_answering_are_told_from_answers(label, state):
    assert state_of(label) == state
    assert state in ANSWER_STATES


def test_a_long_written_answer_is_an_answer():
    assert state_of("don't know " * 1000) == "answered"
