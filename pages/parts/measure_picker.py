"""Choosing one of the strategy's measures; kept in the address, so that a card can open it."""

import streamlit as st

from analysis.readings import Reading
from analysis.text import label
from pages.parts import session


def pick_measure(readings: list[Reading]) -> Reading:
    """The measure asked for by its title, or the first."""
    titles = [reading.title for reading in readings]
    key = f"measure.{session.office()}"
    asked = st.query_params.get("measure", "")
    if st.session_state.get(key) not in titles:
        st.session_state[key] = asked if asked in titles else titles[0]
    chosen = st.selectbox("Measure", titles, format_func=lambda title: label(title, 100), key=key)
    if st.query_params.get("measure") != chosen:
        st.query_params["measure"] = chosen
    return readings[titles.index(chosen)]
