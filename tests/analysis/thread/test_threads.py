import pandas as pd
import pytest

from analysis.thread.broken_links import broken_links, by_link, in_a_sentence
from analysis.thread.elapsed import ago, whole_months
from analysis.thread.noticed import Noticed, after
from analysis.thread.thread_headline import headline
from analysis.thread.threads import LATER, LINKS, MISSING, NOT_NEEDED, WAITING, WHOLE, threads
from tests.figures import counted, reading
from tests.store import rows

COLUMNS = (
    "outcome_id outcome_ref you_said heard_on considered_by considered_on decided decided_on we_did changed kind stage done_on evidence "
    "told_whom told_how told_format told_on counted_on"
)
BLANK = dict.fromkeys(COLUMNS.split())
TODAY = pd.Timestamp("2024-12-31")
LOG = rows("activity_ref title held_on survey", ("A1", "Ward meeting", "2024-05-01", None), ("A2", "Survey 2024", "2024-06-01", "Residents survey"))
WHOLLY = {
    "you_said": "More patrols.", "heard_on": "2024-05-04", "considered_by": "Board", "considered_on": "2024-05-20", "decided": "Agreed",
    "decided_on": "2024-06-01", "we_did": "Patrols moved", "changed": "Patrol plan", "kind": "policing practice", "stage": "done",
    "done_on": "2024-06-20", "evidence": "Board minutes", "told_whom": "Residents", "told_how": "Newsletter", "told_format": "Easy read",
    "told_on": "2024-07-01",
}  # fmt: skip
ASKED = rows("outcome_id activity_ref", ("o0", "a1"))


def listed(*outcomes, asked=ASKED, noticed=()):
    made = [(BLANK | {"outcome_id": f"o{i}"} | outcome).values() for i, outcome in enumerate(outcomes)]
    return threads(rows(COLUMNS, *made), asked, LOG, noticed, TODAY)


def states(outcome, **more):
    (one,) = listed(outcome, **more)
    return {link.name: link.state for link in one.links}


def test_a_thread_runs_from_what_was_asked_to_whether_people_noticed():
    (one,) = listed(WHOLLY, noticed=[Noticed(pd.Timestamp("2024-09-01"), "31% felt able")])
    assert [link.title for link in one.links] == list(LINKS.values())
    assert [link.words for link in one.links] == [
        "Ward meeting, 1 May 2024",
        "More patrols, 4 May 2024",
        "Board, 20 May 2024",
        "Agreed, 1 June 2024",
        "Patrols moved, 20 June 2024",
        "Board minutes",
        "Residents, Newsletter, Easy read, 1 July 2024",
        "31% felt able",
    ]
    assert {link.state for link in one.links} == {WHOLE}
    assert (one.stage, one.kind, one.changed, one.age, one.broken) == ("Done", "Policing practice", "Patrol plan", "done 6 months ago", ())


@pytest.mark.parametrize(("column", "link"), [("evidence", "evidence"), ("we_did", "changed")])
@pytest.mark.parametrize("nothing", [None, "TBC", "n/a", "–", "  "])
def test_a_cell_that_says_nothing_breaks_its_link(column, link, nothing):
    assert states(WHOLLY | {column: nothing})[link] == MISSING


def test_being_told_needs_a_day_a_channel_or_somebody():
    told = {"told_whom": None, "told_how": None, "told_format": None, "told_on": None}
    assert states(WHOLLY | told)["told"] == MISSING
    assert states(WHOLLY | told | {"told_format": "Welsh"})["told"] == MISSING
    for part, value in (("told_whom", "Residents"), ("told_how", "Letter"), ("told_on", "2024-07-01")):
        assert states(WHOLLY | told | {part: value})["told"] == WHOLE


def test_no_change_needs_its_reason_and_no_evidence():
    refused = WHOLLY | {"stage": "not taken forward", "we_did": None, "evidence": None, "decided": "No money this year"}
    (one,) = listed(refused)
    assert one.link("changed").words == "No change, because: No money this year"
    assert (one.link("evidence").state, one.broken, one.finished) == (NOT_NEEDED, (), True)
    assert states(refused | {"decided": "n/a", "decided_on": None})["changed"] == MISSING


