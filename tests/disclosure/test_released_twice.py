"""The subtraction of two releases a few people apart: whatever the officer does to the file between them, the second is not made."""

import hashlib

import pytest

from data.imports import withdraw
from data.office import open_office
from data.privacy.erasure import erase
from data.problems import StoreError
from data.profile import load
from data.settled.freeze import frozen
from data.settled.releases import release, released, withdraw_release
from pages.parts.session_releases import draft_of
from tests.data.made_export import HEADINGS, export
from tests.store import saved, where_held

PROFILE = load("cleveland")
PEOPLE = 200


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def nameless(people, skip=0):
    """The export without the ids of responses, as some tools give it: no newer copy of it is known for one."""
    return [row[1:] for row in export(people, skip)]


def one_changed(rows):
    """The same people, one of whom now says something else."""
    at = rows[0].index("How far do you agree?")
    return [*rows[:-1], [*rows[-1][:at], "Strongly disagree", *rows[-1][at + 1 :]]]


def out(store, rows, name="first.csv", replaces=""):
    survey = saved(store, rows, PROFILE, name=name, replaces=replaces).import_id
    made = release(store, survey, draft_of(store, PROFILE, survey).shown, "an officer", "10-5", "passed")
    return survey, made


def erased(store, survey, _made):
    erase(store, survey, "an officer")


def withdrawn(store, survey, made):
    withdraw_release(store, made, "an officer")
    withdraw(store, survey, "an officer")


def left(*_):
    """Nothing is done: the second file stands beside the first."""


AGAIN = {
    "the same file": lambda rows: rows,
    "one changed": one_changed,
    "nine fewer": lambda rows: [rows[0], *rows[10:]],
    "nine more": lambda rows: [*rows, *rows[1:10]],
    "other headings": lambda rows: [
        ["Sent in", *rows[0][1:]] if rows[0][0] != "Response ID" else ["Response ID", "Date submitted", *rows[0][2:]],
        *rows[1:],
    ],
    "a column more": lambda rows: [[*rows[0], "Do you drive?"], *([*row, "Yes"] for row in rows[1:])],
    "a column fewer": lambda rows: [row[:-1] for row in rows],
}


@pytest.mark.parametrize("again", AGAIN.values(), ids=AGAIN)
@pytest.mark.parametrize("between", [erased, withdrawn, left])
@pytest.mark.parametrize("export_of", [export, nameless], ids=["with ids", "without ids"])
def test_a_survey_is_not_released_twice_a_few_people_apart(store, export_of, between, again):
    rows = export_of(PEOPLE)
    between(store, *out(store, rows))
    second = saved(store, [*map(list, again(rows))], PROFILE, name="second.csv").import_id
    assert frozen(store, second).endswith("released.")
    with pytest.raises(StoreError, match="would give those few away"):
        release(store, second, draft_of(store, PROFILE, second).shown, "an officer", "10-5", "passed")


def test_the_freeze_holds_through_a_second_erasure_and_a_third_file(store):
    for name, people in (("first.csv", PEOPLE), ("second.csv", PEOPLE + 30)):
        erased(store, *out(store, export(people), name))
    assert len(store.frame("SELECT * FROM erased_releases")) == 2
    for people in (PEOPLE - 9, PEOPLE + 5, PEOPLE + 25, PEOPLE + 39):
        third = saved(store, export(people), PROFILE, name=f"{people}.csv").import_id
        assert frozen(store, third), people
        erase(store, third, "an officer")


def test_an_older_copy_that_is_erased_still_holds_the_newer_back(store):
    first, _ = out(store, export(PEOPLE))
    second = saved(store, one_changed(export(PEOPLE)), PROFILE, name="newer.csv", replaces=first).import_id
    erase(store, first, "an officer")
    assert "would give those few away" in frozen(store, second)


@pytest.mark.parametrize("people", [PEOPLE - 12, PEOPLE + 12])
def test_with_enough_come_or_gone_an_erased_survey_may_be_released_again(store, people):
    erased(store, *out(store, export(PEOPLE)))
    assert frozen(store, saved(store, export(people), PROFILE, name="second.csv").import_id) == ""


def test_the_size_kept_is_in_fives_and_never_lets_nine_pass(store):
    for people in range(PEOPLE, PEOPLE + 5):
        with open_office("cleveland", None) as own:
            erased(own, *out(own, export(people)))
            assert own.frame("SELECT respondents FROM erased_releases")["respondents"].item() % 5 == 0
            assert frozen(own, saved(own, export(people + 9), PROFILE, name="second.csv").import_id)
            assert frozen(own, saved(own, export(people - 9), PROFILE, name="third.csv").import_id)


def test_nothing_of_a_respondent_an_answer_or_a_question_is_kept_for_it(store):
    survey, made = out(store, export(PEOPLE))
    figures = set(released(store, made)["people"].dropna())
    erase(store, survey, "an officer")
    for words in ("kumquat", "agree", "R199", "Hartlepool", hashlib.sha256(HEADINGS[4].encode()).hexdigest()):
        assert not [place for place in where_held(store, words) if not place.startswith("population")], words
    assert store.frame("SELECT * FROM released").empty and store.frame("SELECT * FROM releases").empty and figures
    kept = store.frame("SELECT * FROM erased_releases")
    assert list(kept.columns) == ["released_at", "opened_on", "closed_on", "asked", "respondents"] and len(kept) == 1


def test_another_wave_other_people_and_other_questions_are_not_held_back(store):
    erased(store, *out(store, export(PEOPLE)))
    later = [[row[0], row[1].replace("2026-05", "2026-08"), *row[2:]] for row in export(PEOPLE)]
    assert frozen(store, saved(store, later, PROFILE, name="wave 2.csv").import_id) == ""
    asked = [[*row[:4], *(["Is it dark?", "What would you change?"] if i == 0 else row[4:])] for i, row in enumerate(export(PEOPLE))]
    assert frozen(store, saved(store, asked, PROFILE, name="other.csv").import_id) == ""


def test_a_survey_of_people_known_to_be_others_is_not_held_back_by_one_that_is_still_there(store):
    out(store, export(PEOPLE))
    others = export(PEOPLE + 300, skip=300)
    assert frozen(store, saved(store, others, PROFILE, name="others.csv").import_id) == ""
