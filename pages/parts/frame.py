"""The frame around every page: who it is for, whether it is example data, the headline, and the foot."""

import streamlit as st

from pages.parts import session
from pages.parts.guard import guard
from pages.parts.reader_bar import as_reader, reader_bar
from pages.parts.render import render
from pages.parts.role import may_enter
from pages.parts.shell import shell

PRODUCT = "Sounding Board"


def begin(title: str) -> None:
    """Start a page: the guard, its name in the browser's tab, the style, the banner over example data, and who is looking."""
    guard()
    st.set_page_config(page_title=f"{title} – {PRODUCT}", layout="wide")
    render("style.html")
    if session.office() and session.is_example():
        render("banner.html", office=session.profile().organisation.short)
    st.session_state["page"] = title
    reader_bar()
    if not may_enter(title):
        head("This page is for the engagement officer", "What has been released is on the other pages.")
        foot()
        st.stop()


def head(headline: str, lead: str = "", eyebrow: str = "") -> None:
    """The headline of the page, which states its finding; said to screen readers whenever it changes."""
    render("head.html", headline=headline, lead=lead, eyebrow=eyebrow or st.session_state["page"])
    shell(st.session_state["page"], headline)


def foot() -> None:
    """The last line of every page: whose it is, and where to ask."""
    organisation = session.profile().organisation if session.office() else None
    words = f"{organisation.name}. {organisation.strategy}." if organisation else "Sounding Board."
    render("foot.html", words=f"{words} Definitions, how small numbers are treated, and accessibility: see Help.")
    if session.office():
        as_reader()
