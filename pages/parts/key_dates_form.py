"""Writing down the days that duties are counted from, and taking one out again."""

import streamlit as st

from data.clock import today
from data.problems import SoundingBoardError
from data.settled.key_dates import KEY_DATES, key_dates, remove_key_date, set_key_date
from pages.parts import session
from pages.parts.render import render


def key_dates_form() -> None:
    """The days written down, each with a way to take it out, and the form for another; folded away where there are some."""
    kept = key_dates(session.store())
    with st.expander("Days the duties are tested against", expanded=kept.empty):
        for _, row in kept.iterrows():
            words, act = st.columns([5, 1], vertical_alignment="center")
            with words:
                render("key_date.html", what=KEY_DATES[row["what"]], day=row["fell_on"])
            if act.button("Take out", key=f"keydate.{row['key_date_id']}"):
                remove_key_date(session.store(), row["key_date_id"], session.WHO)
                st.rerun()
        with st.form("keydate.form", border=False):
            first, second = st.columns(2, gap="small")
            what = first.selectbox("What happened", list(KEY_DATES), format_func=KEY_DATES.__getitem__, key="keydate.what", filter_mode=None)
            on = second.date_input("Day", value=today(), format="DD/MM/YYYY", key="keydate.on")
            if st.form_submit_button("Write it down"):
                try:
                    set_key_date(session.store(), what, on, session.WHO)
                except SoundingBoardError as error:
                    render("problem.html", words=str(error))
                else:
                    st.rerun()
