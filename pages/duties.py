"""Duties: each duty to consult, the activities that answer it, its dates tested, its gaps named, and the four questions of each consultation."""

from analysis.duties.duty_records import records_of
from analysis.duties.gunning import consultations
from analysis.duties.ledger import headline, ledger
from analysis.duties.regard import six_heads
from data.settled.information_given import information_given
from data.settled.key_dates import key_dates
from pages.parts import session
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.information_form import information_form
from pages.parts.key_dates_form import key_dates_form
from pages.parts.render import render
from pages.parts.role import is_reader
from pages.parts.summary import DUTIES
from pages.parts.view_picker import period_and_view

VIEWS = {"duties": "Duty by duty", "consultations": "The four questions of each consultation"}

begin("Duties")
if session.missing("activities"):
    empty("No activity has been added yet, so no duty has evidence.", "activities")
else:
    render("thread_style.html")
    heading = session.slot()
    scope, period, view = period_and_view(VIEWS)
    cut = session.history(scope).cut(period)
    everything = session.frames()
    records = records_of(everything, session.history(scope).at(cut)["window"], key_dates(session.store()))
    rows = ledger(records)
    with heading:
        head(headline(rows), f"{cut.said}. This is evidence from the office's own log, not legal advice.")
    if view == "duties":
        cards(session.read(DUTIES, scope, period), ["At least one recorded activity"])
        listed = "regulations-2010" in set(records.duties["duty"])
        heads = () if listed else six_heads(records.this_year, records.audiences, records.methods, records.year_start, records.end)
        render("duties.html", rows=rows, heads=heads)
        if not is_reader():
            key_dates_form()
    else:
        given = information_given(session.store())
        found = consultations(records, everything["outcomes"], everything["outcome_activities"], given)
        render("consultations.html", consultations=found)
        if found and not is_reader():
            information_form(found)
foot()
