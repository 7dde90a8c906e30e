"""What to do next: the activities that would bring most of the people lacking for each hour, from the office's own history."""

import streamlit as st

from analysis.planning.next_engagement import next_engagement, twelve_months
from analysis.planning.next_words import ASSUMED, cards, gaps, headline, lead, proposals, unreached
from analysis.scope import Scope
from data.clock import today
from pages.parts import session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns
from pages.parts.places import source
from pages.parts.render import render
from pages.parts.view_picker import pick_view

VIEWS = {"proposals": "What is proposed, and why", "lacking": "Where people are lacking"}

begin("What to do next")
if session.missing("activities"):
    empty("No activity has been added yet, so there is no history to learn from.", "activities")
else:
    found = next_engagement(session.history(Scope()).so_far())
    head(headline(found), lead(found))
    place, _ = st.columns(2, gap="small")
    if pick_view(place, VIEWS) == "proposals":
        render("proposals.html", cards=cards(found), unreached=unreached(found), assumed=ASSUMED)
        if found.options:
            show.finding(proposals(found, source("activities")))
    else:
        publish = session.publisher(Scope(), twelve_months(today()))
        by_area, by_audience = publish("area_people_short", ["area"]), publish("audience_people_short", ["audience"])
        in_two_columns(gaps(by_area, by_audience, source("activities", "population")), show.finding)
foot()
