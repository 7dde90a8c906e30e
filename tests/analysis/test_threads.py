import pytest

from analysis.threads import headline, threads
from tests.figures import counted, reading
from tests.store import rows

COLUMNS = "outcome_id you_said heard_on decided we_did changed kind stage evidence told_whom told_how told_on counted_on"
BLANK = dict.fromkeys(COLUMNS.split())


def listed(*outcomes):
    return threads(rows(COLUMNS, *((BLANK | outcome).values() for outcome in outcomes)))


def test_a_thread_runs_from_what_was_said_to_who_was_told():
    (one,) = listed(
        {
            "you_said": " More patrols ", "heard_on": "2024-05-04", "we_did": "Patrols moved", "changed": "Patrol plan", "kind": "policing practice",
            "stage": "done", "evidence": "Board minutes", "told_whom": "Residents", "told_how": "Newsletter", "told_on": "2024-07-01",
        }
    )  # fmt: skip
    assert (one["said"], one["heard"], one["did"], one["changed"]) == ("More patrols", "4 May 2024", "Patrols moved", "Patrol plan")
    assert (one["stage"], one["stage_name"], one["stage_kind"], one["kind"]) == ("Done", "done", "good", "Policing practice")
    assert (one["evidence"], one["evidenced"]) == ("Board minutes", "yes")
    assert (one["told"], one["was_told"]) == ("Residents Newsletter 1 July 2024", "yes")


def test_blank_parts_are_said_to_be_blank():
    (one,) = listed({})
    assert (one["said"], one["did"], one["evidence"], one["told"]) == (
        "Not recorded",
        "Nothing recorded yet",
        "No evidence recorded",
        "Nobody told yet",
    )
    assert (one["stage"], one["evidenced"], one["was_told"], one["kind"]) == ("Stage not recorded", "", "", "")


@pytest.mark.parametrize("evidence", ["TBC", "n/a", "None", "–", "  "])
def test_evidence_that_says_there_is_none_is_none(evidence):
    (one,) = listed({"stage": "done", "evidence": evidence})
    assert one["evidenced"] == ""


@pytest.mark.parametrize("nothing", ["n/a", "-", "none"])
def test_nobody_is_told_by_a_cell_that_says_nothing(nothing):
    (one,) = listed({"told_how": nothing, "told_whom": nothing})
    assert (one["told"], one["was_told"]) == ("Nobody told yet", "")


def test_what_was_decided_stands_where_nothing_was_done_and_says_why_it_was_not():
    decided = {"decided": "No money this year"}
    assert listed(decided)[0]["did"] == "Decided: No money this year"
    assert listed(decided)[0]["why"] == ""
    assert listed(decided | {"stage": "not taken forward"})[0]["why"] == "No money this year"


def test_the_newest_comes_first_and_undated_ones_last():
    found = listed({"you_said": "old", "counted_on": "2023-01-01"}, {"you_said": "undated"}, {"you_said": "new", "counted_on": "2024-01-01"})
    assert [one["said"] for one in found] == ["new", "old", "undated"]


def test_the_page_counts_examples_and_what_is_done_without_evidence():
    done, proven = {"stage": "done"}, {"stage": "done", "evidence": "Minutes"}
    two = [reading("you_said_we_did_examples", counted(2, base=5))]
    assert headline(two, listed(done, proven, proven)) == "2 'You said, we did' examples with evidence; 1 done without any"
    one = [reading("you_said_we_did_examples", counted(1, base=1))]
    assert headline(one, listed(proven)) == "1 'You said, we did' example with evidence"
    assert headline(one, []) == "Nothing is recorded for 2024/25"
    assert all(len(headline(two, listed(*([done] * 100))).split()) <= 12 for _ in "x")
