from analysis.check import GAP, SHOWN
from analysis.duties.duty_tests import TESTS
from tests.analysis.made_duties import records


def heads(*given):
    return {check.asks[1]: check for check in TESTS["regulations-2010"](records(*given))}


def every(day, **more):
    audiences = ["Young people", "Older people", "Businesses", "Partners", "Rural communities"]
    return {
        "held_on": day, "audiences": audiences, "methods": ["Focus group", "Online survey"], "areas": ["Hartlepool"], "participants_low": 10,
        "partner": "Council", "heard": "Lights",
    } | more  # fmt: skip


def test_six_heads_are_shown_where_each_has_evidence():
    found = heads(*(every(day) for day in ("2023-04-01", "2023-07-15", "2023-11-01", "2024-03-31")))
    assert list(found) == list("abcdef")
    assert {check.state for check in found.values()} == {SHOWN}
    assert found["b"].words == "40 people or more at 4 activities for 5 audiences"


def test_each_head_names_its_gap():
    found = heads({"held_on": "2023-06-01", "audiences": ["Older people"], "methods": ["Focus group"]})
    assert {check.state for check in found.values()} == {GAP}
    assert found["a"].words.startswith("none for people under 21, businesses, the voluntary sector, people seldom heard")
    assert found["c"].words == "activities in 1 of 4 quarters"
    assert found["d"].words == "1 methodologies by face to face"


def test_a_year_without_activity_has_six_gaps():
    assert [check.state for check in heads().values()] == [GAP] * 6
