"""The bar that says with whose eyes a visitor looks, and the one click between officer and reader."""

import streamlit as st

from pages.parts import role
from pages.parts.render import render


def reader_bar() -> None:
    """Above every page a reader sees: that it shows released figures only, and for the officer the way back."""
    if not role.is_reader():
        return
    if role.readers_only():
        render("reader_bar.html", officer=False)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="reader-bar"):
        render("reader_bar.html", officer=True)
        st.button("Back to the officer's view", on_click=role.view_as_reader, args=(False,), key="reader.leave")


def as_reader() -> None:
    """Below every page of the officer's: the way to see it as readers do."""
    if not role.is_reader():
        st.button("View as a reader", on_click=role.view_as_reader, args=(True,), key="reader.enter")
