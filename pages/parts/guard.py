"""The first line of every page: no page runs without the frame that app.py puts around it."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def guard() -> None:
    """Send a visitor who came straight to this page's file through app.py.

    While there is a `pages` folder and nobody has opened the front page yet, Streamlit runs a page's file for a deep link without running app.py, for
    every visitor until somebody opens '/'. The flag it goes by is its own; a browser test opens a deep link first on a fresh server.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
