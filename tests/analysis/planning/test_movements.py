"""Rising, falling and missing, counted by hand; and the warnings as live checks."""

from datetime import date

import pandas as pd
import pytest

from analysis.aims import NO_DATA
from analysis.planning.checks import BORNE_OUT, IN_PART, NOT_BORNE_OUT, STATUSES, checks, headline, watched_by
from analysis.planning.gap_findings import people_each, table
from analysis.planning.loops import Loops
from analysis.planning.movements import FALLING, FEW, MISSING, RISING, STEADY, how_sure, kind_of, movements
from data.office import open_office
from data.profile import load
from tests.figures import counted, reading
from tests.store import frames_of, history_of, rows

CLEVELAND = load("cleveland")
NO_LOOPS = Loops(0, 0, [], [])


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [(1, 2, FEW), (2, 1, FEW), (0, 2, FEW), (0, 3, RISING), (3, 6, RISING), (6, 3, FALLING), (40, 43, STEADY), (40, 50, RISING), (12, 9, FALLING),
     (13, 10, STEADY), (5, 0, MISSING), (0, 0, MISSING), (3, 3, STEADY), (None, 4, STEADY), (None, 0, MISSING)],
)  # fmt: skip
def test_one_and_then_two_is_never_a_rise(before, now, kind):
    assert kind_of(now, before) == kind


def log(*held):
    """Frames of Cleveland from (methodology, audience, how many)."""
    activities, methods, audiences = [], [], []
    for method, audience, many in held:
        for _ in range(many):
            name = f"a{len(activities)}"
            activities.append((name, f"{method} {len(activities)}", "2026-05-01", 10.0))
            methods.append((name, method))
            audiences.append((name, audience))
    return history_of(
        CLEVELAND,
        date(2026, 9, 30),
        activities=rows("activity_id title held_on participants_low", *activities),
        activity_methods=rows("activity_id method", *methods),
        activity_audiences=rows("activity_id audience", *audiences),
    ).at(None)


def found_of(found, term):
    return next(one for one in found if one.term == term)


def test_every_term_of_every_list_has_its_sentence_and_its_activities():
    now = log(("Community event", "General public", 6), ("Focus group", "Young people", 2))
    before = log(("Community event", "General public", 2), ("Public meeting", "Young people", 5), ("Focus group", "Victims", 1))
    found = movements(now, before, "2026/27", "2025/26")
    event = found_of(found, "Community event")
    assert (event.kind, event.now, event.before, len(event.rows)) == (RISING, 6, 2, 8)
    assert event.sentence == "6 activities; 2 in 2025/26."
    assert found_of(found, "Public meeting").sentence == "none; 5 activities in 2025/26."
    assert found_of(found, "Focus group").kind == FEW and "Too few to call" in found_of(found, "Focus group").sentence
    assert found_of(found, "Telephone interview").sentence == "none in either period."
    assert {one.dimension for one in found} == {"method", "audience", "area", "characteristic", "objective", "duty"}


def test_a_great_rise_is_more_than_chance():
    found = movements(log(("Community event", "General public", 60)), log(("Community event", "General public", 10)), "now", "then")
    assert found_of(found, "Community event").sentence == "60 activities; 10 in then. More than chance alone would make."
    assert how_sure(found) == ""


def test_what_chance_may_have_to_do_with_it_is_said_once():
    small = movements(log(("Community event", "General public", 6)), log(("Community event", "General public", 2)), "now", "then")
    assert how_sure(small) == "Each of these differences is small enough to come about by chance alone."
    both = movements(
        log(("Community event", "General public", 60), ("Focus group", "Victims", 5)),
        log(("Community event", "General public", 10), ("Focus group", "Victims", 2)), "now", "then",
    )  # fmt: skip
    assert how_sure(both) == "Where nothing else is said, a difference is small enough to come about by chance alone."
    assert how_sure([]) == ""


def test_without_an_earlier_year_nothing_rises_or_falls():
    found = movements(log(("Community event", "General public", 9)), None, "2026/27", "")
    assert {one.kind for one in found} == {STEADY, MISSING}
    assert found_of(found, "Community event").sentence == "9 activities; nothing earlier to compare with."


def test_the_table_has_both_periods_of_every_term():
    found = movements(log(("Community event", "General public", 6)), log(("Community event", "General public", 2)), "2026/27", "2025/26")
    shown = table(found, "method", "2026/27", "2025/26", "Source: log")
    assert len(shown.published.rows) == 2 * len(CLEVELAND.methods)
    assert shown.headline == "Methodologies: 1 rising, 0 falling, 12 missing"


