"""When a file is not recognised: what is it, and which column is which? Everything may be left as guessed."""

import streamlit as st

from data.logbook.fields import KIND_TITLES
from pages.parts.frame import head
from pages.parts.upload_state import Upload

_FORMATS = {
    "activities": "activity_log",
    "outcomes": "outcomes_log",
    "plan": "engagement_plan",
    "survey": "survey_table",
    "population": "population_table",
    "context_series": "published_series",
}


def ask(state: Upload) -> None:
    """Ask what the file holds, and in which sheet."""
    assert state.opened is not None
    head("What is in this file?", f"{state.opened.book.name} has headings that are not known here. Say what it is; its columns can be matched next.")
    visible = [sheet.name for sheet in state.opened.book.sheets if not sheet.hidden]
    left, right = st.columns(2)
    kind = left.selectbox(
        "It holds",
        list(_FORMATS),
        index=None,
        placeholder="Choose one",
        format_func=KIND_TITLES.__getitem__,
        key=f"kind.{state.round}",
        filter_mode=None,
    )
    sheet = right.selectbox("Sheet", visible, key=f"sheet.{state.round}") if len(visible) > 1 else visible[0]
    if kind:
        state.settle(format=_FORMATS[kind], sheet=sheet)
    if st.button("Cancel", key="cancel.ask"):
        state.clear()
        st.rerun()
