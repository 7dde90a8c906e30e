import pytest

from data.counted.theme_tallies import theme_options, theme_tallies
from data.office import open_office
from data.problems import StoreError
from data.settled.codebook import add_theme, asked, change_theme, codebook, merge_themes, remove_theme
from data.settled.comments import comments, save_reading
from tests.data.made_comments import WORDING, save_comments


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


@pytest.fixture
def coded(store):
    """Two themes; comments 1 and 2 have both, 3 the first, 4 the second, 5 was read and has none."""
    survey, question = save_comments(store)
    a, b = (add_theme(store, WORDING, name, "an officer") for name in ("Patrols", "101"))
    save_reading(store, question, "first", [((1, 2), [a, b]), ((3,), [a]), ((4,), [b]), ((5,), [])], "an officer")
    return survey, question, a, b


def names(store):
    return codebook(store, WORDING)["name"].tolist()


def test_themes_stand_in_the_order_they_were_added_with_how_many_answers_have_each(store, coded):
    found = codebook(store, WORDING)
    assert found["name"].tolist() == ["Patrols", "101"] and found["given"].tolist() == [3, 3]


def test_the_next_wave_of_the_same_question_has_the_same_codebook(store, coded):
    assert codebook(store, asked(None, WORDING))["name"].tolist() == ["Patrols", "101"]
    assert asked("How safe?", "By day") == "How safe? – By day"


@pytest.mark.parametrize("name", ["", "   ", "patrols"])
def test_a_theme_without_a_name_or_with_one_that_is_taken_is_refused(store, coded, name):
    with pytest.raises(StoreError):
        add_theme(store, WORDING, name, "an officer")
    assert names(store) == ["Patrols", "101"]


def test_renaming_keeps_what_was_coded(store, coded):
    _, _, a, _ = coded
    change_theme(store, a, "Visible policing", "Officers seen", "on foot", "cars", "an officer")
    one = codebook(store, WORDING).iloc[0]
    assert one[["name", "definition", "included", "excluded", "given"]].tolist() == ["Visible policing", "Officers seen", "on foot", "cars", 3]
    with pytest.raises(StoreError):
        change_theme(store, a, "101", "", "", "", "an officer")


def test_merging_counts_an_answer_with_both_once(store, coded):
    _, question, a, b = coded
    merge_themes(store, b, a, "an officer")
    assert names(store) == ["Patrols"] and codebook(store, WORDING)["given"].tolist() == [4]
    assert comments(store, question)["first"].tolist() == [[a], [a], [a], [a], []]
    with pytest.raises(StoreError):
        merge_themes(store, a, a, "an officer")


def test_removing_leaves_what_had_only_that_theme_read_with_none(store, coded):
    _, question, a, b = coded
    remove_theme(store, b, "an officer")
    found = comments(store, question)
    assert found["first"].tolist() == [[a], [a], [a], [], []] and found["first_read"].all()


def test_people_per_theme_are_counted_once_each_of_those_read(store, coded):
    survey, question, _, _ = coded
    whole = theme_tallies(store, survey, question)
    assert whole["people"].tolist() == [3, 3, 5] and whole["option"].tolist()[:2] == [1, 2]
    assert theme_options(store, question, WORDING)["label"].tolist() == ["Patrols", "101"]


def test_people_per_theme_within_groups_add_to_the_whole_where_all_said(store, coded):
    survey, question, _, _ = coded
    own = theme_tallies(store, survey, question, "sex")
    assert own.groupby("option", dropna=False)["people"].sum().tolist() == [3, 3, 5]
    assert own.loc[own["option"].isna() & (own["category"] == "Female"), "people"].tolist() == [3]


def test_a_second_readers_themes_are_not_counted(store, coded):
    survey, question, a, b = coded
    save_reading(store, question, "second", [((5,), [a, b])], "another officer")
    assert theme_tallies(store, survey, question)["people"].tolist() == [3, 3, 5]
