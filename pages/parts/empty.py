"""What a page says before there is anything to show on it."""

import streamlit as st

from pages.parts.frame import head
from pages.parts.role import is_reader


def empty(sentence: str, kind: str) -> None:
    """A friendly sentence and the way to the first file. `kind` names the file that is missing, for the page's tests."""
    if is_reader():
        head("Nothing has been released yet", "Figures appear here when the engagement officer releases them.")
        return
    head(sentence, "Add a file, or try the example data, and this page fills by itself.")
    with st.container(horizontal=True, key=f"empty-{kind}"):
        st.page_link("pages/upload.py", label="Add a file")
        st.page_link("pages/overview.py", label="Start page")
