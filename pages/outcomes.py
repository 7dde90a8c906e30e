"""You said, we did: each thing people said followed to what came of it, what is broken on the way, what counts, and telling people back."""

import streamlit as st

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

BROKEN, EVERY, COUNTS, SERVICES, TELL = range(5)
VIEWS = ("What needs doing", "Every thread", "What counts, with its proof", "Commissioned services", "Tell people back")

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
    # Telling people is the officer's to write down.
    views = [view for view in range(len(VIEWS)) if view != TELL or not is_reader()]
    view = st.selectbox("Show", views, format_func=VIEWS.__getitem__, key="outcomes.view", filter_mode=None)
    if view == BROKEN:
        outcome_views.broken(followed, in_words(today()))
    elif view == EVERY:
        outcome_views.every(listed, period.name)
    elif view == COUNTS:
        outcome_views.what_counts(seen["outcomes"], read, session.publisher(scope, period))
    elif view == SERVICES:
        outcome_views.services(seen["outcomes"])
    else:
        tell_them_back(followed, ever)
foot()
