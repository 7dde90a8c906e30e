"""Tables counted when asked for: one question by another, and questions of some respondents only. Kept for the next rerun."""

import pandas as pd
import streamlit as st

from analysis.answered.selection import Selection
from data.counted import two_way as counted
from data.store import Store
from pages.parts import session


@st.cache_resource(show_spinner=False, max_entries=200)
def _two_way(key: str, survey_id: str, question_id: str, by: str, only: str, _store: Store, _only: Selection) -> pd.DataFrame:
    return counted.two_way(_store, survey_id, question_id, by, dict(_only.fields))


def two_way(survey_id: str, question_id: str, by: str, only: Selection) -> pd.DataFrame:
    """A question by another thing known of the same people, of those selected."""
    return _two_way(session.key(), survey_id, question_id, by, only.address(), session.store(), only)


@st.cache_resource(show_spinner=False, max_entries=100)
def _narrowed(key: str, survey_id: str, question_ids: tuple[str, ...], split: str, only: str, _store: Store, _only: Selection) -> pd.DataFrame:
    return counted.narrowed(_store, survey_id, question_ids, split, dict(_only.fields))


def tallies_of(survey_id: str, question_ids: list[str], split: str, only: Selection) -> pd.DataFrame:
    """The tallies of questions, of everybody or of those selected."""
    if not only:
        return session.tallies_of(question_ids, split)
    return _narrowed(session.key(), survey_id, tuple(question_ids), split, only.address(), session.store(), only)


@st.cache_resource(show_spinner=False, max_entries=100)
def _medians(key: str, survey_id: str, question_ids: tuple[str, ...], only: str, _store: Store, _only: Selection) -> pd.DataFrame:
    return counted.medians(_store, survey_id, question_ids, dict(_only.fields))


def medians_of(survey_id: str, question_ids: list[str], only: Selection) -> pd.DataFrame:
    """The medians of the questions answered with a number."""
    return _medians(session.key(), survey_id, tuple(question_ids), only.address(), session.store(), only)


def people_of(survey: pd.Series, only: Selection) -> float:
    """How many took part, or how many of them are selected."""
    if not only:
        return float(survey["respondents"])
    tally = two_way(survey["survey_id"], "", "all", only)
    return float(tally.loc[tally["grain"] == "everyone", "people"].sum())


@st.cache_resource(show_spinner=False, max_entries=12)
def _channels(key: str, _store: Store) -> pd.DataFrame:
    return counted.channels(_store)


def channels_of(survey_id: str) -> pd.DataFrame:
    """By which links or modes people came to a survey, and how many carry a weight."""
    found = _channels(session.key(), session.store())
    return found[found["survey_id"] == survey_id]


@st.cache_resource(show_spinner=False, max_entries=200)
def _values(key: str, survey_id: str, field: str, _store: Store) -> list[str]:
    return counted.values_of(_store, survey_id, field)


def values_of(survey_id: str, field: str) -> list[str]:
    """What people can be selected by within a field."""
    return _values(session.key(), survey_id, field, session.store())


def order_of(field: str) -> tuple[str, ...]:
    """The categories of a question in the order it offers them; none for a field whose categories have no order of their own."""
    return tuple(session.options_of(field).sort_values("option")["label"])
