"""Choosing a survey, and what to see it by."""

import pandas as pd
import streamlit as st

from analysis.answered.splits import offered, order_of, why_not
from data.vocabulary import SPLITS
from pages.parts import session, session_releases
from pages.parts.render import render
from pages.parts.role import is_reader


def pick_survey(place: st.delta_generator.DeltaGenerator) -> pd.Series:
    """The survey to look at, newest first; kept in the address."""
    surveys = session.frames()["surveys"].iloc[::-1]
    ids = list(surveys["survey_id"])
    titles = dict(zip(ids, surveys["title"], strict=True))
    wanted = st.query_params.get("survey", "")
    key = f"survey.{session.office()}"
    if st.session_state.get(key) not in ids:
        st.session_state[key] = wanted if wanted in ids else ids[0]
    chosen = place.selectbox("Survey", ids, format_func=lambda one: titles[one], key=key)
    if st.query_params.get("survey") != chosen:
        st.query_params["survey"] = chosen
    if is_reader() and (waiting := session_releases.not_released()):
        with place:
            render("words.html", kind="sb-caption", words=f"Not released yet: {'; '.join(waiting)}.")
    return surveys[surveys["survey_id"] == chosen].iloc[0]


def pick_split(place: st.delta_generator.DeltaGenerator, survey: pd.Series) -> tuple[str, tuple[str, ...], str]:
    """What to see answers by, one thing at a time: the split, its categories in order, and why others cannot be had."""
    own = session.respondents_of(survey["survey_id"])
    splits = offered(own)
    chosen = place.selectbox(
        "By",
        ["", *splits],
        format_func=lambda name: SPLITS[name] if name else "All respondents",
        key=f"split.{survey['survey_id']}",
        filter_mode=None,
    )
    areas = tuple(term.name for term in session.profile().areas)
    return chosen, order_of(own, chosen, areas), why_not(own)
