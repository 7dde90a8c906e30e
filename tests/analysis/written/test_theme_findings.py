import pandas as pd
import pytest

from analysis.written.theme_findings import as_tallies, by_group, of_themes, people_of, to_show

QUESTION = pd.Series({"question_id": "q", "position": 2, "wording": "What would you change?", "battery": None, "kind": "written"})
SURVEY = pd.Series({"title": "Residents survey", "evidence": "probability", "respondents": 400})
THEMES = pd.DataFrame({"question_id": "q", "option": [1, 2, 3], "label": ["Patrols", "101", "=Lights()"], "state": "answered"})


def tallies(base, *people, category=None):
    frame = pd.DataFrame({"option": [float("nan"), *range(1, len(people) + 1)], "people": [base, *people]})
    return frame.assign(question_id="q", split="all", category=category, place=float("nan"))


def test_themes_stand_from_commonest_to_rarest_as_shares_of_those_read():
    found = of_themes(QUESTION, tallies(120.0, 31.0, 62.0, 4.0), THEMES, SURVEY, unread=False)
    assert found.published.rows["answer"].tolist() == ["101", "Patrols", "=Lights()"]
    assert found.published.rows["value"].tolist()[:2] == [0.5, 0.25]
    assert found.headline == "50% wrote about 101" and found.chart == "ranked"
    assert found.base == "Base: 120 respondents whose words were read, rounded to 5"


def test_a_theme_of_fewer_than_ten_people_is_hidden():
    rows = of_themes(QUESTION, tallies(120.0, 31.0, 62.0, 9.0), THEMES, SURVEY, unread=False).published.rows
    assert rows.loc[rows["answer"] == "=Lights()", ["numerator", "value"]].isna().all(axis=None)
    assert rows["flag"].tolist() == ["", "", "hidden"]


def test_no_interval_stands_beside_a_theme_whatever_the_survey():
    assert of_themes(QUESTION, tallies(120.0, 31.0, 62.0), THEMES, SURVEY, unread=False).published.rows[["lower", "upper"]].isna().all(axis=None)


def test_the_commonest_theme_is_said_of_all_respondents_too():
    notes = of_themes(QUESTION, tallies(120.0, 31.0, 60.0), THEMES, SURVEY, unread=True).notes
    assert notes[0] == "Of all respondents, 15% wrote about 101."
    assert notes[-1] == "Not all have been read: these figures will move."


def test_before_any_theme_is_given_there_is_no_finding():
    assert of_themes(QUESTION, tallies(120.0), THEMES, SURVEY, unread=False) is None
    assert by_group(QUESTION, tallies(120.0, category="Female"), THEMES, SURVEY, "sex", ("Female",)) is None


def test_each_group_is_its_own_base():
    both = pd.concat([tallies(60.0, 30.0, 12.0, category="Female"), tallies(100.0, 25.0, 50.0, category="Male")])
    found = by_group(QUESTION, both, THEMES, SURVEY, "sex", ("Female", "Male"))
    shares = found.published.rows.set_index(["category", "answer"])["value"]
    assert shares["Female", "Patrols"] == 0.5 and shares["Male", "Patrols"] == 0.25
    assert found.headline == "Female: 50% wrote about Patrols"


def test_a_small_group_shows_nothing_and_says_so():
    found = by_group(QUESTION, tallies(9.0, 9.0, category="Female"), THEMES, SURVEY, "sex", ("Female",))
    assert found.published.empty and found.headline == "Too few people in each group to show their themes"


def test_what_readers_are_shown_is_what_the_officer_saw_and_stays_so():
    seen = of_themes(QUESTION, tallies(123.0, 31.0, 62.0, 4.0), THEMES, SURVEY, unread=True)
    kept = to_show(seen, THEMES).assign(read=seen.published.rows["base"].iloc[0])
    assert kept["people"].tolist()[:2] == [30, 60] and pd.isna(kept["people"].iloc[2])
    again = of_themes(QUESTION, *as_tallies(kept), SURVEY, unread=True)
    pd.testing.assert_frame_equal(again.published.rows, seen.published.rows)


@pytest.mark.parametrize(("people", "shown"), [(0.0, None), (9.0, None), (12.0, 10), (148.0, 150)])
def test_how_many_wrote_is_rounded_or_hidden(people, shown):
    found = people_of(people)
    assert (found.empty or pd.isna(found.first["value"])) if shown is None else found.first["value"] == shown
