"""Imports: every file that was added, what was kept and why not all, and the way to take one out of the figures and back."""

import streamlit as st

from data import frames as read
from data.fields import KIND_TITLES
from data.imports import put_back, withdraw
from data.problems import SoundingBoardError
from pages.parts import session
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.render import render
from pages.parts.try_example import leave_example

begin("Imports")
if not session.office() or session.frames()["imports"].empty:
    empty("No file has been added yet.", "imports")
else:
    files = session.frames()["imports"]
    current = (files["status"] == "current").sum()
    head(f"{current} of {len(files)} files are in the figures", "A file taken out of the figures stays here, and can be put back.")
    if session.is_example():
        leave_example()
    for _, row in files.iterrows():
        with st.container(border=True, key=f"import-{row['import_id']}"):
            words, act = st.columns([5, 1], vertical_alignment="center")
            with words:
                render(
                    "import.html", row=row, kind=KIND_TITLES[row["kind"]], aside=read.set_aside(session.store(), row["import_id"]).to_dict("records")
                )
            with act:
                try:
                    if row["status"] == "current":
                        if st.button("Withdraw", key=f"withdraw.{row['import_id']}", help=None):
                            withdraw(session.store(), row["import_id"], session.WHO)
                            st.rerun()
                    elif st.button("Put back", key=f"back.{row['import_id']}"):
                        put_back(session.store(), row["import_id"], session.WHO)
                        st.rerun()
                except SoundingBoardError as error:
                    render("problem.html", words=str(error))
    render("changes.html", rows=read.changes(session.store()).head(30).to_dict("records"))
foot()
