from datetime import date

import pytest

from analysis.aims import BEHIND, MET, NO_DATA, NO_TARGET, NOT_JUDGED, ON_COURSE
from analysis.periods import parse
from analysis.readings import read_aims
from analysis.scope import Scope
from data import profile as profiles
from data.profile import Aim
from tests.analysis.made_surveys import WAVES, counted, people, tables
from tests.store import NO_SCOPE, history_of, rows

OFFICE = profiles.load("cleveland")
A = "activity_id held_on participants_low participants_high"
LOG = rows(
    A,
    ("a", "2023-05-01", 10, 10),
    ("b", "2023-11-14", 30, 30),
    ("c", "2024-03-01", 500, 500),
    ("d", "2024-06-01", 50, 50),
    ("e", "2024-11-14", 20, 20),
)
RISE = Aim("people_engaged", aim="increase")


def read(aim, period, today=date(2024, 12, 1), scope=NO_SCOPE, **tables):
    return read_aims([aim], history_of(OFFICE, today, scope, **({"activities": LOG} | tables)), parse(period))[0]


def test_an_incomplete_year_is_read_beside_the_same_part_of_the_year_before():
    found = read(RISE, "2024-25")
    assert found.now.first["value"] == 70
    assert found.before.first["value"] == 40, "the 500 of March 2024 belong to a part of the year that has not come yet"
    assert found.status == ON_COURSE
    assert (found.when, found.when_before) == ("2024/25 so far, to 14 November 2024", "the same part of 2023/24")


def test_the_same_year_once_it_is_over_is_read_beside_the_whole_year_before():
    found = read(RISE, "2024-25", today=date(2025, 4, 1))
    assert (found.now.first["value"], found.before.first["value"]) == (70, 540)
    assert (found.status.word, found.when, found.when_before) == ("Aim missed", "2024/25", "2023/24")


def test_the_first_year_of_the_records_has_nothing_to_be_compared_with():
    found = read(RISE, "2023-24")
    assert found.before is None and found.status == NO_DATA
    assert list(found.trend.rows["year"]) == ["2023/24"]


def test_a_trend_is_five_years_and_begins_with_the_records():
    old = rows(A, *((f"y{year}", f"{year}-06-01", 1, 1) for year in range(2015, 2025)))
    found = read(RISE, "2023-24", activities=old)
    assert list(found.trend.rows["year"]) == ["2019/20", "2020/21", "2021/22", "2022/23", "2023/24"]
    assert found.trend.by == ("year",)


def test_a_year_nothing_is_recorded_in_stands_in_the_trend():
    found = read(RISE, "2024-25", activities=rows(A, ("a", "2022-05-01", 10, 10), ("b", "2024-06-01", 5, 5)))
    assert found.trend.rows.set_index("year")["value"].to_dict() == {"2022/23": 10, "2023/24": 0, "2024/25": 5}


def test_a_day_still_to_come_is_not_yet_held():
    ahead = rows(A, ("a", "2024-06-01", 5, 5), ("b", "2025-02-01", 900, 900))
    assert read(RISE, "2024-25", activities=ahead).now.first["value"] == 5


def test_all_time_so_far_ends_today_and_keeps_what_has_no_day():
    days = ["2024-11-30", "2024-12-01", "2024-12-02", None]
    activities = rows("activity_id activity_ref title held_on participants_low", *((f"a{n}", f"A{n}", "Stall", day, 5) for n, day in enumerate(days)))
    found = history_of(OFFICE, date(2024, 12, 1), activities=activities).so_far()["activities"]
    assert found["activity_id"].tolist() == ["a0", "a1", "a3"]


def test_a_quarter_is_read_beside_the_same_quarter():
    found = read(RISE, "2024-25-q1")
    assert (found.now.first["value"], found.before.first["value"], found.status) == (50, 10, MET)
    assert found.when_before == "2023/24 quarter 1"


def test_an_aim_may_be_narrowed_to_one_audience():
    asked = rows("activity_id audience", ("a", "Young people"), ("d", "Young people"), ("e", "Victims"))
    found = read(
        Aim("activities_held", title="Young people sought", only=(("audience", "Young people"),), aim="increase"), "2024-25", activity_audiences=asked
    )
    assert (found.title, found.now.first["value"], found.before.first["value"]) == ("Young people sought", 1, 1)


def test_a_log_of_outcomes_reaches_as_far_as_itself():
    done = rows(
        "outcome_id you_said we_did evidence stage done_on",
        ("o1", "Said", "Did", "Minutes", "done", "2024-11-28"),
        ("o2", "Said", "Did", "Minutes", "done", "2023-11-20"),
    )
    found = read(Aim("you_said_we_did_examples", aim="increase"), "2024-25", outcomes=done)
    assert found.now.first["value"] == 1, "it was done after the last activity"
    assert found.before.first["value"] == 1
    assert found.when.endswith("28 November 2024")


