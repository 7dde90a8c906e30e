"""You said, we did: each thing people said followed to what came of it, what is broken on the way, what counts, and telling people back."""

import streamlit as st

from analysis.planning.loops import in_a_sentence, loops
from analysis.thread.feedback import in_sentences
from analysis.thread.noticed import waves_that_asked
from analysis.thread.thread_headline import headline
from analysis.thread.threads import threads
from data.clock import today
from data.days import in_words
from pages.parts import filters, outcome_views, session
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.render import render
from pages.parts.role import is_reader
from pages.parts.summary import OUTCOMES
from pages.parts.tell_them_back import tell_them_back
from pages.parts.view_picker import pick_view

VIEWS = {
    "to-do": "What needs doing",
    "threads": "Every thread",
    "counts": "What counts, with its proof",
    "services": "Commissioned services",
    "tell": "Tell people back",
}

begin("You said, we did")
if session.missing("outcomes"):
    empty("No outcome has been added yet.", "outcomes")
else:
    render("thread_style.html")
    heading = session.slot()
    scope, period = filters.scope()
    read = session.read(OUTCOMES, scope, period)
    found = session.history(scope)
    cut = found.cut(period)
    seen, everything = found.at(cut), session.frames()
    influence = waves_that_asked(session.publisher(scope, period)("feel_influence", ["closed_on"], True), everything["surveys"])
    ever = found.at(None)["outcomes"]
    followed = threads(ever, everything["outcome_activities"], everything["activities"], influence, session.stamp(today()))
    in_period = set(seen["outcomes"]["outcome_id"])
    listed = [one for one in followed if one.outcome_id in in_period]
    with heading:
        head(headline(read, listed), filters.said(scope))
    cards(read, [reading.when for reading in read], with_status=False)
    render("words.html", kind="sb-words", words=in_sentences(seen["outcomes_heard"], session.stamp(cut.end)))
    by_activity = in_a_sentence(loops(seen, found.at(None)))
    render("words.html", kind="sb-words", words=f"Told back counts finished outcomes; Consultation load counts activities. {by_activity}")
    # Telling people is the officer's to write down.
    place, _ = st.columns(2, gap="small")
    view = pick_view(place, {name: words for name, words in VIEWS.items() if name != "tell" or not is_reader()})
    if view == "to-do":
        outcome_views.broken(followed, in_words(today()))
    elif view == "threads":
        outcome_views.every(listed, period.name)
    elif view == "counts":
        outcome_views.what_counts(seen["outcomes"], read, session.publisher(scope, period))
    elif view == "services":
        outcome_views.services(seen["outcomes"])
    else:
        tell_them_back(followed, ever)
foot()
