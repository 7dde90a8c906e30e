"""Numbers that stand for answers are read as the words the officer gives them, as if the file had been exported with its words."""

import pytest

from data.profile import load
from data.questionnaire.code_labels import said_in
from tests.store import prepared

PROFILE = load("cleveland")
SAFE = {"1": "Very safe", "2": "Fairly safe", "3": "Fairly unsafe", "4": "Very unsafe", "9": "Don't know"}
CODES = ("1", "2", "3", "4", "9")


def reading(headings, rows, labels):
    return prepared([headings, *[[*map(str, row)] for row in rows]], PROFILE, labels=labels).reading


def under(at, words):
    return {(at, code): label for code, label in words.items()}


def labels_of(question):
    return [option.label for option in question.options]


def test_a_question_in_numbers_is_read_as_the_same_question_in_words():
    headings = ["Response ID", "Safety", "Region"]
    in_numbers = [(n, CODES[n % 5], 1 + n % 3) for n in range(40)]
    in_words = [(n, SAFE[CODES[n % 5]], 1 + n % 3) for n in range(40)]
    found, region = reading(headings, in_numbers, under(1, SAFE)).questions
    same = reading(headings, in_words, {}).questions[0]
    assert (found.kind, found.options, found.given) == (same.kind, same.options, same.given) and found.kind == "rating"
    assert {option.label: option.state for option in found.options}["Don't know"] == "don't know"
    assert region.kind == "one answer" and labels_of(region) == ["1", "2", "3"], "the other question is still one of numbers that stand for answers"


def test_what_is_left_without_words_is_still_asked_for():
    rows = [(n, CODES[n % 5], 1 + n % 3) for n in range(40)]
    assert [p.heading for p in reading(["Response ID", "Safety", "Region"], rows, under(1, SAFE)).problems] == ["Region"]
    some = reading(["Response ID", "Safety", "Region"], rows, {(1, "1"): "Very safe", (2, "1"): ""})
    assert [p.heading for p in some.problems] == ["Safety", "Region"]
    assert "Very safe" in labels_of(some.questions[0]) and some.questions[0].kind == "one answer"


def test_an_answer_nobody_gave_is_among_those_offered():
    words = {"1": "Yes", "2": "No", "3": "Not sure"}
    question = reading(["Response ID", "Q5", "Q6"], [(n, 1 + n % 2, 1 + n % 3) for n in range(30)], under(1, words)).questions[0]
    assert labels_of(question) == ["Yes", "No", "Not sure"] and question.given.num_rows == 30


def test_words_of_one_person_each_are_still_answers_that_were_offered():
    words = {str(n): f"A long sentence about place number {n} that only one person chose" for n in range(1, 25)}
    question = reading(["Response ID", "Q5", "Q6"], [(n, n, 1 + n % 3) for n in range(1, 25)], under(1, words)).questions[0]
    assert question.kind == "one answer" and len(question.options) == 24


def test_the_options_of_a_question_with_several_answers_get_their_words():
    headings = ["Response ID", "Q1", "Q2", "Q3"]
    rows = [(n, 1 + n % 2, 1 + n % 3, ["1;2", "2", "1;3"][n % 3]) for n in range(30)]
    found = reading(headings, rows, under(3, {"1": "Letter", "2": "E-mail", "3": "Letter"}))
    question = next(question for question in found.questions if question.columns[0] == 3)
    assert question.kind == "many answers" and labels_of(question) == ["Letter", "E-mail"]
    assert question.given.num_rows == 40, "who gave two numbers that mean the same gave one answer"


def test_each_statement_of_a_grid_has_its_own_words_and_is_asked_about_once():
    headings = ["Response ID", "Felt safe [at home]", "Felt safe [in town]", "Q2"]
    rows = [(n, 1 + n % 4, 1 + n % 3, 1 + n % 2) for n in range(30)]
    found = reading(headings, rows, {})
    scale = ("1", "2", "3", "4")
    assert [(one.wording, one.at, one.codes) for one in found.numbered] == [
        ("Felt safe – at home", 1, scale),
        ("Felt safe – in town", 2, scale),
        ("Q2", 3, ("1", "2")),
    ]
    assert [problem.heading for problem in found.problems] == ["Felt safe", "Q2"]


def test_what_the_officer_calls_numbers_stands_for_nothing_else_and_what_they_call_answers_may():
    headings, rows = ["Response ID", "Visits", "Q2", "Q3"], [(n, 1 + n % 5, 1 + n % 3, 1 + n % 2) for n in range(30)]
    words = under(1, {"1": "Once", "2": "Twice"})
    visits = prepared([headings, *[[*map(str, row)] for row in rows]], PROFILE, labels=words, kinds={1: "number"}).reading.questions[0]
    assert visits.kind == "number" and set(visits.given.column("number").to_pylist()) == {1.0, 2.0, 3.0, 4.0, 5.0}
    found = prepared([headings, *[[*map(str, row)] for row in rows]], PROFILE, labels=words, kinds={1: "one answer"}).reading
    assert [one.at for one in found.numbered] == [1, 2, 3] and labels_of(found.questions[0])[:2] == ["Once", "Twice"]


def test_what_a_number_means_may_tell_who_somebody_is():
    rows = [(n, 1 + n % 2, 1 + n % 3) for n in range(30)]
    found = reading(["Response ID", "What is your sex?", "Q2"], rows, under(1, {"1": "Female", "2": "Male"}))
    assert found.questions[0].characteristic == "sex" and set(found.characteristics["category"]) == {"Female", "Male"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 = Very safe\n2 = Fairly safe", {"1": "Very safe", "2": "Fairly safe"}),
        ("1: Yes\n2) No\n3. Not sure", {"1": "Yes", "2": "No", "3": "Not sure"}),
        ("1, Yes | 2, No | -99, Refused", {"1": "Yes", "2": "No", "-99": "Refused"}),
        ("1 = Yes | Ydw\n2 = No | Nac ydw", {"1": "Yes | Ydw", "2": "No | Nac ydw"}),
        ("1\tYes\n2 No", {"1": "Yes", "2": "No"}),
        ("1 =\n\n2 = \nheading", {}),
        ("1 = 18-24", {"1": "18-24"}),
        ("1 = " + "long " * 100, {"1": ("long " * 100)[:200].strip()}),
    ],
)
def test_a_list_of_numbers_and_words_is_read_as_people_write_it(text, said):
    assert {code: words.strip() for code, words in said_in(text).items()} == said
