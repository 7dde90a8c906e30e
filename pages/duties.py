"""Duties: each duty to consult, the activities that answer it, its dates tested, its gaps named, and the four questions of each consultation."""

from analysis.duties.duty_records import records_of
from analysis.duties.gunning import consultations
from analysis.duties.ledger import headline, ledger
from analysis.duties.regard import six_heads
from data.settled.key_dates import key_dates
from pages.parts import filters, session
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.key_dates_form import key_dates_form
from pages.parts.render import render
from pages.parts.role import is_reader
from pages.parts.summary import DUTIES

begin("Duties")
if session.missing("activities"):
    empty("No activity has been added yet, so no duty has evidence.", "activities")
else:
    render("thread_style.html")
    heading = session.slot()
    scope, period = filters.scope(area=False, audience=False, method=False)
    cut = session.history(scope).cut(period)
    everything = session.frames()
    records = records_of(everything, session.history(scope).at(cut)["window"], key_dates(session.store()))
    rows = ledger(records)
    with heading:
        head(headline(rows), f"{cut.said}. This is evidence from the office's own log, not legal advice.")
    cards(session.read(DUTIES, scope, period), ["At least one recorded activity"])
    if not is_reader():
        key_dates_form()
    listed = "regulations-2010" in set(records.duties["duty"])
    heads = () if listed else six_heads(records.this_year, records.audiences, records.methods, records.year_start, records.end)
    found = consultations(records, everything["outcomes"], everything["outcome_activities"])
    render("duties.html", rows=rows, heads=heads, consultations=found)
foot()
