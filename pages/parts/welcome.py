"""The first screen: which office, and three ways to begin."""

import streamlit as st

from data.profile import available, load
from pages.parts import session
from pages.parts.frame import head
from pages.parts.render import render
from pages.parts.role import is_reader
from pages.parts.try_example import try_example
from publishing.template import template


def welcome() -> None:
    """Try the example with one click; or choose the office, and add a file or take its template. Readers are told that nothing is there."""
    if is_reader():
        head(
            "Nothing has been released yet", "Figures appear here when the engagement officer has added and released them.", eyebrow="Sounding Board"
        )
        return
    head(
        "Who have we heard, what did they say, what changed, and how do we know?",
        "No data yet. Start with the example, or add your first file.",
        eyebrow="Sounding Board",
    )
    offices = available()
    current = session.office()
    first, second, third = st.columns(3, gap="medium")
    with first.container(border=True, height="stretch", key="start-example"):
        render(
            "section.html",
            title="Try example data",
            words="Three made-up years of an office like yours. It is kept apart from your own data and can be removed.",
        )
        for office in [current] if current else offices:
            try_example(office, offices[office])
    with second.container(border=True, height="stretch", key="start-office"):
        render("section.html", title="Choose your office", words="Its strategy decides which measures, areas and terms you see.")
        chosen = st.selectbox(
            "Office",
            list(offices),
            index=list(offices).index(current) if current else None,
            format_func=offices.__getitem__,
            placeholder="Choose your office",
            key="welcome.office",
        )
        if chosen and chosen != current:
            session.choose(chosen)
            st.rerun()
    with third.container(border=True, height="stretch", key="start-file"):
        render(
            "section.html",
            title="Add a file",
            words="Any spreadsheet or survey export, as it is. Or take a template with your strategy's own terms in its lists."
            + ("" if current else " Choose your office first."),
        )
        if st.button("Add a file", disabled=not current, key="welcome.add"):
            st.switch_page("pages/upload.py")
        st.download_button(
            "Download a template",
            data=(lambda: template(load(current))) if current else "",
            file_name=f"{current}-engagement-template.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="welcome.template",
            on_click="ignore",
            disabled=not current,
        )
