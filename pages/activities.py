"""Activities: how much was done, how, where, for whom – and how sure the numbers are."""

import streamlit as st

from analysis.activity_findings import findings, headline
from pages.parts import filters, session, show
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.places import source
from pages.parts.summary import SUMMARY, summary

begin("Activities")
if session.missing("activities"):
    empty("No activity has been added yet.", "activities")
else:
    heading = session.slot()
    scope, period = filters.scope()
    read = summary(SUMMARY, scope, period)
    with heading:
        head(*headline(read, filters.said(scope)))
    cards(read, [reading.when for reading in read], with_status=False)
    found = findings(lambda name, by, all_time=False: session.published(name, scope, None if all_time else period, by), read, source("activities"))
    left, right = st.columns(2, gap="large")
    for i, finding in enumerate(found):
        with left if i % 2 == 0 else right:
            show.finding(finding)
foot()
