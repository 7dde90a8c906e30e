"""Imports: every file that was added, what was kept and why not all, and the way to take one out of the figures, back, or away for good."""

import streamlit as st

from data import frames as read
from data.problems import SoundingBoardError
from pages.parts import session
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.imports_one import one_import
from pages.parts.imports_remembered import what_is_remembered
from pages.parts.paging import part_of
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
    changes = read.changes(session.store())
    for _, row in part_of(files, 20, "Files", "imports.part").iterrows():
        with st.container(border=True, key=f"import-{row['import_id']}"):
            try:
                one_import(row, changes[changes["import_id"] == row["import_id"]].to_dict("records"))
            except SoundingBoardError as error:
                render("problem.html", words=str(error))
    what_is_remembered()
    render("changes.html", rows=changes.head(30).to_dict("records"))
foot()
