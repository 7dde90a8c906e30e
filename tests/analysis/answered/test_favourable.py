from analysis.answered.favourable import most_favourable, upper
from tests.store import rows

SCALE = ["Very safe", "Fairly safe", "Fairly unsafe", "Very unsafe"]


def shares(**groups):
    return rows(
        "category answer value", *((group, answer, value) for group, values in groups.items() for answer, value in zip(SCALE, values, strict=True))
    )


def test_the_group_highest_in_the_upper_half_of_the_scale_is_found():
    found = most_favourable(shares(North=(0.1, 0.5, 0.2, 0.2), South=(0.4, 0.3, 0.2, 0.1)))
    assert found is not None and (found[0], round(found[1], 2), found[2]) == ("South", 0.7, ["Very safe", "Fairly safe"])


def test_a_group_with_a_hidden_answer_in_the_upper_half_is_passed_over():
    found = most_favourable(shares(North=(0.1, 0.5, 0.2, 0.2), South=(None, 0.9, 0.2, 0.1)))
    assert found is not None and found[0] == "North"
    assert most_favourable(shares(South=(None, 0.9, 0.2, 0.1))) is None


def test_a_scale_of_numbers_may_run_either_way_and_has_no_upper_half():
    assert upper(["1", "2", "3", "4", "5"]) == []
    assert upper(["Agree", "Neither", "Disagree"]) == ["Agree"]
