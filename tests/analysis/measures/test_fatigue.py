"""The signs of fatigue, one by one, each counted by hand; overlapping fieldwork, near-duplicate questions, loops never closed."""

from datetime import date

import pandas as pd
import pytest

from analysis.measure import compute
from analysis.planning.load_findings import headline, lead, named, panel, survey_findings
from analysis.planning.loops import Loops, loops
from analysis.planning.near_questions import likeness, near_questions, runs_of
from analysis.planning.overlaps import overlapping, twice_by_others
from data.counted.survey_quality import survey_quality
from data.profile import load
from tests.analysis.typed_log import one
from tests.figures import counted, published, reading
from tests.oracles.reference_values import expected, given, needs_reference
from tests.store import filled, history_of, rows

CLEVELAND = load("cleveland")

OPEN = rows(
    "activity_id activity_ref title held_on ended_on lead partner survey level",
    ("a", "A1", "Residents survey", "2026-05-01", "2026-05-10", "Office", None, "Residents survey 2026", "consult"),
    ("b", "A2", "Road safety survey", "2026-05-08", "2026-05-20", "Office", None, None, "consult"),
    ("c", "A3", "Stall", "2026-05-09", None, "Force", None, None, "consult"),
    ("d", "A4", "Newsletter", "2026-05-01", None, "Office", None, None, "inform"),
    ("e", "A5", "Late stall", "2026-09-20", None, "Office", None, None, "consult"),
)
AREAS = rows("activity_id area", ("a", "All of Cleveland"), ("b", "Hartlepool"), ("c", "Hartlepool"), ("d", "Hartlepool"), ("e", "Hartlepool"))
AUDIENCES = rows(
    "activity_id audience", ("a", "General public"), ("b", "General public"), ("c", "General public"), ("d", "Victims"), ("e", "General public")
)


def frames(**more):
    tables = {"activities": OPEN, "activity_areas": AREAS, "activity_audiences": AUDIENCES} | more
    return history_of(CLEVELAND, date(2026, 9, 30), **tables).at(None)


def test_days_of_activity_count_the_first_and_the_last_day_and_an_open_end_as_one():
    assert one("activity_days", activities=OPEN)["value"] == 10 + 13 + 1 + 1 + 1
    assert one("most_open_at_once", activities=OPEN)["value"] == 3


def test_days_of_activity_by_month_add_up_to_the_whole():
    spread = rows("activity_id held_on ended_on", ("a", "2026-01-30", "2026-02-02"), ("b", "2026-02-10", None))
    by_month = compute("activity_days", frames(activities=spread), ["month"])
    assert by_month[["month", "value", "base"]].values.tolist() == [["2026-01", 2.0, 1.0], ["2026-02", 3.0, 1.0]]


@needs_reference
def test_the_reference_log_of_days_open():
    log, reference = given("activities"), expected("consultation_load")["all"]
    made = pd.DataFrame({"activity_id": log["activity_id"].astype(str), "held_on": log["opened"], "ended_on": log["closed"]})
    made[["held_on", "ended_on"]] = made[["held_on", "ended_on"]].apply(pd.to_datetime)
    assert (reference["activity_days"], reference["max_open"]) == (815, 5)
    assert one("activity_days", activities=made)["value"] == 815
    assert one("most_open_at_once", activities=made)["value"] == 5


def test_those_who_came_of_those_invited_is_a_ratio_of_totals():
    made = rows("activity_id invited participants_low", ("a", 10, 2), ("b", 90, 58), ("c", None, 500), ("d", 40, None))
    assert one("came_of_invited", activities=made)["value"] == 0.6


def people(count, stopped=0):
    return rows("survey_id respondent complete", *[("s", number, number > stopped) for number in range(1, count + 1)])


QUESTIONS = rows(
    "question_id survey_id position battery wording kind characteristic",
    *[(f"s.{at}", "s", at, "How safe do you feel?", f"Place {at}", "rating", "") for at in range(1, 5)],
    ("s.5", "s", 5, "", "Do you trust the police?", "one answer", ""),
    ("s.6", "s", 6, "", "How old are you?", "one answer", "age"),
    ("s.7", "s", 7, "", "Anything else?", "written", ""),
)
OPTIONS = rows(
    "question_id option label state",
    *[(f"s.{at}", option, str(option), "answered") for at in range(1, 7) for option in (1, 2)],
    ("s.5", 3, "Don't know", "don't know"),
)


