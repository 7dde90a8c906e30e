"""Writing down the days that duties are counted from, and taking one out again."""

import streamlit as st

from data.clock import today
from data.settled.key_dates import KEY_DATES, key_dates, remove_key_date, set_key_date
from pages.parts import session
from pages.parts.written_down import attempt, entries


def key_dates_form() -> None:
    """The days written down, each with a way to take it out, and the form for another; folded away where there are some."""
    kept = key_dates(session.store())
    with st.expander("Days the duties are tested against", expanded=kept.empty):
        entries(kept.assign(what=kept["what"].map(KEY_DATES)), "key_date_id", "key_date.html", remove_key_date)
        with st.form("keydate.form", border=False):
            first, second = st.columns(2, gap="small")
            what = first.selectbox("What happened", list(KEY_DATES), format_func=KEY_DATES.__getitem__, key="keydate.what", filter_mode=None)
            on = second.date_input("Day", value=today(), format="DD/MM/YYYY", key="keydate.on")
            if st.form_submit_button("Write it down"):
                attempt(lambda: set_key_date(session.store(), what, on, session.WHO))