def test_the_next_link_is_waited_for_and_those_after_it_come_later():
    heard = {"you_said": "x", "heard_on": "2024-12-01", "stage": "heard"}
    found = states(heard)
    assert [found[name] for name in LINKS] == [WHOLE, WHOLE, WAITING, LATER, LATER, LATER, LATER, LATER]
    under = states(heard | {"stage": "under way"})
    assert (under["considered"], under["decided"]) == (MISSING, WAITING)


def test_a_wait_is_broken_after_twelve_weeks_and_not_before():
    for heard, broken in (("2024-10-08", 0), ("2024-10-07", 1)):
        (one,) = listed({"you_said": "x", "heard_on": heard, "stage": "heard"})
        assert len(one.broken) == broken


def test_a_reference_must_be_in_the_log():
    assert states(WHOLLY, asked=ASKED.head(0))["asked"] == MISSING
    (one,) = listed(WHOLLY, asked=ASKED.assign(activity_ref="A9"))
    assert one.link("asked").words == "A9 is not in the activity log"
    assert states(WHOLLY, asked=ASKED.assign(activity_ref="residents survey"))["asked"] == WHOLE


def test_a_blank_outcome_is_still_listed():
    (one,) = listed({})
    assert (one.said, one.stage, one.age, one.kind) == ("Not recorded", "Stage not recorded", "day not recorded", "")


def test_the_newest_comes_first_and_undated_ones_last():
    found = listed({"you_said": "old", "counted_on": "2023-01-01"}, {"you_said": "undated"}, {"you_said": "new", "counted_on": "2024-01-01"})
    assert [one.said for one in found] == ["new", "old", "undated"]


def test_broken_links_are_a_list_of_what_to_do_the_oldest_first():
    waiting = {"you_said": "Lights", "heard_on": "2024-05-31", "stage": "heard", "outcome_ref": "Y2"}
    made = listed(WHOLLY | {"evidence": None}, waiting, asked=rows("outcome_id activity_ref", ("o0", "A1"), ("o1", "A1")))
    found = broken_links(made)
    assert [(one.ref, one.words, one.days) for one in found] == [
        ("Y2", "Heard 7 months ago, not recorded where it was considered", 214),
        ("", "Done 6 months ago, no evidence recorded", 194),
    ]
    assert by_link(found) == [("considered", "Considered", 1), ("evidence", "Evidence", 1)]
    said = in_a_sentence(made, found)
    assert said == "0 of 2 things people said have no step missing. Missing most often: where it was considered and evidence, 1 time each."
    assert in_a_sentence([], []) == "There is nothing to follow here."


def test_people_can_only_notice_what_they_were_told_before():
    waves = [Noticed(pd.Timestamp("2024-06-30"), "early"), Noticed(pd.Timestamp("2024-09-30"), "late")]
    assert [after(waves, day) for day in (pd.Timestamp("2024-06-29"), pd.Timestamp("2024-06-30"), pd.Timestamp("2024-09-30"), pd.NaT)] == [
        "early", "late", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [("2024-01-31", "2024-02-29", 1), ("2024-01-31", "2024-02-28", 0), ("2024-02-29", "2025-02-28", 12), ("2024-03-30", "2024-04-30", 1),
     ("2024-03-31", "2024-04-30", 1), ("2023-12-31", "2024-01-30", 0), ("2024-10-27", "2024-11-27", 1)],
)  # fmt: skip
def test_months_are_counted_by_the_calendar(first, last, months):
    assert whole_months(pd.Timestamp(first), pd.Timestamp(last)) == months


def test_ages_are_said_as_people_say_them():
    for day, words in (("2024-12-31", "today"), ("2024-12-30", "1 day ago"), ("2024-12-01", "30 days ago"), ("2024-05-31", "7 months ago"),
                       ("2022-12-31", "2 years ago"), ("2023-01-01", "23 months ago")):  # fmt: skip
        assert ago(pd.Timestamp(day), TODAY) == words


def test_the_page_counts_examples_and_what_is_done_without_evidence():
    done, proven = {"stage": "done"}, {"stage": "done", "evidence": "Minutes"}
    two = [reading("you_said_we_did_examples", counted(2, base=5))]
    assert headline(two, listed(done, proven, proven)) == "2 'You said, we did' examples with evidence; 1 done without any"
    one = [reading("you_said_we_did_examples", counted(1, base=1))]
    assert headline(one, listed(proven)) == "1 'You said, we did' example with evidence"
    assert headline(one, []) == "Nothing is recorded for 2024/25"
    assert len(headline(two, listed(*([done] * 100))).split()) <= 12
