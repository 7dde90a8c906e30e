import random

import pytest

from data.questionnaire.scales import _scales, scale_order


def test_a_scale_is_put_in_its_own_order_whatever_order_it_was_met_in():
    agree = ["Strongly agree", "Tend to agree", "Neither agree nor disagree", "Tend to disagree", "Strongly disagree"]
    made = random.Random(7)
    for _ in range(20):
        met = made.sample(agree, k=len(agree))
        assert scale_order(met) == agree


def test_ways_of_not_answering_come_last_and_do_not_spoil_a_scale():
    assert scale_order(["Don't know", "Fairly safe", "Prefer not to say", "Very safe"]) == [
        "Very safe",
        "Fairly safe",
        "Don't know",
        "Prefer not to say",
    ]


def test_case_does_not_matter():
    assert scale_order(["very SAFE", "Fairly Unsafe"]) == ["very SAFE", "Fairly Unsafe"]


@pytest.mark.parametrize(
    "labels",
    [
        [],
        ["Agree"],
        ["Agree", "Don't know"],
        ["Hartlepool", "Stockton"],
        ["Agree", "Tend to agree", "Disagree"],
        ["Very safe", "Strongly agree"],
        ["Yes", "No"],
        [f"answer {i}" for i in range(5000)],
    ],
)
def test_labels_that_are_not_points_of_one_scale_have_no_order(labels):
    # "Agree" and "Tend to agree" are one point in different questionnaires: together they are not one scale.
    assert scale_order(labels) is None


@pytest.mark.parametrize(
    "labels",
    [
        ["Extremely useful", "Very useful", "Somewhat useful", "Not so useful", "Not at all useful"],
        ["Extremely familiar", "Very familiar", "Moderately familiar", "Slightly familiar", "Not familiar at all"],
        ["Very visible", "Fairly visible", "Not very visible", "Not at all visible"],
    ],
)
def test_how_much_of_one_thing_is_a_scale_whatever_the_thing(labels):
    assert scale_order([*labels[::-1], "Don't know"]) == [*labels, "Don't know"]


@pytest.mark.parametrize("labels", [["Very useful", "Not at all clear"], ["Very clear", "Fairly clear", "Not clear"], ["Very clear", "Clear"]])
def test_how_much_of_two_things_or_a_plain_no_is_none(labels):
    assert scale_order(labels) is None


@pytest.mark.parametrize("points", _scales(), ids=lambda points: next(iter(points)))
def test_every_scale_of_the_reference_list_is_known_by_its_first_spellings(points):
    first = {}
    for spelling, place in points.items():
        first.setdefault(place, spelling)
    assert len(first) >= 3
    assert scale_order(list(first.values())) is not None
