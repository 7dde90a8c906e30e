"""Putting an option forward, and writing down whether it was taken and why."""

import pandas as pd
import streamlit as st

from analysis.planning.options import Option
from analysis.text import label
from data.clock import today
from data.settled.options_weighed import DECISIONS, decide, propose, withdraw_option
from pages.parts import session
from pages.parts.written_down import attempt


def put_forward() -> None:
    """The form for a proposal that the plan does not hold."""
    profile = session.profile()
    with st.expander("Put an option forward"), st.form("option.form", border=False):
        title = st.text_input("What is proposed", key="option.title", max_chars=120)
        first, second, third = st.columns(3, gap="small")
        duties = {"": "None", **{duty.id: duty.name for duty in profile.duties}}
        proposal: dict[str, object] = {
            "title": title,
            "method": first.selectbox("Methodology", [term.name for term in profile.methods], key="option.method"),
            "audience": second.selectbox("Audience", [term.name for term in profile.audiences], key="option.audience"),
            "area": third.selectbox("Area", [term.name for term in profile.areas], key="option.area", filter_mode=None),
            "duty": first.selectbox("Duty it would answer", list(duties), format_func=duties.__getitem__, key="option.duty", filter_mode=None),
            "due_to": second.date_input("Held by", value=today(), format="DD/MM/YYYY", key="option.due"),
        }
        if st.form_submit_button("Put it forward"):
            attempt(lambda: propose(session.store(), proposal, session.WHO))


def decide_one(options: list[Option], found: pd.DataFrame) -> None:
    """The form for a decision on one of the options shown, and a way to take out what was put forward here."""
    if not options:
        return
    with st.expander("Write down a decision"):
        at = st.selectbox(
            "Option", range(len(options)), format_func=lambda i: f"{label(options[i].title, 80)}, by {options[i].due}", key="decide.what"
        )
        with st.form("decide.form", border=False):
            first, second = st.columns([1, 3], gap="small")
            decision = first.selectbox("Decision", list(DECISIONS), index=1, format_func=DECISIONS.__getitem__, key="decide.as", filter_mode=None)
            why = second.text_input("Why", key="decide.why", max_chars=300)
            if st.form_submit_button("Write it down"):
                attempt(lambda: _decide(options[at].option_id, found.iloc[at], decision, why))
        if options[at].option_id and st.button("Take this option out", key="decide.out"):
            attempt(lambda: withdraw_option(session.store(), options[at].option_id, session.WHO))


def _decide(option_id: str, row: pd.Series, decision: str, why: str) -> None:
    decide(session.store(), option_id or propose(session.store(), _from_plan(row), session.WHO), decision, why, today(), session.WHO)


def _from_plan(row: pd.Series) -> dict[str, object]:
    """A line of the plan as a proposal: one methodology, area and audience stand for it where it has several."""
    first = {name: next(iter(sorted(row[f"{name}s"])), None) for name in ("method", "area", "audience")}
    return {"title": row["title"], "duty": row["duty"] if isinstance(row["duty"], str) else None, "due_to": row["due_to"].date(), **first}
