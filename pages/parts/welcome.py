"""The first screen: which office, and three ways to begin."""

import streamlit as st

from data.profile import available, load
from pages.parts import session
from pages.parts.frame import head
from pages.parts.render import render
from pages.parts.try_example import try_example
from publishing.template import template


def welcome() -> None:
    """Choose the office; then try the example, add a file, or take a template."""
    head("Who have we heard, what did they say, what changed, and how do we know?", "No data yet. Start with the example, or add your first file.", eyebrow="Sounding Board")
    offices = available()
    current = session.office()
    chosen = st.selectbox(
        "Office",
        list(offices),
        index=list(offices).index(current) if current else None,
        format_func=lambda name: offices[name],
        placeholder="Choose your office",
        key="welcome.office",
    )
    if chosen and chosen != current:
        session.choose(chosen)
        st.rerun()
    if not current:
        return
    first, second, third = st.columns(3, gap="medium")
    with first.container(border=True, key="start-example"):
        render("section.html", title="Try example data", words="Three made-up years of an office like yours. It is kept apart from your own data and can be removed.")
        try_example()
    with second.container(border=True, key="start-file"):
        render("section.html", title="Add a file", words="Any spreadsheet or survey export. You do not need to tidy it first.")
        st.page_link("pages/upload.py", label="Add a file")
    with third.container(border=True, key="start-template"):
        render("section.html", title="Download a template", words="A workbook with your strategy's own terms in its drop-down lists.")
        profile = load(current)
        st.download_button(
            "Download the template",
            data=lambda: template(profile),
            file_name=f"{current}-engagement-template.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="welcome.template",
            on_click="ignore",
        )
