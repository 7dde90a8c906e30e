"""Plan: the twelve months around today – what is due, what was held, what is overdue."""

import streamlit as st

from analysis.planned import counts, headline, planned
from data.clock import today
from pages.parts import filters, session
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.render import render
from pages.parts.summary import PLAN

SHOWN = {"": "Everything", "overdue": "Overdue", "due": "Due", "held": "Held", "other": "Postponed or dropped"}

begin("Plan")
if session.missing("plan"):
    empty("No plan has been added yet.", "plan")
else:
    heading = session.slot()
    profile = session.profile()
    left, middle, _ = st.columns(3, gap="small")
    with left:
        scope, period = filters.scope(area=False, audience=False, method=False)
    with middle:
        shown = st.selectbox("Show", list(SHOWN), format_func=SHOWN.__getitem__, key="plan.shown", filter_mode=None)
    frames = session.frames()
    rows = planned(frames["plan"], frames["activities"], today(), profile.plan_months)
    with heading:
        head(
            headline(rows),
            f"{profile.plan_months} months back and {profile.plan_months} ahead, brought up to date every {profile.plan_refreshed_months} months.",
        )
    cards(session.read(PLAN, scope, period), ["Of what was due", "In the log", "Evidence recorded"], with_status=False)
    names = {"objective": {o.id: f"{o.id}. {o.outcome}" for o in profile.objectives}, "duty": {d.id: d.name for d in profile.duties}}
    render("plan.html", rows=[row for row in rows if not shown or row["state"] == shown], names=names, counts=counts(rows))
foot()
