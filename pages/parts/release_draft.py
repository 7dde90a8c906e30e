"""The draft of a release: what readers would see, what is hidden and why, what has changed since the last, and the button."""

import pandas as pd
import streamlit as st

from analysis.release.release_summary import RULE, audit_words, by_table, changed, hidden_by_reason, people, said_once
from pages.parts import session, session_releases
from pages.parts.render import render


def draft(survey: pd.Series) -> None:
    """Everything the officer should know before releasing a survey."""
    survey_id = survey["survey_id"]
    made = session_releases.history()
    out = made[(made["source"] == session_releases.source_of(survey_id)) & (made["status"] == "current")]
    why_not = session_releases.frozen(survey_id)
    found = session_releases.draft(survey_id)
    since = changed(found.shown, session_releases.last_figures(out["release_id"].iloc[0])) if len(out) else ""
    render(
        "release_draft.html",
        title=survey["title"],
        people=people(found.shown),
        figures=f"{found.shown['people'].notna().sum():,}",
        rule=RULE,
        audit=audit_words(found),
        hidden=hidden_by_reason(found.shown),
        out=out["released_at"].iloc[0] if len(out) else None,
        since=said_once(since, why_not),
    )
    if st.button("Release to readers", type="primary", disabled=bool(why_not), key=f"release.{survey_id}"):
        session_releases.release(survey_id)
        st.rerun()
    render("release_tables.html", rows=by_table(found.shown, session.questions_of(survey_id)), title=survey["title"])
