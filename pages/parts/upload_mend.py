"""The way to mend a file in a spreadsheet: a log's rows come back as a workbook to add again, and of a survey the list of what to check."""

import streamlit as st

from data.logbook.repairs import told
from data.upload import Opened
from pages.parts import session
from pages.parts.render import render
from publishing.file_name import file_name
from publishing.mending import can_mend, mending_workbook
from publishing.survey_checks import can_check, checks_workbook


def mend(opened: Opened, number: int) -> None:
    """Offer a log's rows as a workbook with the cells to mend coloured; nothing where there is nothing to mend, or too much to do by hand."""
    _checks(opened, number)
    cells = len({(problem.sheet, problem.cell) for one in opened.prepared for problem in one.reading.problems if not told(problem.repair)})
    if not cells or not can_mend(opened.prepared):
        return
    profile = session.profile()
    render("mend.html", cells=cells)
    st.download_button(
        "Download your rows with the cells to mend marked",
        data=lambda: mending_workbook(opened.prepared, profile, opened.choices.terms),
        file_name=file_name(f"{profile.id} rows to mend", "xlsx", session.is_example()),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"mend.{number}",
        on_click="ignore",
    )


def _checks(opened: Opened, number: int) -> None:
    """What was read doubtfully in a survey, left out and set aside, to take to whoever made the export."""
    if not can_check(opened.prepared):
        return
    profile = session.profile()
    st.download_button(
        "Download what to check in this survey",
        data=lambda: checks_workbook(opened.prepared, profile.organisation.short),
        file_name=file_name(f"{profile.id} survey to check", "xlsx", session.is_example()),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"checks.{number}",
        on_click="ignore",
    )
