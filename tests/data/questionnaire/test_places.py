import pytest

from data.questionnaire.places import place_named


@pytest.mark.parametrize(
    ("label", "place"),
    [("1st", 1), ("(2nd)", 2), ("_3rd_choice", 3), ("First choice", 1), ("second", 2), ("10th priority", 10), ("Third most important", 3)],
)
def test_a_place_in_a_ranking_is_named(label, place):
    assert place_named(label) == place


@pytest.mark.parametrize("label", ["", "1", "First aid", "Second home", "21st Street", "Park"])
def test_anything_else_names_none(label):
    assert place_named(label) == 0
