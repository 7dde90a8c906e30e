from data.logbook.repairs import TITLES, gathered, repairs
from data.problems import Problem
from data.profile import load
from tests.store import prepared

PROFILE = load("cleveland")


def problem(repair, cell, found="x", done="left blank"):
    return Problem(repair, "Log", cell, "Area", found, "expected", done)


def test_cells_that_say_the_same_are_one_repair():
    (found,) = repairs([problem("term:areas", f"C{row}", "Darlo") for row in (2, 5, 9, 11)])
    assert (found.kind, found.list, found.found, found.cells) == ("term", "areas", "Darlo", ("C2", "C5", "C9", "C11"))
    assert found.where == "C2, C5, C9 and 1 more"


def test_what_needs_an_answer_comes_first_and_the_commonest_of_it():
    met = [
        problem("count read", "D2"),
        problem("term:areas", "C2", "once"),
        problem("term:areas", "C3", "twice"),
        problem("term:areas", "C4", "twice"),
        problem("date", "B2"),
    ]
    found = repairs(met)
    assert [(one.kind, one.found) for one in found] == [("term", "twice"), ("term", "once"), ("date", "x"), ("count read", "x")]
    assert [one.told for one in found] == [False, False, False, True]


def test_the_same_words_in_two_columns_are_two_repairs():
    audience = Problem("term:audiences", "Log", "D2", "Audience", "Darlo", "expected", "left blank")
    assert len(repairs([problem("term:areas", "C2", "Darlo"), audience])) == 2


def test_every_problem_a_file_can_have_belongs_to_a_repair():
    rows = [
        ["Activity", "Date", "Level", "Area", "Number of people", "Cost"],
        ["a", "soon", "consult and involve", "Darlington", "20+", "free"],
        ["b", "03/04/2024", "consult", "Yarm", "12/05/2024", "1"],
    ]
    survey = [["Response ID", "Sex", "Area", "People at home"], *([str(n), str(n % 2), str(n % 3), ["2-5", "5-Feb"][n % 2]] for n in range(9))]
    typed = [["Timestamp", "What matters?"], *(["2024-05-13 10:00:00", said] for said in [*["Patrols", "CCTV"] * 9, "a dog warden"])]
    found = repairs(problem for cells in (rows, survey, typed) for problem in prepared(cells, PROFILE).reading.problems)
    of_logs = {"term", "date", "count", "number", "one term", "count read", "date order"}
    assert {one.kind for one in found} == of_logs | {"labels", "damaged", "own words"} == set(TITLES)


def test_nothing_wrong_needs_no_repair():
    assert repairs([]) == []


def test_what_is_not_in_a_list_is_gathered_list_by_list_the_commonest_first():
    met = [
        problem("term:areas", "C2", "once"),
        problem("term:areas", "C3", "twice"),
        problem("term:areas", "C4", "twice"),
        Problem("term:methods", "Log", "D2", "Methodologies", "Facebok", "expected", "left blank", "Facebook"),
        problem("date", "B2"),
    ]
    areas, methods = gathered(repairs(met))
    assert [one.found for one in areas.repairs] == ["twice", "once"] and areas.rows == 3
    assert areas.suggested == {} and areas.blank == {("areas", "twice"): "", ("areas", "once"): ""}
    assert methods.suggested == {("methods", "Facebok"): "Facebook"}


def test_a_row_that_holds_two_unknown_terms_is_touched_once():
    (found,) = gathered(repairs([problem("term:areas", "C2", "Mars"), problem("term:areas", "C2", "Venus")]))
    assert (len(found.repairs), found.rows) == (2, 1)
