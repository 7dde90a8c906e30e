import pandas as pd
import pytest

from data.office import open_office
from data.problems import StoreError
from data.settled.codebook import add_theme
from data.settled.comments import clear, save_reading, take_out
from data.settled.readers import readers_store
from data.settled.releases import release
from data.settled.shown_themes import hide_themes, show_themes, shown_quotes, shown_themes, themes_frozen
from tests.data.made_comments import TEXTS, WORDING, save_comments
from tests.store import where_held

THEMES = pd.DataFrame({"position": [1, 2], "name": ["Patrols", "101"], "people": [30.0, None]})
NOTHING = pd.DataFrame(
    {name: pd.Series(dtype="object") for name in ("question_id", "what", "split", "category", "state", "option", "place", "people")}
)


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


@pytest.fixture
def shown(store):
    """One comment read and cleared, its theme shown to readers, and the survey released."""
    survey, question = save_comments(store)
    theme = add_theme(store, WORDING, "Patrols", "an officer")
    save_reading(store, question, "first", [((1,), [theme]), ((2, 3), [])], "an officer")
    clear(store, question, [1], True, "an officer")
    show_themes(store, survey, question, THEMES, 60.0, 75.0, "an officer")
    release(store, survey, NOTHING, "an officer", "10-5", "")
    return survey, question


def test_readers_see_themes_as_shown_and_the_cleared_quotes_and_no_other_word(store, shown):
    _, question = shown
    seen = readers_store(store)
    known = shown_themes(seen, question)
    assert known["name"].tolist() == ["Patrols", "101"] and known["people"].iloc[0] == 30 and pd.isna(known["people"].iloc[1])
    assert shown_quotes(seen, question).to_dict("records") == [
        {"written": "We need officers on foot at the station in the evening", "themes": ["Patrols"]}
    ]
    assert where_held(seen, "waited forty minutes") == [] and where_held(seen, "07700") == []
    for table in ("answers", "written_answers", "codes", "themes", "segments", "respondents"):
        assert seen.frame(f"SELECT 1 FROM {table}").empty, table


def test_a_quote_taken_back_or_redacted_is_gone_from_readers_at_once(store, shown):
    _, question = shown
    take_out(store, question, [1], "an officer", ["station"])
    assert shown_quotes(readers_store(store), question).empty
    clear(store, question, [1], True, "an officer")
    assert shown_quotes(readers_store(store), question)["written"].iloc[0].startswith("We need officers on foot at the [words removed]")
    clear(store, question, [1], False, "an officer")
    assert shown_quotes(readers_store(store), question).empty


@pytest.fixture
def many(store):
    """Fifteen comments, three of them read and their themes shown; and a way to read so many."""
    survey, question = save_comments(store, TEXTS[:5] * 3)

    def read(people):
        save_reading(store, question, "first", [(tuple(range(1, people + 1)), [])], "an officer")

    read(3)
    show_themes(store, survey, question, THEMES, 60.0, 75.0, "an officer")
    release(store, survey, NOTHING, "an officer", "10-5", "")
    return survey, question, read


def test_themes_are_shown_anew_and_taken_away(store, many):
    survey, question, read = many
    read(13)
    show_themes(store, survey, question, THEMES.assign(people=[35.0, 10.0]), 75.0, 75.0, "an officer")
    assert shown_themes(readers_store(store), question)["people"].tolist() == [35, 10]
    hide_themes(store, survey, question, "an officer")
    assert shown_themes(readers_store(store), question).empty and shown_quotes(readers_store(store), question).empty


def test_the_few_read_between_two_showings_cannot_be_told_from_them(store, many):
    survey, question, read = many
    newer = THEMES.assign(people=[35.0, None])
    read(12)
    assert "changed by fewer than 10" in themes_frozen(store, question, newer, 60.0, 75.0)
    hide_themes(store, survey, question, "an officer")
    with pytest.raises(StoreError, match="stay as they were shown, or are taken away"):
        show_themes(store, survey, question, newer, 60.0, 75.0, "an officer")
    assert shown_themes(readers_store(store), question).empty, "and what was taken away stays away"


def test_figures_once_shown_may_be_shown_again_under_other_names(store, many):
    survey, question, _ = many
    hide_themes(store, survey, question, "an officer")
    show_themes(store, survey, question, THEMES.assign(name=["Officers on foot", "101"]), 60.0, 75.0, "an officer")
    assert shown_themes(readers_store(store), question)["name"].tolist() == ["Officers on foot", "101"]


def test_a_newer_copy_of_the_survey_is_held_to_what_was_shown_of_the_older(store, many):
    first, _, _ = many
    _, question = save_comments(store, TEXTS[:5] * 3 + TEXTS[:1], replaces=first)
    assert themes_frozen(store, question, THEMES.assign(people=[35.0, None]), 60.0, 75.0)


def test_nothing_of_a_survey_that_is_not_released_reaches_readers(store):
    survey, question = save_comments(store)
    save_reading(store, question, "first", [((1,), [])], "an officer")
    clear(store, question, [1], True, "an officer")
    show_themes(store, survey, question, THEMES, 60.0, 75.0, "an officer")
    seen = readers_store(store)
    assert shown_themes(seen, question).empty and shown_quotes(seen, question).empty and where_held(seen, "on foot at the station") == []
