"""The made-up logs: as untidy as those of a real office, and skewed as each strategy says its own work is."""

import re
from collections import Counter
from datetime import date, datetime, timedelta

from data.examples.material import material, offices
from data.examples.workbook import MADE_UP
from data.logbook.fields import KINDS
from data.profile import load
from tests.data.made_examples import AS_AT, OFFICES, cells, log, made, of, outcomes, readings


@OFFICES
def test_three_years_are_covered_and_the_last_is_not_over(office):
    held = of(readings(office), "activity-log").tables["activities"]["held_on"].dropna()
    years = Counter(day.year - (day.month < 4) for day in held)
    assert set(years) == {2024, 2025, 2026}
    assert 42 <= years[2024] <= years[2025] <= 75
    assert 20 <= years[2026] < years[2025]


COUNTS = {
    "counted": r"\d+",
    "about": r"(approx|about|c\.|~) ?\d+",
    "at least": r"\d+\+",
    "a range": r"\d+-\d+",
    "not known": r"TBC|tbc|Not counted",
    "in two places": r"\d+ online \d+ in room",
    "what a room holds": r"capacity \d+",
}


@OFFICES
def test_the_log_counts_people_in_every_way_people_do(office):
    said = [row["participants"] for row in log(made(office))]
    for how, pattern in COUNTS.items():
        assert any(re.fullmatch(pattern, str(cell)) for cell in said if cell is not None), how
    assert None in said


@OFFICES
def test_the_log_has_the_faults_of_a_real_one(office):
    profile, rows = load(office), log(made(office))
    days = [row["held_on"] for row in rows]
    assert sum(bool(re.match(r"31/(04|06|09|11)/", str(day))) for day in days) == 2
    assert sum(isinstance(day, str) for day in days) >= 5
    assert days.count(None) == 1
    assert sorted(Counter(row["activity_ref"] for row in rows).values())[-2:] == [1, 2]
    assert all(re.fullmatch(r"(CL|GW|NO)-202\d-\d{3}", row["activity_ref"]) for row in rows)
    assert None in [row["cost"] for row in rows] and None in [row["staff_hours"] for row in rows]
    assert any(str(row["cost"]).startswith("£") for row in rows) and any(str(row["staff_hours"]).endswith("hrs") for row in rows)
    for slips in material(office).slips.values():
        assert all(any(slip in str(cell) for row in rows for cell in row.values()) for slip in slips)
    assert any(re.search("[;,/\n]", row["audiences"]) for row in rows)
    for name in ("methods", "areas", "audiences"):
        terms = {term.name for term in getattr(profile, name)}
        assert 0.1 < sum(row[name] not in terms for row in rows) / len(rows) < 0.6, name


@OFFICES
def test_the_log_has_a_title_a_blank_row_a_gap_and_totals(office):
    title, blank, headings, *rows = cells(of(made(office), "activity-log"))
    assert MADE_UP in title[0] and not any(blank)
    assert headings == [field.heading for field in KINDS["activities"]]
    assert sum(not any(row) for row in rows) == 1
    assert rows[-1][0] == "Total"


def share(office, table, column, terms, year):
    """The share of a year's activities that have one of some terms, of those that have any."""
    tables = of(readings(office), "activity-log").tables
    held = {row: day for row, day in zip(tables["activities"]["source_row"], tables["activities"]["held_on"], strict=True) if isinstance(day, date)}
    pairs = [(row, term) for row, term in zip(tables[table]["source_row"], tables[table][column], strict=True) if row in held]
    within = [(row, term) for row, term in pairs if held[row].year - (held[row].month < 4) == year]
    return len({row for row, term in within if term in terms}) / len({row for row, _ in within})


def by_channel(office, channel):
    return {method.name for method in load(office).methods if method.channel == channel}


def test_cleveland_relies_on_meeting_face_to_face_and_meets_more_young_people_each_year():
    assert share("cleveland", "activity_methods", "method", by_channel("cleveland", "face to face"), 2024) > 0.75
    young = [share("cleveland", "activity_audiences", "audience", {"Young people"}, year) for year in (2024, 2025, 2026)]
    assert young == sorted(young) and young[0] < 0.1


