"""Who is looking: the engagement officer, or a reader, who sees what was released and nothing else."""

import os

import streamlit as st

# Pages where respondents are looked at one way and another, and where data is brought in and released. A page is named here or is open to readers.
OFFICERS_ROOMS = frozenset({"Add data", "Imports", "Releases", "Crosstabs", "Trends", "Groups", "Written answers", "Options", "Weighting"})


def readers_only() -> bool:
    """Whether this server serves readers and no officer: started with `--readers`, or with SOUNDING_BOARD_ROLE=reader."""
    return os.environ.get("SOUNDING_BOARD_ROLE", "") == "reader"


def is_reader() -> bool:
    """Whether the visitor sees what readers see."""
    return readers_only() or bool(st.session_state.get("reader", False))


def view_as_reader(yes: bool) -> None:
    """Look with a reader's eyes from now on, or with the officer's again. Where readers only are served nothing changes."""
    st.session_state["reader"] = yes


def may_enter(title: str) -> bool:
    """Whether the visitor may see a page."""
    return not (is_reader() and title in OFFICERS_ROOMS)
