"""Erasing a file for good: asked for, then confirmed, with nothing to type."""

from typing import Any

import streamlit as st

from data.privacy.erasure import erase
from pages.parts import session
from pages.parts.render import render

_ASKED = "imports.erase"


def erase_button(row: Any) -> None:
    """The first step: ask to erase."""
    if st.button("Erase…", key=f"erase.{row['import_id']}"):
        st.session_state[_ASKED] = row["import_id"]
        st.rerun()


def erasing(row: Any) -> None:
    """The second step, for the file it was asked for: what will be gone, and the way out."""
    if st.session_state.get(_ASKED) != row["import_id"]:
        return
    render("erase.html", row=row)
    with st.container(horizontal=True, key=f"erasing-{row['import_id']}"):
        if st.button("Erase for good", type="primary", key=f"erase.yes.{row['import_id']}"):
            del st.session_state[_ASKED]
            erase(session.store(), row["import_id"], session.WHO)
            session.let_go()
            st.rerun()
        if st.button("Keep it", key=f"erase.no.{row['import_id']}"):
            del st.session_state[_ASKED]
            st.rerun()
