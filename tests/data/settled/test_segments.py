import pytest

from data.office import open_office
from data.problems import StoreError
from data.profile import load
from data.settled.segments import INSIDE, OUTSIDE, not_asked, remove_segment, rename_segment, save_segment, segment_tallies, segments
from tests.store import saved

PROFILE = load("cleveland")
SURVEY = [
    ["Response ID", "Date submitted", "Which area do you live in?", "How old are you?", "Do you feel safe?", "Is this your first survey?"],
    ["R1", "14/05/2024", "Hartlepool", "18 to 24", "Yes", "Yes"],
    ["R2", "14/05/2024", "Middlesbrough", "25 to 34", "No", "Yes"],
    ["R3", "14/05/2024", "Hartlepool", "65 to 74", "Yes", "No"],
    ["R4", "14/05/2024", "Middlesbrough", "Prefer not to say", "Don't know", "No"],
    ["R5", "14/05/2024", "Hartlepool", "25 to 34", "", "Yes"],
    ["R6", "14/05/2024", "Redcar and Cleveland", "18 to 24", "No", "No"],
]


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


@pytest.fixture
def survey(store):
    return saved(store, SURVEY, PROFILE).import_id


def inside(store, survey, **parts):
    save_segment(store, "A group", parts, "an officer")
    asked = store.frame("SELECT question_id FROM questions WHERE survey_id = ? AND wording LIKE '%first%'", [survey])["question_id"].tolist()
    found = segment_tallies(store, survey, asked, segments(store)[0])
    return found[found["option"].notna()].groupby("category")["people"].agg(list).to_dict()


def test_any_of_several_categories_will_do(store, survey):
    assert inside(store, survey, age=["18 to 24", "25 to 34"]) == {INSIDE: [3, 1], OUTSIDE: [2]}


def test_of_several_things_all_must_match(store, survey):
    assert inside(store, survey, age=["18 to 24", "25 to 34"], area=["Hartlepool", "Middlesbrough"]) == {INSIDE: [3], OUTSIDE: [3]}


def test_who_did_not_say_is_not_in_it_and_nobody_is_lost(store, survey):
    assert inside(store, survey, area=["Middlesbrough"], age=["25 to 34"]) == {INSIDE: [1], OUTSIDE: [2, 3]}


def test_a_group_is_said_in_words(store):
    save_segment(store, "Young in two towns", {"area": ["Middlesbrough", "Hartlepool"], "age": ["18 to 24"]}, "an officer")
    assert segments(store)[0].words == "Area: Hartlepool or Middlesbrough; and Age: 18 to 24"


def test_a_group_and_everyone_else_make_up_all_who_answered(store, survey):
    save_segment(store, "Hartlepool", {"area": ["Hartlepool"]}, "an officer")
    asked = store.frame("SELECT question_id FROM questions WHERE wording = 'Do you feel safe?'")["question_id"].tolist()
    found = segment_tallies(store, survey, asked, segments(store)[0])
    whole = store.frame("SELECT option, people FROM tallies WHERE question_id = ? AND split = 'all' ORDER BY option", asked)
    assert found.groupby("option", dropna=False)["people"].sum().tolist() == whole["people"].tolist()
    assert found[found["option"].isna()].set_index("category")["people"].to_dict() == {INSIDE: 2, OUTSIDE: 2}


def test_what_a_survey_did_not_ask_is_named(store, survey):
    save_segment(store, "Disabled people", {"disability": ["Disabled"], "age": ["18 to 24"]}, "an officer")
    assert not_asked(store, survey, segments(store)[0]) == ("disability",)


@pytest.mark.parametrize(("name", "parts"), [("", {"age": ["18 to 24"]}), ("Empty", {}), ("Empty", {"age": []}), ("Odd", {"shoe size": ["9"]})])
def test_a_group_of_everybody_or_without_a_name_is_refused(store, name, parts):
    with pytest.raises(StoreError, match="Nothing was saved"):
        save_segment(store, name, parts, "an officer")
    assert segments(store) == []


def test_groups_are_renamed_and_removed_and_no_two_share_a_name(store):
    one = save_segment(store, "One", {"age": ["18 to 24"]}, "an officer")
    save_segment(store, "Two", {"age": ["25 to 34", "35 to 44"]}, "an officer")
    with pytest.raises(StoreError):
        rename_segment(store, one, "two", "an officer")
    rename_segment(store, one, "  First   of all ", "an officer")
    assert [segment.name for segment in segments(store)] == ["First of all", "Two"]
    remove_segment(store, one, "an officer")
    assert [segment.name for segment in segments(store)] == ["Two"]


def test_a_hostile_name_or_category_is_only_words(store, survey):
    assert inside(store, survey, area=["Hartlepool') OR 1=1 --"]) == {OUTSIDE: [3, 3]}
    rename_segment(store, segments(store)[0].segment_id, "'; DROP TABLE segments; --", "an officer")
    assert len(segments(store)) == 1
