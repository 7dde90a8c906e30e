"""What was settled about an earlier file with the same headings and is used again: shown, and forgotten in one click."""

import streamlit as st

from pages.parts.render import render
from pages.parts.upload_state import Upload


def recalled(state: Upload) -> None:
    """What is used again for this file; nothing where nothing is."""
    if not state.opened or not state.opened.recalled:
        return
    facts = list(dict.fromkeys(fact.words for fact in state.opened.recalled))
    words, act = st.columns([5, 1], vertical_alignment="center")
    with words:
        render("remembered.html", facts=facts)
    if act.button("Forget these", key=f"forget.{state.round}"):
        state.forget()
