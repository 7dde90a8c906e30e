"""Options: proposed activities weighed before they are taken, and what was decided and why."""

import streamlit as st

from analysis.duties.duty_records import last_twelve_months, with_terms
from analysis.planning.options import first_days, headline, proposals, weigh
from analysis.planning.plan_ahead import ahead
from data.clock import today
from data.settled.key_dates import key_dates
from data.settled.options_weighed import options_weighed
from pages.parts import session
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.options_forms import decide_one, put_forward
from pages.parts.paging import part_of
from pages.parts.render import render
from pages.parts.view_picker import pick_view

VIEWS = {"year": "The year ahead", "first-days": "The first 100 days of a Commissioner"}

begin("Options")
if session.missing("activities"):
    empty("No activity has been added yet, so there is nothing to weigh options against.", "activities")
else:
    heading = session.slot()
    frames = session.frames()
    left, right = st.columns(2, gap="small")
    view = pick_view(left, VIEWS)
    weighed = options_weighed(session.store())
    found = proposals(ahead(frames["plan"], today()), weighed)
    words = "Each is weighed against the office's own history: the middle of like activities, beneath it the least, the most and how many."
    if view == "first-days":
        days = key_dates(session.store())
        start, end, said = first_days(days.loc[days["what"] == "took office", "fell_on"], today())
        found = found[(found["due_to"] >= start) & (found["due_to"] <= end)]
        words = f"{said} {words}"
    duties = {duty.id: duty.name for duty in session.profile().duties}
    whole = frozenset(area.name for area in session.profile().areas if area.whole)
    options = weigh(found, with_terms(frames), last_twelve_months(frames, today()), duties, whole)
    with heading:
        head(headline(options), words)
    render("options.html", rows=part_of(options, 15, "Part of the list", "options.part", right))
    decide_one(options, found)
    put_forward()
foot()
