from analysis.heard.protected import evidence
from data.vocabulary import CHARACTERISTICS
from tests.store import rows

POPULATION = rows("area_code characteristic category people", ("x", "sex", "Female", 50000.0), ("x", "sex", "Male", 50000.0))
FRAMES = {
    "surveys": rows("survey_id title closed_on", ("s1", "Spring", "2026-05-01"), ("s2", "Autumn", "2026-09-01")),
    "questions": rows("survey_id characteristic", ("s1", "sex"), ("s1", ""), ("s2", "sex"), ("s2", "race")),
    "respondent_tallies": rows(
        "survey_id split category state people",
        ("s1", "sex", "Female", "answered", 150.0), ("s1", "sex", "Male", "answered", 50.0), ("s1", "sex", None, "prefer not to say", 12.0),
        ("s2", "sex", "Female", "answered", 100.0), ("s2", "sex", "Male", "answered", 104.0), ("s2", "sex", None, "no answer", 4.0),
        ("s2", "race", "White", "answered", 190.0), ("s2", "race", "Roma", "answered", 3.0), ("s2", "race", None, "don't know", 11.0),
        ("s1", "religion or belief", "Sikh", "answered", 20.0),
    ),
    "population": POPULATION,
    "areas": rows("area area_code whole", ("X", "x", False)),
    "activity_characteristics": rows("activity_id characteristic", ("a", "age"), ("b", "age"), ("b", "sex")),
}  # fmt: skip


def found(**changed):
    one = evidence(FRAMES | changed, "2026/27", "Source: made up")
    return one, {row["title"]: row for row in one.rows}


def test_all_nine_stand_in_the_order_of_the_act():
    one, _ = found()
    assert [row["title"] for row in one.rows] == list(CHARACTERISTICS.values()) == [row["title"] for row in one.grid]


def test_asked_answered_and_silent_are_told_apart():
    _, rows_ = found()
    sex = rows_["Sex"]
    assert (sex["surveys"], sex["said"], sex["not_said"], sex["unsure"], sex["silent"]) == (
        "2 of 2",
        "About 405",
        "About 10",
        "Fewer than 10",
        "Fewer than 10",
    )
    assert rows_["Ethnic group"]["unsure"] == "About 10" and rows_["Ethnic group"]["surveys"] == "1 of 2"
    assert rows_["Age"]["said"] == "–" and rows_["Age"]["surveys"] == "0 of 2", "not asked is not no answer"


def test_a_group_is_covered_by_ten_people_and_none_is_told_from_nine():
    for few in (0.0, 1.0, 9.0):
        tallies = FRAMES["respondent_tallies"]
        changed = tallies.assign(people=tallies["people"].where(tallies["category"] != "Roma", few))
        _, rows_ = found(respondent_tallies=changed)
        assert rows_["Ethnic group"]["covered"] == "1 of 2 groups" and rows_["Ethnic group"]["enough"] == ""


def test_a_group_heard_too_little_in_any_survey_is_named():
    _, rows_ = found()
    assert rows_["Sex"]["under"] == "Male"
    assert rows_["Gender reassignment"]["under"] == "Not compared"


def test_activities_meant_for_a_group_are_counted():
    _, rows_ = found()
    assert (rows_["Age"]["activities"], rows_["Sex"]["activities"], rows_["Disability"]["activities"]) == ("2", "1", "0")


def test_the_evidence_is_said_in_a_sentence_and_survey_by_survey():
    one, _ = found()
    assert one.headline == "2 of nine characteristics asked about, 1 covered"
    assert one.sentence.startswith("2026/27: 2 surveys asked respondents about 2 of the nine protected characteristics; not about age, ")
    sex = next(row for row in one.grid if row["title"] == "Sex")
    assert one.surveys == ("Spring", "Autumn") and sex["cells"][0]["words"] == "About 200 said; 2 of 2 groups covered"
    race = next(row for row in one.grid if row["title"] == "Ethnic group")
    assert race["cells"][0] == {"words": "Not asked", "kind": ""}


def test_those_who_said_are_a_share_of_those_who_were_asked():
    one, _ = found()
    shown = one.finding.published.rows.set_index("characteristic")
    assert shown["value"].to_dict() == {"race": round(195 / 205, 2), "sex": round(405 / 420, 2)}, "religion was tallied and not asked"


def test_a_period_without_a_survey_says_so():
    one, rows_ = found(**{name: FRAMES[name].head(0) for name in ("surveys", "questions", "respondent_tallies")})
    assert one.headline == "No survey in this period" and one.finding.chart == ""
    assert rows_["Sex"]["surveys"] == "0 of 0" and one.finding.headline == "Nobody has been asked yet"
