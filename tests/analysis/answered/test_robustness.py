"""Whether a majority holds: every way of counting worked out by hand."""

import pandas as pd

from analysis.answered.robustness import HOLDS, NOT, UNKNOWN, robustness

LABELS = {0: "Yes", 1: "No"}


def people(yes, no):
    return pd.Series({0: float(yes), 1: float(no)})


def part(**groups):
    rows = [("cell", option, name, float(n)) for name, pair in groups.items() for option, n in enumerate(pair)]
    return pd.DataFrame(rows, columns=["grain", "option", "category", "people"])


def words(found):
    return {way.name: way.word for way in found.ways}


def test_a_majority_that_holds_in_every_way_says_so():
    again = [("Without staff", people(290, 195), None, "15 left out")]
    found = robustness(people(300, 200), LABELS, again, [("In every area", part(A=(150, 90), B=(150, 110)), ["A", "B"])], 20)
    assert found.headline == "“Yes” holds in 4 of 4 ways of counting" and "has a majority" in found.claim
    assert set(words(found).values()) == {HOLDS}


def test_the_ways_in_which_it_does_not_hold_are_named():
    again = [("Weighted", people(255, 245), pd.Series({0: 240.0, 1: 260.0}), "")]
    found = robustness(people(255, 245), LABELS, again, [("In every area", part(A=(155, 90), B=(100, 155)), ["A", "B"])], 60)
    assert words(found) == {"As people answered": HOLDS, "Don't knows counted in": NOT, "Weighted": NOT, "In every area": NOT}
    assert found.headline == "“Yes” holds in 1 of 4 ways of counting"
    notes = {way.name: way.note for way in found.ways}
    assert "“No” leads" in notes["Weighted"] and "Not in B" in notes["In every area"] and "A 63%" in notes["In every area"]


def test_a_commonest_answer_without_a_majority_need_only_lead():
    found = robustness(pd.Series({0: 200.0, 1: 150.0, 2: 150.0}), {**LABELS, 2: "Perhaps"}, [], [], 100)
    assert "is the commonest answer" in found.claim and words(found)["Don't knows counted in"] == HOLDS


def test_a_way_that_is_not_possible_is_said_and_not_counted():
    found = robustness(people(300, 200), LABELS, [("Weighted", None, None, "the file has no weights.")], [], 3)
    assert found.not_possible == ("Weighted: the file has no weights.", "Don't knows counted in: fewer than 10 said so.")
    assert found.headline == "“Yes” holds in 1 of 1 ways of counting"


def test_groups_too_small_to_show_decide_nothing():
    found = robustness(
        people(300, 200), LABELS, [("Without staff", people(12, 8), None, "")], [("In every area", part(A=(290, 190), B=(5, 9)), [])], 0
    )
    assert words(found)["Without staff"] == UNKNOWN and "In every area" not in words(found)
    assert robustness(people(5, 4), LABELS, [], [], 0) is None
