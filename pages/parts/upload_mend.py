"""The way to mend a file in a spreadsheet: its rows come back as a workbook, and that is added again."""

import streamlit as st

from data.logbook.repairs import told
from data.upload import Opened
from pages.parts import session
from pages.parts.render import render
from publishing.file_name import file_name
from publishing.mending import can_mend, mending_workbook


def mend(opened: Opened, number: int) -> None:
    """Offer a log's rows as a workbook with the cells to mend coloured; nothing where there is nothing to mend, or too much to do by hand."""
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