def test_people_to_an_activity_are_judged_by_how_much_activities_differ():
    before, now = (pd.DataFrame({"participants_low": values}) for values in ([20.0, 22.0, 19.0, 21.0], [20.0, 22.0, 19.0, 400.0]))
    assert (
        people_each(now, before, "2025/26") == "115 people to an activity; 20 in 2025/26. Single activities differ so much that this could be chance."
    )
    assert people_each(now, None, "") == ""
    assert people_each(now.head(0), before, "2025/26") == ""


def judged(now, before=None, loops=NO_LOOPS, twice=(), near=0):
    return {one.name: one for one in checks(now, before, loops, list(twice), near)}


def test_an_empty_log_is_not_judged():
    with open_office("cleveland", None) as store:
        found = checks(frames_of(store, CLEVELAND), None, NO_LOOPS, [], 0)
    assert [one.status for one in found[:5]] == [NO_DATA] * 5
    assert found[5].status == NOT_BORNE_OUT


@pytest.mark.parametrize(("met", "online", "status"), [(6, 3, BORNE_OUT), (5, 4, IN_PART), (3, 3, IN_PART), (4, 5, NOT_BORNE_OUT)])
def test_face_to_face_is_over_relied_on_from_two_thirds(met, online, status):
    found = judged(log(("Community event", "General public", met), ("Online survey", "General public", online)))["face-to-face"]
    assert found.status == status
    assert found.finding.startswith(f"{met} of {met + online} activities were face to face") and len(found.rows) == met


@pytest.mark.parametrize(("online", "status"), [(1, BORNE_OUT), (2, IN_PART), (3, IN_PART), (4, NOT_BORNE_OUT)])
def test_too_little_is_online_under_a_fifth(online, status):
    assert judged(log(("Community event", "General public", 10 - online), ("Online survey", "General public", online)))["digital"].status == status


@pytest.mark.parametrize(("young", "before", "status"), [(0, 0, BORNE_OUT), (2, 0, IN_PART), (4, 7, IN_PART), (4, 5, NOT_BORNE_OUT)])
def test_young_people_are_sought_too_little_under_one_in_ten_or_when_it_falls(young, before, status):
    now = log(("Community event", "General public", 20 - young), ("Youth forum", "Young people", young))
    then = log(("Community event", "General public", 20 - before), ("Youth forum", "Young people", before))
    assert judged(now, then)["young-people"].status == status


def test_rural_reach_is_lost_where_nobody_was_sought():
    assert judged(log(("Community event", "General public", 20)))["rural"].status == BORNE_OUT
    assert (
        judged(log(("Community event", "General public", 18), ("Community event", "Rural and isolated communities", 2)))["rural"].status
        == NOT_BORNE_OUT
    )


@pytest.mark.parametrize(("silent", "status"), [(5, BORNE_OUT), (3, IN_PART), (2, NOT_BORNE_OUT)])
def test_outcomes_are_untracked_from_half(silent, status):
    lost = [{"ref": "A", "title": "A", "when": "1 May 2026"}] * silent
    found = judged(log(("Community event", "General public", 1)), loops=Loops(10, 2, lost, []))["untracked"]
    assert found.status == status and f"{silent} of 10" in found.finding and len(found.rows) == silent


def test_work_is_duplicated_from_three_pairs():
    pair = {"first": "A", "second": "B", "when": "1 May 2026", "days": "3", "audience": "Victims", "area": "Hartlepool", "leads": "Office, Force"}
    one = log(("Community event", "General public", 1))
    assert judged(one, twice=[pair] * 2, near=1)["duplicated"].status == BORNE_OUT
    assert judged(one, twice=[pair])["duplicated"].status == IN_PART
    assert judged(one)["duplicated"].finding == "No pairs of activities by different organisations; no near-duplicate questions."


def test_a_status_is_a_word_and_a_shape_and_the_headline_counts_them():
    assert len({one.word for one in STATUSES}) == len({one.shape for one in STATUSES}) == 4
    assert headline(checks(log(("Community event", "General public", 20)), None, NO_LOOPS, [], 0)) == "4 of 5 warnings borne out"


def test_what_the_strategy_watches_stands_beside_the_check():
    found = checks(log(("Community event", "General public", 3)), None, NO_LOOPS, [], 0)
    shown = watched_by(found, [()], [reading("face_to_face_share", counted(3, 3), counted(1, 2), aim="decrease")])
    assert shown[0].watched == "This strategy watches share held face to face: 100%. Up 50 percentage points on 2023/24."
    assert not any(one.watched for one in shown[1:])


@pytest.mark.parametrize("office", ["cleveland", "nottinghamshire", "gwent"])
def test_every_strategy_lists_young_and_rural_audiences(office):
    names = " ".join(audience.name for audience in load(office).audiences).casefold()
    assert "young" in names and "rural" in names
