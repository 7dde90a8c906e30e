import pytest

from analysis.answered.selection import Selection

CHOSEN = Selection.of({"age": ["18 to 24", "25 to 34"], "area": ["Redcar & Cleveland"], "abc.3": ["Yes, a lot: often | daily"]})


def test_a_selection_survives_the_address():
    assert Selection.from_address(CHOSEN.address()) == CHOSEN


@pytest.mark.parametrize("text", ["", "|||", "age:", ":x", "nonsense", "%%%", "age:,,"])
def test_an_address_that_says_nothing_selects_everybody(text):
    assert not Selection.from_address(text)


def test_values_of_one_field_are_joined_by_or_and_fields_stand_side_by_side():
    said = CHOSEN.words({"age": "Age", "area": "Area", "abc.3": "How often?"})
    assert said.startswith("Age: 18 to 24 or 25 to 34; Area: Redcar & Cleveland; How often?: ")


def test_what_is_not_known_here_is_left_out():
    assert CHOSEN.only({"age": ["18 to 24"], "sex": ["Female"]}) == Selection.of({"age": ["18 to 24"]})


def test_taking_out_the_last_value_takes_out_the_field():
    one = Selection.of({"age": ["18 to 24"], "area": ["Hartlepool"]})
    assert one.replaced("age", []) == Selection.of({"area": ["Hartlepool"]})