def survey(count, answers, stopped=0):
    return filled(
        surveys=rows("survey_id series title closed_on", ("s", "Residents", "Residents 2026", "2026-06-01")),
        questions=QUESTIONS,
        options=OPTIONS,
        respondents=people(count, stopped),
        answers=rows("question_id respondent option", *answers),
    )


def test_how_a_survey_was_answered_is_counted_of_those_who_finished():
    grid = [(f"s.{at}", person, 1 if person <= 12 else 1 + at % 2) for at in range(1, 5) for person in range(1, 41)]
    trust = [("s.5", person, 3 if person <= 10 else 1) for person in range(1, 31)]
    with survey(42, [*grid, *trust], stopped=2) as store:
        found = survey_quality(store).iloc[0]
    assert (found["people"], found["known_to_end"], found["stopped"], found["finished"]) == (42, 42, 2, 40)
    # Five questions of forty finishers; two of the answers' people stopped, and twelve of the finishers say nothing of trust or of the grid.
    assert (found["put"], found["given"], found["passed_over"]) == (200, 38 * 4 + 28, 20)
    assert (found["dont_know"], found["in_grids"], found["straight"]) == (8, 38, 10)


def test_the_signs_of_a_survey_are_shares_of_its_people():
    made = pd.DataFrame(
        [{"survey_id": "s", "people": 110.0, "known_to_end": 110.0, "stopped": 11.0, "finished": 99.0, "put": 495.0, "given": 396.0,
          "passed_over": 99.0, "dont_know": 99.0, "in_grids": 80.0, "straight": 20.0}]
    )  # fmt: skip
    tables = {"survey_quality": made, "surveys": rows("survey_id title", ("s", "Residents 2026"))}
    assert compute("break_off", tables)["value"].iloc[0] == pytest.approx(0.1)
    assert compute("item_nonresponse", tables)["value"].iloc[0] == pytest.approx(0.2)
    assert compute("dont_know_rate", tables)["value"].iloc[0] == pytest.approx(0.25)
    assert compute("straight_lining", tables)["value"].iloc[0] == pytest.approx(0.25)


def test_a_survey_without_a_word_on_who_finished_says_nothing_of_it():
    made = pd.DataFrame([{"survey_id": "s", "known_to_end": 0.0, "stopped": 0.0}])
    assert compute("break_off", {"survey_quality": made, "surveys": rows("survey_id", ("s",))})["value"].isna().all()


def test_fieldwork_overlaps_where_audience_area_and_days_do():
    (found,) = overlapping(frames())
    assert (found["first"], found["second"]) == ("Residents survey", "Road safety survey")
    assert (found["when"], found["days"], found["audience"], found["area"]) == ("8 May 2026", "3", "General public", "Hartlepool")


def test_fieldwork_for_others_or_elsewhere_does_not_overlap():
    elsewhere = AREAS.assign(area=["Middlesbrough", *AREAS["area"][1:]])
    assert overlapping(frames(activity_areas=elsewhere)) == []
    others = AUDIENCES.assign(audience=["Victims", *AUDIENCES["audience"][1:]])
    assert overlapping(frames(activity_audiences=others)) == []


def test_work_is_done_twice_by_different_leads_who_did_not_do_it_together():
    (found,) = twice_by_others(frames())
    assert (found["first"], found["second"], found["leads"]) == ("Road safety survey", "Stall", "Office, Force")
    together = OPEN.assign(partner=[None, "Force", None, None, None])
    assert twice_by_others(frames(activities=together)) == []


def test_two_wordings_are_as_alike_as_their_runs_of_letters():
    asked = runs_of("How safe do you feel walking alone after dark in your area?")
    assert likeness(asked, runs_of("how safe do you feel walking alone, after DARK in your area")) == 1
    assert likeness(asked, runs_of("How safe do you feel when walking alone after dark in your local area?")) > 0.6
    assert likeness(asked, runs_of("Would you pay more council tax for policing?")) < 0.1


