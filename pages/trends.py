"""Trends: the questions asked from wave to wave, and whether the answers really changed."""

import streamlit as st

from analysis.answered.tracked_findings import page_headline
from data.settled.file_weights import use_weights, weights_used
from pages.parts import session, session_waves, show
from pages.parts.context_picker import with_context
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns
from pages.parts.render import render

EVERYWHERE = "It is remembered, and holds for these questions on the overview and wherever else they are measured."
LEAD = "A change is called real only where the waves asked the same thing in the same way and the difference is more than chance explains."

begin("Trends")
if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    heading = session.slot()
    weighted = weights_used(session.store())
    if session_waves.any_weights():
        use = st.toggle("Use the weights in the surveys' files", value=weighted, key=f"trends.weighted.{weighted}", help=EVERYWHERE)
        if use != weighted:
            use_weights(session.store(), use, session.WHO)
            st.rerun()
    lines = session_waves.lines(weighted)
    with heading:
        head(page_headline(lines), LEAD)
    render("verdicts.html", lines=lines)
    in_two_columns(with_context(lines), show.finding)
foot()
