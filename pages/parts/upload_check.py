"""The second state of an upload: what was read, its first figures, and the few things to check."""

import streamlit as st

from data.days import in_words
from data.logbook.fields import KIND_TITLES
from data.prepare import Prepared
from data.questionnaire.survey import SurveyReading
from pages.parts import session
from pages.parts.frame import head
from pages.parts.render import render
from pages.parts.upload_ask import ask
from pages.parts.upload_mend import mend
from pages.parts.upload_preview import preview
from pages.parts.upload_remembered import recalled
from pages.parts.upload_repairs import repair
from pages.parts.upload_settings import settings
from pages.parts.upload_state import Upload


def check(state: Upload) -> None:
    """Show what the file holds and offer to save it."""
    if not state.settled():
        head(state.words, "This goes on even if you look at another page.")
        _wait()
        return
    if state.receipts:
        st.rerun()
    opened = state.opened
    if opened is None:
        return
    if opened.refused:
        raise opened.refused
    if opened.same and opened.same.status == "current":
        head("This file has been added before", f"{opened.same.file_name} was added on {in_words(opened.same.imported_at)}. Nothing was changed.")
        _again(state)
        return
    if opened.unrecognised:
        ask(state)
        return
    head(f"We read {', '.join(one.counted for one in opened.prepared)}", f"{opened.book.name}. Nothing has been saved yet.")
    _save_bar(state, "top")
    recalled(state)
    for one in opened.prepared:
        _sheet(state, one)
    mend(opened, state.round)
    render(
        "left_out.html", prepared=opened.prepared, notices=opened.book.notices, hidden=[sheet.name for sheet in opened.book.sheets if sheet.hidden]
    )


def _sheet(state: Upload, one: Prepared) -> None:
    render(
        "section.html",
        title=f"{KIND_TITLES[one.kind]}: {one.counted}",
        words=f"{f'Sheet {one.sheet.name}.' if one.sheet.name else ''}{_reach(one)}".strip(),
    )
    _copy(state, one)
    preview(state.opened.preview, one, session.profile())  # type: ignore[union-attr]
    settings(state, one)
    repair(state, one)


def _reach(one: Prepared) -> str:
    reading = one.reading
    if isinstance(reading, SurveyReading):
        if not reading.opened_on or not reading.closed_on:
            return ""
        first, last = in_words(reading.opened_on), in_words(reading.closed_on)
        return f" {first} to {last}." if first != last else f" {first}."
    if reading.up_to:
        return f" Up to {in_words(reading.up_to)}."
    undated = " No dates were found, so no period will count these activities. Match a column of dates, or put them in the file."
    return undated if one.kind == "activities" else ""


def _copy(state: Upload, one: Prepared) -> None:
    """A newer copy takes the older one's place unless the officer says otherwise: counting both would count things twice."""
    earlier = state.opened.copies.get(one.sheet.name) if state.opened else None
    if earlier is None:
        return
    options = ["replace", "beside"]
    words = {"replace": f"It is a newer copy of {earlier.file_name}: put it in its place", "beside": "It is something else: keep both"}
    found = state.opened.differences[one.sheet.name]  # type: ignore[union-attr]
    render("difference.html", found=found, name=earlier.file_name, kind=KIND_TITLES[one.kind])
    chosen = st.selectbox(
        f"{earlier.shared:,} of the {earlier.had:,} rows added on {in_words(earlier.imported_at)} are in this file",
        options,
        format_func=words.__getitem__,
        key=f"copy.{state.round}.{one.sheet.name}",
        filter_mode=None,
    )
    state.beside = state.beside - {one.sheet.name} if chosen == "replace" else state.beside | {one.sheet.name}


def _save_bar(state: Upload, where: str) -> None:
    with st.container(horizontal=True, key=f"save-bar-{where}"):
        counted = state.opened.prepared[0].counted.split(" to ")[0] if state.opened and len(state.opened.prepared) == 1 else "all of it"
        if st.button(f"Save {counted}", type="primary", key=f"save.{where}"):
            state.save()
            st.rerun()
        if st.button("Cancel", key=f"cancel.{where}"):
            state.clear()
            st.rerun()


def _again(state: Upload) -> None:
    if st.button("Add another file", type="primary", key="another"):
        state.clear()
        st.rerun()


@st.fragment(run_every=0.7)
def _wait() -> None:
    from pages.parts.upload_state import upload

    st.progress(0.5, text="Working…")
    if upload().working is None or upload().working.done():  # type: ignore[union-attr]
        st.rerun()