def test_gwent_asks_some_audiences_again_and_again_and_does_more_online():
    tables = of(readings("gwent"), "activity-log").tables
    held = dict(zip(tables["activities"]["source_row"], tables["activities"]["held_on"], strict=True))
    for audience in ("Young people", "Disabled people"):
        asked = tables["activity_audiences"].query("audience == @audience")["source_row"]
        days = sorted(held[row] for row in asked if isinstance(held[row], date))
        assert max(sum(0 <= (later - day).days < 91 for later in days) for day in days) >= 5, audience
    online = [share("gwent", "activity_methods", "method", by_channel("gwent", "online"), year) for year in (2024, 2025, 2026)]
    assert online == sorted(online)


def test_nottinghamshire_holds_events_polls_and_focus_groups_above_all():
    methods = Counter(of(readings("nottinghamshire"), "activity-log").tables["activity_methods"]["method"])
    assert {"Engagement event", "Focus group", "Public opinion poll"} <= {method for method, _ in methods.most_common(4)}


def test_most_duties_are_answered_each_year_and_some_are_not():
    unanswered = {}
    for office in offices():
        tables = of(readings(office), "activity-log").tables
        held = dict(zip(tables["activities"]["source_row"], tables["activities"]["held_on"], strict=True))
        dated = [
            (duty, held[row])
            for row, duty in tables["activity_duties"][["source_row", "duty"]].itertuples(index=False)
            if isinstance(held[row], date)
        ]
        yearly = {duty.id for duty in load(office).duties if duty.every == "year"}
        unanswered[office] = yearly - {duty for duty, day in dated if AS_AT - timedelta(days=365) < day}
        assert "plan" in {duty for duty, _ in dated}
    assert unanswered == {"cleveland": set(), "gwent": {"information"}, "nottinghamshire": {"meetings"}}


@OFFICES
def test_outcomes_come_at_every_stage_of_every_kind_and_some_lack_proof(office):
    said = of(readings(office), "you-said").tables["outcomes"]
    assert 25 <= len(said) <= 40
    assert set(said["stage"]) == {"heard", "under way", "done", "not taken forward"}
    assert set(said["kind"].dropna()) == {"strategy or policy", "commissioned service", "policing practice", "communication", "no change"}
    rows = outcomes(made(office))
    done = [row for row in rows if row["Stage"] in ("Done", "Complete")]
    assert 2 <= sum(not row["Evidence"] for row in done) < len(done) / 2
    assert all(row["Decision and why"] for row in rows if row["Stage"] in ("Not taken forward", "Rejected"))
    assert any((AS_AT - datetime.strptime(row["Date heard"], "%d/%m/%Y").date()).days > 180 for row in rows if row["Stage"] in ("Heard", "New"))
    assert 10 < sum(bool(row["Date told"]) for row in rows) < len(rows) - 5
    assert Counter(row["What changed"] for row in done).most_common(1)[0][1] >= 2


@OFFICES
def test_the_days_of_an_outcome_follow_one_another(office):
    for row in outcomes(made(office)):
        days = [row[name] for name in ("Date heard", "Date considered", "Date decided", "Date done", "Date told")]
        passed = [datetime.strptime(day, "%d/%m/%Y") for day in days if day]
        assert passed == sorted(passed), row["Reference"]


@OFFICES
def test_outcomes_point_to_activities_or_surveys_that_are_in_the_log(office):
    known = {row["activity_ref"] for row in log(made(office))} | {row["survey"] for row in log(made(office))}
    pointed = {ref.strip() for row in outcomes(made(office)) for ref in row["From activities"].split(";")}
    assert len(pointed - known) <= 1  # the activity whose reference was given twice has lost its own
    assert any(ref.startswith("Residents survey") for ref in pointed)


@OFFICES
def test_the_plan_is_mostly_held_on_time_and_not_quite(office):
    plan = of(readings(office), "plan").tables["plan"].to_dict("records")
    held = {row["activity_ref"]: row["held_on"] for row in log(made(office)) if isinstance(row["held_on"], datetime)}
    due = [item for item in plan if item["due_to"] <= AS_AT]
    assert Counter(item["status"] for item in due if not isinstance(item["activity_ref"], str)) == {"dropped": 1, "postponed": 1, "planned": 1}
    late = [item for item in due if isinstance(item["activity_ref"], str) and held[item["activity_ref"]].date() > item["due_to"]]
    assert 2 <= len(late) < len(due) / 4
    assert min(item["due_to"] for item in due) > AS_AT - timedelta(days=400)
    to_come = [item for item in plan if item["due_to"] > AS_AT]
    assert len(to_come) >= 15 and max(item["due_to"] for item in to_come) <= date(2027, 9, 30)
    assert {item["status"] for item in to_come} == {"planned"}
