"""Trends: the questions asked from wave to wave, and whether the answers really changed."""

import streamlit as st

from analysis.answered.tracked_findings import of_line, page_headline
from pages.parts import session, session_waves, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns
from pages.parts.render import render

LEAD = "A change is called real only where the waves asked the same thing in the same way and the difference is more than chance explains."

begin("Trends")
if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    heading = session.slot()
    weighted = session_waves.any_weights() and st.toggle("Use the weights in the surveys' files", key="trends.weighted")
    lines = session_waves.lines(bool(weighted))
    with heading:
        head(page_headline(lines), LEAD)
    render("verdicts.html", lines=lines)
    in_two_columns((of_line(line) for line in lines), show.finding)
foot()
