"""Gaps and trends: what is rising, falling and missing, each opening to its activities, and the warnings of the review as live checks."""

import streamlit as st

from analysis.periods import before
from analysis.planning.checks import RULES_ARE_OURS, checks, watched_by
from analysis.planning.checks import headline as borne_out
from analysis.planning.gap_findings import people_each, table
from analysis.planning.loops import loops
from analysis.planning.movements import DIMENSIONS, FALLING, MISSING, RISING, headline, how_sure, movements
from analysis.planning.near_questions import near_questions
from analysis.planning.overlaps import twice_by_others
from pages.parts import session, show
from pages.parts.attention import watched
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.places import source
from pages.parts.render import render
from pages.parts.view_picker import period_and_view

SHOWN = (
    (RISING, "Rising", "At least three activities more, and a quarter more, than in the same part of the year before."),
    (FALLING, "Falling", "At least three activities fewer, and a quarter fewer, than in the same part of the year before."),
    (MISSING, "Missing", "No activity at all in this period."),
)
VIEWS = {"movements": "Rising, falling and missing", "warnings": "Warnings of the review, checked", "figures": "Every term, in both periods"}

begin("Gaps and trends")
if session.missing("activities"):
    empty("No activity has been added yet, so no gap or trend can be shown.", "activities")
else:
    heading = session.slot()
    scope, period, view = period_and_view(VIEWS)
    history, profile = session.history(scope), session.profile()
    cut = history.cut(period)
    earlier = before(cut)
    now, all_time = history.at(cut), history.so_far()
    reach = history.reach("activities")
    reaches = reach is not None and reach[0] <= earlier.end
    last_year = history.at(earlier) if reaches else None
    when_before = (f"the same part of {earlier.label}" if cut.so_far else earlier.label) if reaches else ""
    found = movements(now, last_year, cut.said, when_before)
    near = len(near_questions(all_time["questions"], all_time["surveys"]))
    checked = checks(now, last_year, loops(now, history.at(None)), twice_by_others(now), near)
    each = people_each(now["activities"], last_year["activities"] if last_year else None, when_before)
    with heading:
        head(f"{headline(found)}; {borne_out(checked)}", f"{cut.said}. {each}")
    if view == "movements":
        names = {name: one for name, (_, _, _, one) in DIMENSIONS.items()}
        if sure := how_sure(found):
            render("words.html", kind="sb-words", words=sure)
        for kind, title, words in SHOWN:
            own = [one for one in found if one.kind == kind]
            compared = when_before or "the year before"
            render("movements.html", title=title, words=words, found=own, names=names, when=cut.said, when_before=compared)
    elif view == "warnings":
        _, watch = session.readings(scope, period)
        render("checks.html", checks=watched_by(checked, [aim.only for aim in profile.watch], watch), ours=RULES_ARE_OURS)
        watched(watch)
    else:
        render("section.html", title="Every term of every list, in both periods", words="Each opens to its table.")
        for name in DIMENSIONS:
            listed = table(found, name, cut.said, when_before, source("activities"))
            with st.expander(listed.headline):
                show.figures(listed)
foot()
