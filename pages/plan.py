"""Plan: the twelve months ahead as a calendar and a list, what slipped, what would be covered if it were held, and what clashes."""

import streamlit as st

from analysis.duties.duty_records import last_twelve_months
from analysis.planning.plan_ahead import ahead, calendar, clashes, forecast, leads, span
from analysis.planning.plan_delivery import delivery, refresh
from analysis.planning.planned import counts, headline, planned
from data.clock import today
from pages.parts import session
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import part_of
from pages.parts.render import render
from pages.parts.summary import PLAN
from pages.parts.view_picker import period_and_view

SHOWN = {"": "Everything", "overdue": "Overdue", "due": "Due", "held": "Held", "other": "Postponed or dropped"}
VIEWS = {
    "calendar": "Calendar of the year ahead",
    "list": "List",
    "slipped": "What slipped",
    "covered": "What would be covered",
    "clashes": "Clashes and who leads",
}

begin("Plan")
if session.missing("plan"):
    empty("No plan has been added yet.", "plan")
else:
    render("thread_style.html")
    heading = session.slot()
    profile = session.profile()
    scope, period, view = period_and_view(VIEWS)
    frames = session.frames()
    rows = planned(frames["plan"], frames["activities"], today(), profile.plan_months)
    imports = frames["imports"]
    saved = imports.loc[(imports["kind"] == "plan") & (imports["status"] == "current"), "imported_at"].max()
    with heading:
        head(
            headline(rows),
            f"{profile.plan_months} months back and {profile.plan_months} ahead. {refresh(saved, profile.plan_refreshed_months, today())}",
        )
    cards(session.read(PLAN, scope, period), ["Of what was due", "In the log", "Evidence recorded"], with_status=False)
    coming = ahead(frames["plan"], today())
    own = (profile.organisation.short, profile.organisation.name)
    if view == "calendar":
        render("calendar.html", months=calendar(coming, today(), own), span=span(today()))
    elif view == "list":
        shown = st.selectbox("Which", list(SHOWN), format_func=SHOWN.__getitem__, key="plan.shown", filter_mode=None)
        names = {"objective": {o.id: f"{o.id}. {o.outcome}" for o in profile.objectives}, "duty": {d.id: d.name for d in profile.duties}}
        render("plan.html", rows=[row for row in rows if not shown or row["state"] == shown], names=names, counts=counts(rows))
    elif view == "slipped":
        render("slips.html", found=delivery(frames["plan"], frames["activities"], today()))
    elif view == "covered":
        year = last_twelve_months(frames, today())
        areas = [(area.name, area.whole) for area in profile.areas]
        render("forecast.html", found=forecast(coming, year, [audience.name for audience in profile.audiences], areas))
    else:
        found = clashes(coming, [area.name for area in profile.areas if area.whole], own)
        render("leads.html", rows=leads(frames["activities"], coming, today(), own))
        render("clashes.html", rows=part_of(found, 15, "Part of the list", "plan.clashes"), total=len(found))
foot()
