"""Showing the themes of a written question to readers, showing them anew, and taking them away."""

import pandas as pd
import streamlit as st

from analysis.finding import Finding
from analysis.written.theme_findings import to_show
from data.counted.theme_tallies import theme_options
from data.settled.codebook import asked
from data.settled.shown_themes import hide_themes, show_themes, shown_themes, themes_frozen
from pages.parts import session
from pages.parts.render import render
from pages.parts.themes import officers_finding


def to_readers(question: pd.Series, survey: pd.Series) -> None:
    """What readers are shown now, and the two buttons. Nothing reaches readers before the survey itself is released."""
    question_id, survey_id = str(question["question_id"]), str(survey["survey_id"])
    found, wrote, read, _ = officers_finding(question, survey)
    shown = shown_themes(session.store(), question_id)
    possible = found is not None and not found.published.empty
    render("to_readers.html", shown=shown["shown_at"].iloc[0] if len(shown) else None, possible=possible)
    would = (_would_show(found, question), read.first["value"], wrote.first["value"]) if found is not None and possible else None
    why = themes_frozen(session.store(), question_id, *would) if would else ""
    if why:
        render("words.html", kind="sb-words", words=why)
    with st.container(horizontal=True, gap="small", key="to-readers"):
        if would and st.button("Show these themes to readers", key=f"show.{question_id}", disabled=bool(why)):
            show_themes(session.store(), survey_id, question_id, *would, session.WHO)
            st.rerun()
        if len(shown) and st.button("Take them away from readers", key=f"hide.{question_id}"):
            hide_themes(session.store(), survey_id, question_id, session.WHO)
            st.rerun()


def _would_show(found: Finding, question: pd.Series) -> pd.DataFrame:
    return to_show(found, theme_options(session.store(), str(question["question_id"]), asked(question["battery"], question["wording"])))
