"""Showing the themes of a written question to readers, showing them anew, and taking them away."""

import pandas as pd
import streamlit as st

from analysis.written.theme_findings import to_show
from data.counted.theme_tallies import theme_options
from data.settled.codebook import asked
from data.settled.shown_themes import hide_themes, show_themes, shown_themes
from pages.parts import session
from pages.parts.render import render
from pages.parts.themes import officers_finding


def to_readers(question: pd.Series, survey: pd.Series) -> None:
    """What readers are shown now, and the two buttons. Nothing reaches readers before the survey itself is released."""
    question_id, survey_id = str(question["question_id"]), str(survey["survey_id"])
    found, wrote, read, _ = officers_finding(question, survey)
    shown = shown_themes(session.store(), question_id)
    render("to_readers.html", shown=shown["shown_at"].iloc[0] if len(shown) else None, possible=found is not None and not found.published.empty)
    with st.container(horizontal=True, gap="small", key="to-readers"):
        if found is not None and not found.published.empty and st.button("Show these themes to readers", key=f"show.{question_id}"):
            options = theme_options(session.store(), question_id, asked(question["battery"], question["wording"]))
            show_themes(session.store(), survey_id, question_id, to_show(found, options), read.first["value"], wrote.first["value"], session.WHO)
            st.rerun()
        if len(shown) and st.button("Take them away from readers", key=f"hide.{question_id}"):
            hide_themes(session.store(), survey_id, question_id, session.WHO)
            st.rerun()
