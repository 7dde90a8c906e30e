"""Saving a group of respondents, giving it another name, and forgetting it."""

import streamlit as st

from analysis.answered.splits import order_of
from data.settled.segments import LONGEST, Segment, remove_segment, rename_segment, save_segment
from data.vocabulary import SPLITS
from pages.parts import session
from pages.parts.render import render


def save_form(first: bool) -> None:
    """Every category respondents of any survey gave: any of one thing, and all the things chosen."""
    known = session.frames()["respondent_tallies"]
    areas = tuple(term.name for term in session.profile().areas)
    with st.form(f"group.save.{session.office()}", clear_on_submit=True, enter_to_submit=False):
        render(
            "section.html",
            title="Save a group" if first else "Save another group",
            words="Several categories of one thing: any of them. Several things: all of them.",
        )
        name = st.text_input("Name of the group", max_chars=LONGEST, placeholder="18 to 34 in two towns")
        parts: dict[str, list[str]] = {}
        columns = st.columns(3)
        offered = {part: categories for part in SPLITS if (categories := order_of(known, part, areas))}
        for at, (part, categories) in enumerate(offered.items()):
            parts[part] = columns[at % len(columns)].multiselect(SPLITS[part], list(categories), key=f"group.{part}", placeholder="Anyone")
        if st.form_submit_button("Save group", type="primary"):
            save_segment(session.store(), name, parts, session.WHO)
            st.rerun()


def one_segment(chosen: Segment) -> None:
    """Rename it or remove it."""
    with st.expander("Rename or remove this group"):
        words, rename, remove = st.columns([3, 1, 1], vertical_alignment="bottom")
        name = words.text_input("Name", value=chosen.name, max_chars=LONGEST, key=f"group.name.{chosen.segment_id}")
        if rename.button("Rename", key=f"group.rename.{chosen.segment_id}"):
            rename_segment(session.store(), chosen.segment_id, name, session.WHO)
            st.rerun()
        if remove.button("Remove", key=f"group.remove.{chosen.segment_id}"):
            remove_segment(session.store(), chosen.segment_id, session.WHO)
            st.rerun()
