import pytest

from data.imports import put_back, withdraw
from data.office import open_office
from data.privacy.erasure import erase
from data.problems import StoreError
from data.settled.codebook import add_theme
from data.settled.comments import clear, comments, progress, quotes, save_reading, take_out
from tests.data.made_comments import TEXTS, WORDING, save_comments
from tests.store import where_held


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def of(store, question, respondent, column="written"):
    found = comments(store, question)
    return found.loc[found["respondent"] == respondent, column].iloc[0]


def test_everything_written_is_held_and_scanned_when_it_is_saved(store):
    survey, question = save_comments(store)
    found = comments(store, question)
    assert found["written"].tolist() == [text for text in TEXTS if text]
    assert set(found["state"]) == {"held"} and not found["cleared"].any()
    assert found["details"].tolist() == [[], [], ["telephone"], [], []]
    assert progress(store, survey)[["written", "read", "cleared"]].values.tolist() == [[5, 0, 0]]


def test_nothing_that_nobody_looked_at_can_be_cleared(store):
    _, question = save_comments(store)
    assert clear(store, question, [1, 2, 3], True, "an officer") == 0
    assert quotes(store, question).empty


def test_what_has_personal_details_in_it_is_cleared_only_once_they_are_taken_out(store):
    _, question = save_comments(store)
    save_reading(store, question, "first", [((1, 2, 3), [])], "an officer")
    assert clear(store, question, [3], True, "an officer") == 0
    assert take_out(store, question, [3], "an officer") == 1
    assert of(store, question, 3) == "Nobody rang back, my number is [telephone removed] if you care"
    assert of(store, question, 3, "state") == "redacted" and not of(store, question, 3, "cleared")
    assert clear(store, question, [3], True, "an officer") == 1
    assert quotes(store, question)["written"].tolist() == ["Nobody rang back, my number is [telephone removed] if you care"]


def test_what_was_taken_out_is_gone_from_every_table_and_its_bytes_are_due_to_go(store):
    _, question = save_comments(store)
    assert where_held(store, "07700 900123")
    take_out(store, question, [3], "an officer")
    assert where_held(store, "07700 900123") == []
    assert store.setting("file to be written anew") is not None


def test_bytes_of_what_was_taken_out_are_gone_when_the_store_is_next_opened(tmp_path):
    path = tmp_path / "cleveland.duckdb"
    with open_office("cleveland", path) as store:
        _, question = save_comments(store, [*TEXTS, "Write to QZGONEQZ at the usual place about it"])
        take_out(store, question, [7], "an officer", ["qzgoneqz"])
    with open_office("cleveland", path):
        pass
    assert not any(b"QZGONEQZ" in file.read_bytes() for file in tmp_path.iterdir())


def test_words_the_checks_missed_are_taken_out_by_hand_and_nothing_else(store):
    _, question = save_comments(store)
    take_out(store, question, [3], "an officer", ["nobody"])
    assert of(store, question, 3) == "[words removed] rang back, my number is 07700 900123 if you care"
    with pytest.raises(StoreError, match="Nothing was changed"):
        take_out(store, question, [3], "an officer", ["words that are not there"])


def test_a_quote_can_be_taken_back(store):
    _, question = save_comments(store)
    save_reading(store, question, "first", [((1,), [])], "an officer")
    clear(store, question, [1], True, "an officer")
    clear(store, question, [1], False, "an officer")
    assert quotes(store, question).empty


def test_reading_again_replaces_what_that_reader_found_and_leaves_the_other_reader_alone(store):
    _, question = save_comments(store)
    a, b = (add_theme(store, WORDING, name, "an officer") for name in ("Patrols", "101"))
    save_reading(store, question, "first", [((1, 5), [a, b]), ((2,), [])], "an officer")
    save_reading(store, question, "second", [((1,), [b])], "an officer")
    save_reading(store, question, "first", [((1,), [a])], "an officer")
    assert of(store, question, 1, "first") == [a] and of(store, question, 1, "second") == [b]
    assert sorted(of(store, question, 5, "first")) == sorted([a, b])
    assert of(store, question, 2, "first") == [] and of(store, question, 2, "first_read") and not of(store, question, 3, "first_read")


