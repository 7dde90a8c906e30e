"""The third state of an upload: saved, with the receipt, and where to go."""

import streamlit as st

from data.imports import withdraw
from pages.parts import session
from pages.parts.frame import head
from pages.parts.render import render
from pages.parts.upload_mend import mend
from pages.parts.upload_state import Upload

_WHERE = {
    "activities": ("pages/activities.py", "See activities"),
    "survey": ("pages/survey_results.py", "See the results"),
    "outcomes": ("pages/outcomes.py", "See You said, we did"),
    "plan": ("pages/plan.py", "See the plan"),
    "population": ("pages/coverage.py", "See who we heard from"),
    "context_series": ("pages/trends.py", "See the trends"),
    "boundaries": ("pages/coverage.py", "See the map"),
}


def done(state: Upload) -> None:
    """The receipt reconciles: rows in the file are rows kept and rows set aside."""
    assert state.opened is not None
    head(f"Saved {', '.join(one.counted for one in state.opened.prepared)}", state.opened.book.name)
    render("receipt.html", receipts=list(zip(state.opened.prepared, state.receipts, strict=True)))
    with st.container(horizontal=True, vertical_alignment="center", key="done-links"):
        for kind in dict.fromkeys(one.kind for one in state.opened.prepared):
            page, label = _WHERE[kind]
            st.page_link(page, label=label)
        st.page_link("pages/overview.py", label="See the overview")
        if st.button("Undo this upload", key="undo"):
            for receipt in state.receipts:
                withdraw(session.store(), receipt.import_id, session.WHO, "undone after saving")
            state.clear()
            st.rerun()
        if st.button("Add another file", type="primary", key="another"):
            state.clear()
            st.rerun()
    mend(state.opened, state.round)
