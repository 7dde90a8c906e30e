"""Telling people what came of what they said: the words, a place to change them, and writing down that it was done."""

import pandas as pd
import streamlit as st

from analysis.text import label
from analysis.thread.tell_back import LENGTHS, words_for
from analysis.thread.threads import WHOLE, Thread
from data.clock import today
from data.settled.told import FORMATS, tell, told_back, untell
from pages.parts import session
from pages.parts.render import render
from pages.parts.role import is_reader
from pages.parts.written_down import attempt, entries
from publishing.file_name import file_name


def tell_them_back(listed: list[Thread], outcomes: pd.DataFrame) -> None:
    """A finished thing to tell, its words to copy or download, the form that writes it down, and what was written down so far."""
    if is_reader():
        render("words.html", kind="sb-words", words="Here the engagement officer writes the words that people are told, and when they were.")
        return
    render(
        "section.html",
        title="Tell people what came of it",
        words="The words come from the log and nothing is added. Change them as you need; a translation needs a translator.",
    )
    finished = sorted((one for one in listed if one.finished), key=lambda one: one.link("told").state == WHOLE)
    if finished:
        _one(finished, outcomes)
    else:
        render("words.html", kind="sb-words", words="Nothing in this period is finished, so there is nothing to tell yet.")
    _written_down()


def _one(finished: list[Thread], outcomes: pd.DataFrame) -> None:
    names = [f"{'Told' if one.link('told').state == WHOLE else 'Not told'}: {label(one.said, 90)}" for one in finished]
    left, right = st.columns([3, 1], gap="small")
    at = left.selectbox("What to tell", range(len(finished)), format_func=names.__getitem__, key="tell.what", filter_mode=None)
    length = right.selectbox("As", list(LENGTHS), format_func=LENGTHS.__getitem__, key="tell.length", filter_mode=None)
    thread = finished[at]
    row = outcomes.loc[outcomes["outcome_id"] == thread.outcome_id].iloc[0]
    name = session.profile().organisation.name
    written = st.text_area(
        "Words to copy", value=words_for(thread, row, length, name), height=260, key=f"tell.words.{thread.outcome_id}.{length}", max_chars=5000
    )
    st.download_button(
        "Download these words",
        data=lambda: written.encode(),
        file_name=file_name("tell-people-back", "txt", session.is_example()),
        mime="text/plain",
        key="tell.download",
        on_click="ignore",
    )
    with st.form("tell.form", border=True):
        render("section.html", title="Write down that people were told", words="")
        whom, how, told_in, on = st.columns(4, gap="small")
        told = {
            "whom": whom.text_input("Told whom", key="tell.whom", max_chars=120),
            "how": how.text_input("Told how", key="tell.how", max_chars=120),
            "told_in": told_in.selectbox("Format or language", FORMATS, key="tell.format", filter_mode=None),
            "on": on.date_input("Date told", value=today(), max_value=today(), format="DD/MM/YYYY", key="tell.on"),
        }
        if st.form_submit_button("Write it down"):
            outcome = {name: row[name] if isinstance(row[name], str) else None for name in ("outcome_ref", "you_said")}
            attempt(lambda: tell(session.store(), outcome, who=session.WHO, **told))  # type: ignore[arg-type]


def _written_down() -> None:
    kept = told_back(session.store())
    if kept.empty:
        return
    render("section.html", title="Written down here", words="Kept apart from the log, so that a newer log does not lose it.")
    entries(kept, "told_id", "told.html", untell, button="Undo")
