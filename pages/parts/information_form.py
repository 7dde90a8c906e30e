"""Writing down what people were given to answer a consultation with, and taking it out again."""

from collections.abc import Sequence

import streamlit as st

from analysis.duties.gunning import Consultation
from analysis.text import label
from data.clock import today
from data.settled.information_given import give_information, information_given, take_back_information
from pages.parts import session
from pages.parts.written_down import attempt, entries


def information_form(consultations: Sequence[Consultation]) -> None:
    """What is written down, each with a way to take it out, and the form for more; folded away."""
    kept = information_given(session.store())
    with st.expander("Write down what people were given to answer with"):
        entries(kept, "given_id", "information_given.html", take_back_information)
        with st.form("given.form", border=False):
            chosen = st.selectbox(
                "Consultation",
                range(len(consultations)),
                format_func=lambda at: f"{label(consultations[at].title, 80)}, {consultations[at].when}",
                key="given.consultation",
            )
            first, second, third = st.columns([2, 2, 1], gap="small")
            what = first.text_input("What people were given", placeholder="Draft budget with three options", key="given.what", max_chars=120)
            where = second.text_input("Where it can be seen", placeholder="Web page, file or minute", key="given.kept", max_chars=160)
            on = third.date_input("Given on", value=today(), format="DD/MM/YYYY", key="given.on")
            if st.form_submit_button("Write it down"):
                known = {"activity_ref": consultations[chosen].ref, "title": consultations[chosen].title}
                attempt(lambda: give_information(session.store(), known, what, where, on, session.WHO))
