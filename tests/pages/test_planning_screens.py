"""What to do next, gaps and trends, load and cost: each says its finding for every office's example."""

import pytest

from tests.pages.test_screens import TODAY, examples, run, words  # noqa: F401  (a fixture)

OFFICES = ["cleveland", "nottinghamshire", "gwent"]
# What stands in the other views of pages too long for one: page, view, what is found there.
FOUND_IN = [
    ("activities", "methods", "Activities held by methodology"),
    ("activities", "people", "Activities held by audience"),
    ("activities", "kinds", "Activities by how the number of people is known"),
    ("duties", "consultations", "2. People had enough information"),
    ("gaps", "figures", "Every term of every list"),
    ("load", "unanswered", "Pairs of fieldwork that overlapped"),
    ("load", "asked", "Most activities within 91 days, by audience"),
    ("load", "surveys", "Different people answered each time"),
    ("measure", "parts", "People engaged by area"),
    ("measure", "records", "Counted from"),
    ("measure", "definition", "Source of the measure"),
    ("value", "hours", "Staff hours for each person, by methodology"),
    ("value", "known", "Activities whose cost is recorded"),
]


def shown(page, office, folder, monkeypatch, view=""):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(folder))
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", TODAY.isoformat())
    app = run(page, office, example=True, view=view)
    assert not app.exception
    return words(app)


@pytest.mark.parametrize(("page", "view", "sentence"), FOUND_IN)
def test_an_address_opens_the_view_it_names(page, view, sentence, examples, monkeypatch):  # noqa: F811
    assert sentence in shown(page, "cleveland", examples, monkeypatch, view)


@pytest.mark.parametrize("office", OFFICES)
def test_what_to_do_next_proposes_three_activities_with_range_reason_and_what_is_assumed(office, examples, monkeypatch):  # noqa: F811
    said = shown("next_engagement", office, examples, monkeypatch)
    assert "<h1>Next: " in said
    assert said.count("What it would bring") == 3
    assert "between" in said and "times in 100" in said
    assert "What is assumed" in said and "short of" in said
    said = shown("next_engagement", office, examples, monkeypatch, "lacking")
    assert "People lacking" in said and "Census 2021" in said


@pytest.mark.parametrize("office", OFFICES)
def test_the_load_is_a_panel_of_signs_and_says_which_cannot_be_known(office, examples, monkeypatch):  # noqa: F811
    said = shown("load", office, examples, monkeypatch)
    assert "There is no index of fatigue here" in said
    assert said.count("Not known") >= 3
    assert "Asked and never answered" in said


@pytest.mark.parametrize("office", OFFICES)
def test_gaps_and_trends_are_sentences_that_open_and_six_checks_with_word_and_shape(office, examples, monkeypatch):  # noqa: F811
    said = shown("gaps", office, examples, monkeypatch)
    assert "rising" in said and "falling" in said and "missing" in said and "Rule: " not in said
    assert said.count("by chance alone") <= 1
    said = shown("gaps", office, examples, monkeypatch, "warnings")
    assert said.count("Rule: ") == 6
    for title in (
        "Over-reliance on face to face",
        "Outcomes untracked",
        "Young people",
        "Lack of digital engagement",
        "Rural reach",
        "Duplicated work",
    ):
        assert title in said
    assert any(shape in said for shape in "✖≈✔") and "The rows it rests on" in said


@pytest.mark.parametrize("office", OFFICES)
def test_cost_and_reach_says_what_is_missing_and_what_face_to_face_costs(office, examples, monkeypatch):  # noqa: F811
    said = shown("value", office, examples, monkeypatch)
    assert "for each under-heard person" in said
    assert "have no cost recorded and are in no figure of cost" in said
    assert "Each person met face to face cost" in said
