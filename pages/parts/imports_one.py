"""One file on the Imports page: what came of it, and what can be done with it."""

from typing import Any

import streamlit as st

from data import frames as read
from data.imports import put_back, withdraw
from data.logbook.fields import KIND_TITLES
from pages.parts import session
from pages.parts.imports_erase import erase_button, erasing
from pages.parts.imports_survey import settle_button, settling
from pages.parts.render import render
from pages.parts.upload_state import upload


def one_import(row: Any, history: list[dict[str, Any]]) -> None:
    """A file with its receipt, its history, and its buttons; a problem with any of them is said beside it."""
    aside = read.set_aside(session.store(), row["import_id"])
    render(
        "import.html",
        row=row,
        kind=KIND_TITLES[row["kind"]],
        aside=aside.to_dict("records"),
        rows_aside=int(aside["whole_row"].sum()) if len(aside) else 0,
        history=history,
    )
    if row["status"] == "erased":
        return
    with st.container(horizontal=True, key=f"acts-{row['import_id']}"):
        _place(row)
        if row["kind"] == "survey" and row["status"] == "current":
            settle_button(row)
        erase_button(row)
    erasing(row)
    settling(row)


def _place(row: Any) -> None:
    """In the figures or out of them, or replaced by a newer copy."""
    one = row["import_id"]
    if row["status"] != "current":
        if st.button("Put back", key=f"back.{one}"):
            put_back(session.store(), one, session.WHO)
            st.rerun()
        return
    if st.button("Withdraw", key=f"withdraw.{one}"):
        withdraw(session.store(), one, session.WHO)
        st.rerun()
    if st.button("Replace", key=f"replace.{one}"):
        state = upload()
        state.clear()
        state.replaces = one
        st.switch_page("pages/upload.py")
