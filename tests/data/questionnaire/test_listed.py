import random
import time

import pyarrow as pa
import pytest

from data.questionnaire.coding import code
from data.questionnaire.listed import split_listed

OPTIONS = ["Patrols", "CCTV", "Youth work", "Lighting"]


def split(cells, **how):
    return split_listed(code(pa.array(cells)), **how)


def lists(options, people, mark, seed=1, ending=""):
    made = random.Random(seed)
    return [made.sample(options, k=made.randint(1, len(options))) for _ in range(people)], mark, ending


@pytest.mark.parametrize(("mark", "ending"), [(";", ""), (";", ";"), (", ", "")])
def test_lists_in_one_cell_come_apart_again(mark, ending):
    chosen, mark, ending = lists(OPTIONS, 40, mark, ending=ending)
    found = split([mark.join(one) + ending for one in chosen])
    assert found is not None
    labels, who, option = found
    assert sorted(labels) == sorted(OPTIONS)
    back = [[labels[o] for w, o in zip(who, option, strict=True) if w == person] for person in range(40)]
    assert [sorted(one) for one in back] == [sorted(one) for one in chosen]


def test_an_option_that_holds_a_comma_stays_whole():
    options = ["Patrols, on foot", "CCTV", "Youth work", "Reshape (concat, merge, join)"]
    chosen, _, _ = lists(options, 60, ", ", seed=3)
    labels, _, _ = split([", ".join(one) for one in chosen])
    assert sorted(labels) == sorted(options)


@pytest.mark.parametrize(
    "cells",
    [
        ["Yes, definitely", "Yes, to some extent", "No, not really", "No, not at all"] * 10,
        ["Yes | Ydw", "No | Nac ydw", "Don't know | Ddim yn gwybod"] * 10,
        ["Yes, definitely", "Yes, to some extent", "No", "Don't know"] * 10,
        ["Yes, I live here", "Yes, I work here", "No", "Not sure"] * 10,
        ["Hartlepool", "Stockton", "Middlesbrough"] * 10,
        ["I feel safe, but not at night", "Officers are kind, when you see them", "More lights, please", "Nothing, thank you", "Speeding, mostly"]
        * 2,
        ["Patrols;CCTV"] * 3,
        [],
    ],
)
def test_answers_with_commas_of_their_own_are_not_lists(cells):
    assert split(cells) is None


def test_lists_known_for_sure_are_cut_however_few():
    labels, who, option = split(["A;B", "B", ""], separator=";", sure=True)
    assert labels == ["A", "B"] and who.tolist() == [0, 0, 1] and option.tolist() == [0, 1, 1]


def test_an_option_named_twice_by_one_person_counts_once():
    labels, who, _ = split(["A;A;B"], separator=";", sure=True)
    assert labels == ["A", "B"] and who.tolist() == [0, 0]


def test_a_cell_full_of_commas_and_brackets_costs_little():
    cells = [", ".join(["("] * 900) + str(i) for i in range(200)] + [", " * 20_000]
    start = time.perf_counter()
    split(cells)
    assert time.perf_counter() - start < 5
