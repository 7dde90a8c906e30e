import pytest

from data.profile import load
from data.questionnaire.damaged import as_range
from tests.store import prepared

PROFILE = load("cleveland")


def reading(headings, rows):
    return prepared([headings, *[[*map(str, row)] for row in rows]], PROFILE).reading


def test_numbers_that_stand_for_answers_are_answers_and_their_labels_are_asked_for():
    found = reading(["Response ID", "Sex", "Region", "How many children?"], [(n, 1 + n % 2, 1 + n % 5, n % 4) for n in range(30)])
    assert [question.kind for question in found.questions] == ["one answer", "one answer", "number"]
    assert [(p.repair, p.cell, p.heading) for p in found.problems] == [("labels", "B1", "Sex"), ("labels", "C1", "Region")]


def test_a_question_of_numbers_among_worded_ones_is_one_of_numbers():
    found = reading(["Response ID", "Area", "Sex", "Visits"], [(n, ["Yarm", "Hart"][n % 2], ["Male", "Female"][n % 2], n % 4) for n in range(30)])
    assert [question.kind for question in found.questions] == ["one answer", "one answer", "number"] and not found.problems


@pytest.mark.parametrize(
    ("label", "was"),
    [
        ("Oct-49", "10-49"),
        ("5-Feb", "2-5"),
        ("2-May", "2-5"),
        ("10-Jun", "6-10"),
        ("20-Nov", "11-20"),
        ("2049-10-01", "10-49"),
        ("2024-02-05", "2-5"),
        ("5-Foo", ""),
        ("50-99", ""),
        ("2024-13-05", ""),
    ],
)
def test_a_range_that_became_a_date_is_read_back(label, was):
    assert as_range(label) == was


def test_a_damaged_label_is_mended_only_beside_other_ranges_and_told():
    found = reading(
        ["Response ID", "Size of firm", "Area"], [(n, ["Oct-49", "50-99", "Under 10"][n % 3], ["Yarm", "Hart"][n % 2]) for n in range(30)]
    )
    assert [option.label for option in found.questions[0].options] == ["10-49", "50-99", "Under 10"]
    assert [(problem.repair, problem.found, problem.done) for problem in found.problems] == [("damaged", "Oct-49", "read Oct-49 as 10-49")]
    alone = reading(["Response ID", "Month", "Area"], [(n, ["Oct-49", "Nov-49"][n % 2], "Yarm") for n in range(30)])
    assert [option.label for option in alone.questions[0].options] == ["Oct-49", "Nov-49"]
