"""A survey counted by combinations of characteristics, kept between reruns."""

import pandas as pd
import streamlit as st

from data.counted import weighting_cells as stored
from data.store import Store
from pages.parts import session


@st.cache_resource(show_spinner=False, max_entries=12)
def _cells(key: str, survey_id: str, margins: tuple[str, ...], _store: Store) -> pd.DataFrame:
    return stored.cells(_store, survey_id, margins)


@st.cache_resource(show_spinner=False, max_entries=24)
def _answers(key: str, survey_id: str, question_ids: tuple[str, ...], margins: tuple[str, ...], _store: Store) -> pd.DataFrame:
    return stored.answer_cells(_store, survey_id, question_ids, margins)


def cells_of(survey_id: str, margins: tuple[str, ...]) -> pd.DataFrame:
    """How many respondents of one survey have each combination of characteristics."""
    return _cells(session.key(), survey_id, margins, session.store())


def answers_of(survey_id: str, question_ids: tuple[str, ...], margins: tuple[str, ...]) -> pd.DataFrame:
    """How many of each combination gave each answer to these questions."""
    return _answers(session.key(), survey_id, question_ids, margins, session.store())
