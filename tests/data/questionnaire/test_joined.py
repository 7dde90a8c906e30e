from collections import Counter
from itertools import product

import pytest

from data.questionnaire.joined import parts_of_joined

OFFERED = ["Speeding (cars)", "Drugs, dealing", "Noise", "Anti-social behaviour"]


def cells(offered, without=()):
    """Every way of ticking the answers once, in their order, but for those left out."""
    ways = [[one for one, tick in zip(offered, row, strict=True) if tick] for row in product([0, 1], repeat=len(offered))]
    return Counter(" ".join(way) for way in ways if way and way not in [list(one) for one in without])


def test_answers_in_words_are_told_from_those_given_alone():
    found = parts_of_joined(cells(OFFERED))
    assert found["Speeding (cars) Noise Anti-social behaviour"] == ["Speeding (cars)", "Noise", "Anti-social behaviour"]
    assert {part for parts in found.values() for part in parts} == set(OFFERED)


def test_an_answer_that_nobody_gave_alone_is_what_the_others_leave():
    found = parts_of_joined(cells(OFFERED, without=[["Noise"]]))
    assert {part for parts in found.values() for part in parts} == set(OFFERED)


@pytest.mark.parametrize(
    "said",
    [
        ["North", "East", "North East", "South", "South East"] * 3,
        ["Very safe", "Fairly safe", "Not safe"] * 5,
        [f"We need patrol {n} at the end of our road" for n in range(9)],
        ["Yes", "No", "Yes No"],
        [],
    ],
)
def test_one_answer_a_cell_is_left_alone(said):
    assert parts_of_joined(Counter(said)) is None
