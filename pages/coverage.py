"""Who we heard from: respondents beside the population, the nine protected characteristics, the last-heard clock, and everything together."""

import streamlit as st

from pages.parts import session
from pages.parts.coverage_activity import activity
from pages.parts.coverage_respondents import respondents
from pages.parts.coverage_together import characteristics, together
from pages.parts.empty import empty
from pages.parts.frame import begin, foot
from pages.parts.view_picker import pick_view

begin("Who we heard from")
if session.missing("survey") and session.missing("activities"):
    empty("No survey and no activity has been added yet.", "survey")
else:
    heading = session.slot()
    left, right = st.columns([1, 1])
    views = {
        "characteristics": "The nine protected characteristics",
        "last-heard": "When each audience was last heard",
        "together": "Surveys and activities together",
    }
    view = pick_view(left, views if session.missing("survey") else {"respondents": "Respondents beside residents", **views})
    if view == "respondents":
        respondents(heading, right)
    elif view == "characteristics":
        characteristics(heading)
    elif view == "last-heard":
        activity(heading)
    else:
        together(heading)
foot()
