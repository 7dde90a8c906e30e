"""Duties: each duty to consult, the activities recorded as answering it, and when it was last met."""

from analysis.ledger import headline, ledger
from pages.parts import filters, session
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.render import render
from pages.parts.summary import DUTIES

begin("Duties")
if session.missing("activities"):
    empty("No activity has been added yet, so no duty has evidence.", "activities")
else:
    heading = session.slot()
    scope, period = filters.scope(area=False, audience=False, method=False)
    found = session.history(scope)
    cut = found.cut(period)
    frames = found.at(cut)
    rows = ledger(frames["duties"], frames["duty_history"], frames["window"])
    with heading:
        head(headline(rows), f"{cut.said}. This is evidence from the office's own log, not legal advice.")
    cards(session.read(DUTIES, scope, period), ["All duties, by evidence recorded"])
    render("duties.html", rows=rows)
foot()
