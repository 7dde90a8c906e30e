"""Activities: how much was done, how, where, for whom – and how sure the numbers are."""

import streamlit as st

from analysis.activity_findings import VIEWS, findings, headline
from pages.parts import filters, session, show
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns
from pages.parts.places import source
from pages.parts.summary import ACTIVITY
from pages.parts.view_picker import pick_view

MORE = (("gaps", "Gaps and trends"), ("load", "Consultation load"), ("value", "Cost and reach"), ("next_engagement", "What to do next"))

begin("Activities")
if session.missing("activities"):
    empty("No activity has been added yet.", "activities")
else:
    heading = session.slot()
    scope, period = filters.scope()
    read = session.read(ACTIVITY, scope, period)
    with heading:
        head(*headline(read, filters.said(scope), session.frames()["activities"]))
    cards(read, [reading.when for reading in read], with_status=False)
    publish = session.publisher(scope, period)
    place, _ = st.columns(2, gap="small")
    view = pick_view(place, VIEWS)
    in_two_columns(findings(view, publish, read, source("activities")), show.finding)
    with st.container(horizontal=True, key="activities-more"):
        for name, label in MORE:
            st.page_link(f"pages/{name}.py", label=label)
foot()