def asked(*listed):
    surveys = rows(
        "survey_id series title closed_on",
        ("s1", "Residents", "Residents 2025", "2025-06-01"),
        ("s2", "Residents", "Residents 2026", "2026-06-01"),
        ("s3", "Precept", "Precept 2026", "2026-01-01"),
    )
    return near_questions(rows("survey_id battery wording characteristic", *listed), surveys)


def test_near_questions_are_found_between_series_and_never_between_waves():
    wording = "How safe do you feel walking alone after dark in your area?"
    longer = "How safe do you feel when walking alone after dark in your local area?"
    found = asked(("s1", "", wording, ""), ("s2", "", wording, ""), ("s3", "", longer, ""))
    assert len(found) == 1 and found[0]["surveys"] == ("Precept 2026", "Residents 2026") and not found[0]["same"]
    assert asked(("s1", "", wording, ""), ("s2", "", wording, "")) == []


def test_questions_about_the_respondent_are_meant_to_be_the_same():
    assert asked(("s2", "", "How old are you?", "age"), ("s3", "", "How old are you?", "age")) == []
    (found,) = asked(("s2", "", "Do you feel safe?", ""), ("s3", "", "Do you feel safe", None))
    assert found["same"] and named([found])[0]["alike"] == "Word for word"


def test_a_loop_is_closed_when_an_outcome_names_the_activity_and_people_were_told():
    outcomes = rows(
        "outcome_id outcome_ref you_said heard_on stage told_on",
        ("o1", "O1", "It is dark", "2026-05-02", "done", "2026-08-01"),
        ("o2", "O2", "Too fast", "2026-05-09", "heard", None),
    )  # fmt: skip
    traced = rows("outcome_id activity_ref", ("o1", "residents survey 2026"), ("o2", "A2"))
    given_ = frames(outcomes=outcomes, outcome_activities=traced)
    found = loops(given_, given_)
    # The newsletter asked nothing, and the late stall is not twelve weeks past.
    assert (found.due, found.told) == (3, 1)
    assert [row["title"] for row in found.silent] == ["Stall"] and [row["title"] for row in found.untold] == ["Road safety survey"]


def test_an_answer_given_after_the_day_has_not_been_given_yet():
    outcomes = rows("outcome_id outcome_ref you_said heard_on stage told_on", ("o1", "O1", "It is dark", "2026-05-02", "done", "2026-10-01"))
    given_ = frames(outcomes=outcomes, outcome_activities=rows("outcome_id activity_ref", ("o1", "A1")))
    assert [row["title"] for row in loops(given_, given_).untold] == ["Residents survey"]


def of_waves(*shares):
    surveys = rows("title closed_on", *[(f"Wave {i}", f"2026-0{i + 1}-01") for i in range(len(shares))])
    waves = [{"title": f"Wave {i}", **counted(share, 100, 100)} for i, share in enumerate(shares)]
    made = survey_findings(lambda name, by, all_time: published(name, by, *(waves if name == "break_off" else [])), surveys, "Source")
    return made[0].headline


def test_surveys_that_are_all_alike_have_no_highest():
    assert of_waves(30, 30, 30) == "Stopped half-way: 30% in every survey"
    assert of_waves(20, 40) == "Wave 1: 40% stopped half-way"


def test_the_panel_names_what_cannot_be_known():
    found = Loops(4, 1, [{"title": "A"}], [{"title": "B"}, {"title": "C"}])
    load_ = reading("audience_load", counted(7))
    lines = {line["title"]: line["value"] for line in panel([load_], found, 2, 0)}
    assert lines["Heaviest load on one audience"] == "7" and lines["Asked and never answered"] == "3 of 4"
    assert lines["Invitations to each person"] == "Not known"
    assert headline(load_, found, 2) == "One audience asked 7 times in three months; 3 of 4 activities unanswered"
    assert lead(found, 1, 0).startswith(
        "Of 4 activities that ended twelve weeks ago or more, people were told what came of 1. "
        "1 has no outcome recorded; 2 have an outcome nobody was told of."
    )
    assert lead(Loops(0, 0, [], []), 1, 0).startswith("No activity was due an answer yet.")
    assert lead(found, 1, 0).endswith("1 pair of fieldwork overlapped. No pairs of near-duplicate questions between surveys.")
