from analysis.check import GAP, SHOWN, UNKNOWN
from analysis.duties.gunning import consultations
from tests.analysis.made_duties import records
from tests.store import rows

COLUMNS = "outcome_id considered_by considered_on decided decided_on"
SURVEY = {"activity_ref": "A1", "title": "Survey", "survey": "Residents survey", "held_on": "2023-06-01", "ended_on": "2023-06-30"}


GIVEN = "activity_ref title what kept given_on"


def asked(*outcomes, activity=SURVEY, key_dates=(), ref="residents SURVEY", given=()):
    made = rows(COLUMNS, *outcomes)
    named = rows("outcome_id activity_ref", *((outcome[0], ref) for outcome in outcomes))
    (one,) = consultations(records(activity, key_dates=key_dates), made, named, rows(GIVEN, *given))
    return one.checks


def states(*outcomes, **more):
    return [check.state for check in asked(*outcomes, **more)]


def test_a_consultation_that_was_considered_before_the_decision_answers_three_of_the_four():
    assert states(("o", "Board", "2023-07-10", "Agreed", "2023-07-20")) == [SHOWN, UNKNOWN, SHOWN, SHOWN]


def test_a_decision_while_people_could_still_answer_is_a_gap():
    assert states(("o", "Board", "2023-06-10", "Agreed", "2023-06-30"))[0] == GAP
    assert states(("o", "Board", "2023-06-10", "Agreed", "2023-07-01"))[0] == SHOWN


def test_a_decision_before_the_answers_were_considered_is_a_gap():
    assert states(("o", "Board", "2023-07-21", "Agreed", "2023-07-20"))[3] == GAP
    assert states(("o", None, None, "Agreed", "2023-07-20"))[3] == GAP
    assert states(("o", "n/a", None, None, None))[3] == UNKNOWN


def test_a_consultation_that_no_outcome_names_cannot_be_told():
    assert states() == [UNKNOWN, UNKNOWN, SHOWN, UNKNOWN]
    assert states(activity=SURVEY | {"ended_on": None})[2] == UNKNOWN


def test_the_day_of_a_precept_stands_for_its_decision():
    precept = SURVEY | {"survey": None, "duties": ["precept"]}
    assert states(activity=precept, key_dates=[("precept set", "2023-06-30")])[0] == GAP
    assert states(activity=precept, key_dates=[("precept set", "2023-07-01")])[0] == SHOWN


def test_what_people_were_given_while_they_could_answer_is_evidence():
    found = asked(given=[("a1", "Another title", "Draft budget", "Web page", "2023-06-30")])[1]
    assert (found.state, found.words) == (SHOWN, "Draft budget given on 30 June 2023, see Web page")
    assert asked(given=[("A2", "Survey", "Draft budget", "Web page", "2023-06-30")])[1].state == UNKNOWN
    late = asked(given=[("A1", "Survey", "Draft budget", "Web page", "2023-07-01")])[1]
    assert (late.state, late.words) == (GAP, "Draft budget was given on 1 July 2023, after it closed on 30 June 2023")


def test_a_consultation_without_a_reference_is_known_by_its_title():
    assert states(activity=SURVEY | {"activity_ref": None}, given=[(None, " survey", "Leaflet", "File 3", "2023-06-01")])[1] == SHOWN


def test_only_consultations_of_the_year_are_asked_about():
    others = records(SURVEY | {"held_on": "2023-03-31"}, SURVEY | {"survey": None})
    assert consultations(others, rows(COLUMNS), rows("outcome_id activity_ref"), rows(GIVEN)) == []
