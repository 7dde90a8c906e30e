"""What the coverage page works out once and keeps: comparisons with the census, the clock, the evidence on the nine characteristics."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis.heard.coverage import Coverage, compared
from analysis.heard.last_heard import Clock, clock
from analysis.heard.protected import Evidence, evidence
from analysis.scope import Frames
from data.clock import today
from pages.parts import session
from pages.parts.places import source


@st.cache_resource(show_spinner=False, max_entries=30)
def _compared(key: str, survey_id: str, _own: pd.DataFrame, _frames: Frames, _survey: pd.Series) -> list[Coverage]:
    return compared(_own, _frames["population"], _frames["areas"], _survey)


def compared_with_census(survey: pd.Series) -> list[Coverage]:
    """Every characteristic of one survey that can be set beside the census."""
    name = str(survey["survey_id"])
    return _compared(session.key(), name, session.respondents_of(name), session.frames(), survey)


@st.cache_resource(show_spinner=False, max_entries=6)
def _clock(key: str, _frames: Frames, _today: date, _source: str) -> Clock:
    return clock(_frames, _today, _source)


def last_heard() -> Clock:
    """The last-heard clock up to today."""
    return _clock(session.key(), session.frames(), today(), source("activities", "survey"))


@st.cache_resource(show_spinner=False, max_entries=30)
def _evidence(key: str, when: str, _frames: Frames, _source: str) -> Evidence:
    return evidence(_frames, when, _source)


def protected(when: str, frames: Frames) -> Evidence:
    """The evidence on the nine protected characteristics in the frames of a period."""
    return _evidence(session.key(), when, frames, source("survey", "activities"))
