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
    found = parts_of_joined(cells(OFFERED, without=[["Anti-social behaviour"]]))
    assert {part for parts in found.values() for part in parts} == set(OFFERED)


@pytest.mark.parametrize("without", [[["Noise"]], [["Speeding (cars)"], ["Anti-social behaviour"]]])
def test_neither_a_single_word_nor_two_answers_may_be_made_up(without):
    assert parts_of_joined(cells(OFFERED, without=without)) is None


@pytest.mark.parametrize("words", [60, 61])
def test_a_cell_of_very_many_words_is_what_somebody_wrote(words):
    found = parts_of_joined(Counter([*(str(n) for n in range(30)), " ".join(map(str, range(20))), "x " * (words - 1) + "x"]) + cells(OFFERED))
    assert (found is None) == (words > 60)


@pytest.mark.parametrize(
    "said",
    [
        ["North", "East", "North East", "South", "South East"] * 3,
        ["Very safe", "Fairly safe", "Not safe"] * 5,
        [f"We need patrol {n} at the end of our road" for n in range(9)],
        ["Yes", "No", "Yes No"],
        [
            *["Police", "More Police", "Patrols", "More Patrols", "Street lights", "More Street lights"] * 3,
            *["More Police Patrols", "Don't know", "Nothing"] * 3,
        ],
        ["Norton", "Norton Road", "Norton Road Stockton", "Stockton", "Hartlepool", "Yarm", "Yarm Road", "Yarm Road Stockton"] * 3,
        [],
    ],
)
def test_one_answer_a_cell_is_left_alone(said):
    assert parts_of_joined(Counter(said)) is None