def test_a_newer_copy_keeps_what_was_decided_about_the_same_words(store):
    old, question = save_comments(store)
    a = add_theme(store, WORDING, "Patrols", "an officer")
    save_reading(store, question, "first", [((1,), [a]), ((3,), [])], "an officer")
    take_out(store, question, [3], "an officer")
    clear(store, question, [1], True, "an officer")
    _, newer = save_comments(store, [*TEXTS, "A light at the end of our road would help a lot"], replaces=old, name="Newer.csv")
    found = comments(store, newer).set_index("respondent")
    assert found.loc[1, "first"] == [a] and found.loc[1, "cleared"]
    assert found.loc[3, "written"].endswith("[telephone removed] if you care") and found.loc[3, "state"] == "redacted"
    assert found.loc[[2, 4, 5, 7], "state"].tolist() == ["held"] * 4 and not found.loc[7, "first_read"]


def test_withdrawing_and_putting_back_keeps_every_decision(store):
    survey, question = save_comments(store)
    save_reading(store, question, "first", [((1, 2), [])], "an officer")
    before = comments(store, question)
    withdraw(store, survey, "an officer")
    put_back(store, survey, "an officer")
    assert comments(store, question).equals(before)


def test_erasing_an_import_erases_what_was_written_and_what_was_decided_about_it(store):
    survey, question = save_comments(store)
    a = add_theme(store, WORDING, "Patrols", "an officer")
    save_reading(store, question, "first", [((1,), [a])], "an officer")
    erase(store, survey, "an officer")
    assert comments(store, question).empty
    for table in ("written_answers", "codes", "shown_themes", "shown_quotes"):
        assert store.frame(f"SELECT 1 FROM {table}").empty, table
    assert len(store.frame("SELECT 1 FROM themes")) == 1


def test_a_change_that_is_refused_never_quotes_an_answer(store):
    _, question = save_comments(store)
    with pytest.raises(StoreError) as refused:
        take_out(store, question, [1], "an officer", ["Anna Made-Up"])
    assert not any(word in str(refused.value) for word in ("station", "Anna"))
    with pytest.raises(StoreError):
        save_reading(store, "no such question", "first", [((1,), [])], "an officer")


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://evil.example","click") and more words so that it is long',
        "<img src=x onerror=alert(1)> <b>bold</b> and **markdown** ![x](http://evil.example/x.png)",
        "right to left \u202egnihtyreve\u202c and zero\u200bwidth and a null \u0001 mark in the midst",
        "a" * 30_000,
        "me@" * 4000 + "end of a long chain of addresses that are none",
        "'; DROP TABLE answers; -- little Bobby wrote this",
    ],
)
def test_hostile_words_are_held_read_and_redacted_like_any_other(store, text):
    _, question = save_comments(store, [text, *TEXTS])
    found = comments(store, question)
    assert len(found) == 6 and set(found["state"]) == {"held"}
    save_reading(store, question, "first", [((1,), [])], "an officer")
    take_out(store, question, [1], "an officer")
    assert of(store, question, 1, "first_read")
    assert not any("unchecked" in kind for kind in of(store, question, 1, "details"))


def test_a_store_saved_before_answers_were_held_back_holds_them_now(store):
    survey, question = save_comments(store)
    with store.writing() as cursor:
        cursor.execute("DELETE FROM written_answers")
    assert set(comments(store, question)["state"]) == {"held"}
    save_reading(store, question, "first", [((1,), [])], "an officer")
    assert len(store.frame("SELECT 1 FROM written_answers WHERE survey_id = ?", [survey])) == 5
