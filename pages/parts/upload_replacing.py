"""Add data, when the next file is to take the place of one that is in the figures."""

import streamlit as st

from pages.parts import session
from pages.parts.frame import head
from pages.parts.upload_state import Upload


def replacing(state: Upload) -> bool:
    """Say which file the next one will replace, and offer to add another instead; false where it replaces none."""
    files = session.frames()["imports"]
    found = files[(files["import_id"] == state.replaces) & (files["status"] == "current")]
    if found.empty:
        state.replaces = ""
        return False
    head("Choose the newer copy", f"It takes the place of {found['file_name'].iloc[0]}. You will see what changes before anything does.")
    if st.button("Add a different file instead", key="replace.cancel"):
        state.clear()
        st.rerun()
    return True
