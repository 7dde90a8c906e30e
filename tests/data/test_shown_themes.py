import pandas as pd
import pytest

from data.office import open_office
from data.settled.codebook import add_theme
from data.settled.comments import clear, save_reading, take_out
from data.settled.readers import readers_store
from data.settled.releases import release
from data.settled.shown_themes import hide_themes, show_themes, shown_quotes, shown_themes
from tests.data.made_comments import WORDING, save_comments
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


def test_themes_are_shown_anew_and_taken_away(store, shown):
    survey, question = shown
    show_themes(store, survey, question, THEMES.assign(people=[35.0, 10.0]), 75.0, 75.0, "an officer")
    assert shown_themes(readers_store(store), question)["people"].tolist() == [35, 10]
    hide_themes(store, survey, question, "an officer")
    assert shown_themes(readers_store(store), question).empty and shown_quotes(readers_store(store), question).empty


def test_nothing_of_a_survey_that_is_not_released_reaches_readers(store):
    survey, question = save_comments(store)
    save_reading(store, question, "first", [((1,), [])], "an officer")
    clear(store, question, [1], True, "an officer")
    show_themes(store, survey, question, THEMES, 60.0, 75.0, "an officer")
    seen = readers_store(store)
    assert shown_themes(seen, question).empty and shown_quotes(seen, question).empty and where_held(seen, "on foot at the station") == []
