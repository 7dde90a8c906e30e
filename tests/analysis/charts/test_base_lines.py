from analysis.wording import base_line
from tests.figures import counted, published


def test_the_base_of_a_record_is_its_records():
    assert base_line(published("activities_held", (), counted(12, base=12))) == "Base: 12 activities"
    assert base_line(published("people_engaged", (), counted(500, 12, 9))) == "Base: 9 of 12 activities with a number recorded"
    assert base_line(published("duties_met", (), counted(5, 6, 6))) == "Base: 6 duties"
    assert base_line(published("plan_on_time", (), counted(5, 6, 6))) == "Base: 6 planned activities"
    assert base_line(published("characteristics_asked", (), counted(5, 9, 2))) == "Base: 2 surveys"
    assert base_line(published("characteristics_asked", (), counted(5, 9, 1))) == "Base: 1 survey"
    assert base_line(published("people_engaged", (), counted(5, 1, 1))) == "Base: 1 of 1 activity with a number recorded"
    assert base_line(published("time_to_feedback", (), {"value": 5, "base": 12})) == "Base: 12 outcomes"
    assert base_line(published("activities_held")) == "Base: none"


def test_the_base_of_a_split_is_the_whole_and_never_said_to_be_more_activities_than_there_are():
    by_year = published("people_engaged", ("year",), {"year": "2023/24", **counted(5, 10, 8)}, {"year": "2024/25", **counted(5, 20, 16)})
    assert base_line(by_year) == "Base: 24 of 30 activities with a number recorded"
    by_method = published("activities_held", ("method",), {"method": "a", **counted(5, base=5)}, {"method": "b", **counted(6, base=6)})
    assert base_line(by_method) == "Base: 11 entries; an activity with several counts under each"


def test_the_base_of_a_survey_says_how_people_came_to_be_in_it():
    answers = published("answers", ("answer",), *({"answer": a, "numerator": 100, "denominator": 412} for a in "ab"))
    assert base_line(answers, "open") == "Base: 410 respondents, who chose to take part, rounded to 5"
    assert base_line(answers, "quota") == "Base: 410 respondents, chosen to match quotas, rounded to 5"
    assert base_line(answers, "probability") == "Base: 410 respondents, a random sample, rounded to 5"


def test_each_group_of_a_split_has_a_base_of_its_own():
    rows = [{"category": c, "answer": a, "numerator": 20, "denominator": base} for c, base in (("x", 100), ("y", 62), ("z", 7)) for a in "ab"]
    assert base_line(published("answers", ("category", "answer"), *rows), each="category") == "Base: 160 respondents, rounded to 5"


def test_a_small_base_asks_for_caution_and_a_tiny_one_is_not_said():
    assert base_line(published("public_confidence", (), {"numerator": 15, "denominator": 34})).endswith(
        "Fewer than 50 people answered: treat with caution."
    )
    assert base_line(published("public_confidence", (), {"numerator": 2, "denominator": 8})) == "Base: fewer than 10 respondents"
