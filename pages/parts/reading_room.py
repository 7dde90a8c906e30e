"""What the reading room reads from the store, kept until something changes: comments, their cards, the codebook, how far one has come."""

import pandas as pd
import streamlit as st

from analysis.text import label
from analysis.written.reading_queue import Card, cards
from data.settled.codebook import asked, codebook
from data.settled.comments import comments, progress
from data.store import Store
from pages.parts import session


def written_questions(survey_id: str) -> pd.DataFrame:
    """The written questions of a survey that anybody answered, the most answered first."""
    asked_of = session.questions_of(survey_id)
    counts = progress(session.store(), survey_id).set_index("question_id")["written"]
    answered = asked_of[asked_of["question_id"].isin(counts.index)]
    return answered.assign(written=answered["question_id"].map(counts)).sort_values("written", ascending=False, kind="stable")


def codebook_of(question: pd.Series) -> pd.DataFrame:
    """The themes of a question."""
    return codebook(session.store(), asked(question["battery"], question["wording"]))


def comments_of(question: pd.Series) -> pd.DataFrame:
    """Every written answer to it."""
    return _comments(session.key(), str(question["question_id"]), session.store())


def cards_of(question: pd.Series, reader: str) -> list[Card]:
    """What a reader reads, words that are alike together."""
    themes = codebook_of(question)
    words = {one.theme_id: f"{one.name}. {one.definition}. {one.included}" for one in themes.itertuples(index=False, name="Theme")}
    return _cards(session.key(), str(question["question_id"]), reader, comments_of(question), words)


def headline(question: pd.Series) -> tuple[str, str]:
    """How many have been read, and the question. Exact, for the officer alone."""
    found = comments_of(question)
    read = int(found["first_read"].sum())
    words = f"{read:,} of {len(found):,} comments read" if read < len(found) else f"All {len(found):,} comments read"
    return words, f"{label(question['wording'], 1000)} Nothing written leaves this page until you have cleared it to be quoted."


def progress_words(found: list[Card]) -> dict[str, int]:
    """People and comments this reader has read, and is still to read."""
    return {
        "read": sum(len(card.people) for card in found if card.read),
        "people": sum(len(card.people) for card in found),
        "left": sum(not card.read for card in found),
        "details": sum(bool(card.details) for card in found),
    }


@st.cache_resource(show_spinner=False, max_entries=4)
def _comments(key: str, question_id: str, _store: Store) -> pd.DataFrame:
    return comments(_store, question_id)


@st.cache_resource(show_spinner=False, max_entries=4)
def _cards(key: str, question_id: str, reader: str, _comments: pd.DataFrame, _words: dict[str, str]) -> list[Card]:
    return cards(_comments, _words, reader)
