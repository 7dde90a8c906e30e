"""What is remembered about files, by their headings, and the way to forget it."""

import streamlit as st

from data.settled.memory import forget, remembered
from pages.parts import session
from pages.parts.render import render


def what_is_remembered() -> None:
    """Every set of headings about which something is kept; nothing where nothing is."""
    kept = remembered(session.store())
    if kept.empty:
        return
    render(
        "section.html",
        title="What is remembered",
        words="What you settled about a file is used again for the next one with the same headings. Forgetting it changes nothing that was saved.",
    )
    for _, row in kept.iterrows():
        with st.container(border=True, key=f"kept-{row['fingerprint']}"):
            words, act = st.columns([5, 1], vertical_alignment="center")
            with words:
                render("kept.html", row=row)
            if act.button("Forget", key=f"forget.{row['fingerprint']}"):
                forget(session.store(), [row["fingerprint"]], session.WHO)
                st.rerun()
