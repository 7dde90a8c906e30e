"""The first state of an upload: choose a file."""

import streamlit as st

from pages.parts import session
from pages.parts.frame import head
from pages.parts.render import render
from pages.parts.upload_state import Upload
from pages.parts.upload_steps import upload_steps
from publishing.series_template import series_template
from publishing.template import template

ACCEPTED = ["xlsx", "xls", "xlsm", "ods", "csv", "tsv", "txt", "sav", "zsav", "geojson", "json"]


def choose(state: Upload, headed: bool = False) -> None:
    """The drop zone, and where to find a template."""
    if not headed:
        head(
            "Add a spreadsheet or a survey export",
            "Any activity log, outcomes log, plan or survey. You do not need to tidy it first: nothing is saved until you have seen what was read.",
        )
    dropped = st.file_uploader("Choose a file", type=ACCEPTED, key=f"file.{state.round}")
    if dropped is not None:
        state.read(dropped.name, dropped.getvalue())
        st.rerun()
    render("accepted.html")
    upload_steps()
    render("boundaries.html")
    profile = session.profile()
    with st.container(horizontal=True):
        st.download_button(
            "Download the template",
            data=lambda: template(profile),
            file_name=f"{session.office()}-engagement-template.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="upload.template",
            on_click="ignore",
        )
        st.download_button(
            "Template for a published series",
            data=series_template,
            file_name="published-series-template.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="upload.series_template",
            on_click="ignore",
        )
        st.page_link("pages/imports.py", label="What has been added so far")