def test_outcomes_are_not_compared_with_years_before_their_log_began():
    done = rows("outcome_id you_said we_did evidence stage done_on", ("o1", "Said", "Did", "Minutes", "done", "2024-10-01"))
    found = read(Aim("you_said_we_did_examples", aim="increase"), "2024-25", outcomes=done)
    assert found.before is None and found.status == NO_DATA


def test_what_was_heard_long_ago_and_not_answered_is_not_forgotten():
    heard = rows(
        "outcome_id heard_on told_on done_on",
        ("a", "2024-04-10", "2024-04-20", None),
        ("b", "2024-04-10", None, None),
        ("c", "2024-04-11", None, None),
    )
    found = read(Aim("time_to_feedback"), "2024-25", outcomes=heard)
    assert found.now.empty and found.now.first["base"] == 3
    late = heard.assign(told_on=heard["told_on"].fillna("2025-05-01"), done_on="2025-05-01")
    assert read(Aim("time_to_feedback"), "2024-25", today=date(2025, 6, 1), outcomes=late).now.first["base"] == 3, (
        "told a year later, heard in this one"
    )


SURVEYS = tables(people(7))
CONFIDENCE = Aim("public_confidence", aim="increase")


def test_a_tracked_question_is_read_wave_by_wave():
    found = read(CONFIDENCE, "2024-25", **SURVEYS)
    persons = people(7)
    (now, _), (before, _) = (counted([p for p in persons if p["survey_id"] == s], 1, {0, 1}) for s in ("s2", "s1"))
    assert (found.when, found.when_before, found.evidence) == ("May 2024", "May 2023", "quota")
    assert abs(found.now.first["numerator"] - now) <= 2 and abs(found.before.first["numerator"] - before) <= 2
    assert list(found.trend.rows["wave"]) == ["May 2023", "May 2024"]


def test_a_wave_that_closed_after_the_last_activity_is_read():
    found = read(CONFIDENCE, "2024-25", today=date(2024, 5, 31), activities=LOG.head(3), **SURVEYS)
    assert found.when == "May 2024"


def test_a_period_without_a_wave_says_so_and_shows_the_waves_before():
    found = read(CONFIDENCE, "2025-26", today=date(2026, 12, 1), **SURVEYS)
    assert found.now.empty and found.status == NO_DATA and found.when == "2025/26"
    assert len(found.trend.rows) == 2


def test_an_earlier_wave_is_read_as_it_was_known_then():
    found = read(CONFIDENCE, "2023-24", **SURVEYS)
    assert (found.when, found.before, list(found.trend.rows["wave"])) == ("May 2023", None, ["May 2023"])


def with_evidence(*kinds):
    evidence = dict(zip([survey for survey, *_ in WAVES], kinds, strict=True))
    return SURVEYS | {"surveys": SURVEYS["surveys"].assign(evidence=SURVEYS["surveys"]["survey_id"].map(evidence))}


def test_an_open_survey_is_not_judged_on_how_it_moved():
    only_residents = with_evidence("open", "open", "open")
    only_residents["questions"] = only_residents["questions"].query("not (survey_id == 's3' and tracks == 'confidence')")
    found = read(CONFIDENCE, "2024-25", **only_residents)
    assert found.status == NOT_JUDGED and found.evidence == "open"


def test_a_random_sample_is_not_compared_with_an_open_survey_of_the_same_series():
    found = read(CONFIDENCE, "2024-25", **with_evidence("open", "quota", "open"))
    assert found.before is None and list(found.trend.rows["wave"]) == ["May 2024"]


def test_one_area_reads_the_people_who_live_there():
    found = read(CONFIDENCE, "2024-25", scope=Scope(area="Hartlepool"), **SURVEYS)
    persons = [p for p in people(7) if p["survey_id"] == "s2"]
    assert found.now.first["base"] == pytest.approx(counted(persons, 1, {0}, "Hartlepool")[1], abs=2)


def test_a_measure_without_an_aim_is_not_judged():
    assert read(Aim("people_engaged"), "2024-25").status == NO_TARGET


def test_a_worse_year_so_far_is_behind():
    fewer = LOG.assign(participants_low=[10, 30, 500, 5, 2])
    assert read(RISE, "2024-25", activities=fewer).status == BEHIND


def test_each_period_is_narrowed_once():
    history = history_of(OFFICE, date(2024, 12, 1), activities=LOG)
    assert history.at(parse("2024-25")) is history.at(parse("2024-25"))


@pytest.mark.parametrize("office", ["cleveland", "nottinghamshire", "gwent"])
def test_every_aim_of_every_office_can_be_read_of_nothing_and_of_little(office):
    profile = profiles.load(office)
    for given, period in (({}, "2024-25"), (SURVEYS | {"activities": LOG}, "2024-25"), (SURVEYS, "1999-00-q4")):
        history = history_of(profile, date(2024, 12, 1), **given)
        assert len(read_aims((*profile.aims, *profile.watch), history, parse(period))) == len(profile.aims) + len(profile.watch)
