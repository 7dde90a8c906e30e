"""Consultation load: how much is asked of whom, sign by sign, fieldwork that overlaps, questions asked twice, and loops never closed."""

from analysis.planning.load_findings import findings, headline, lead, named, panel, survey_findings
from analysis.planning.loops import loops
from analysis.planning.near_questions import near_questions
from analysis.planning.overlaps import overlapping
from pages.parts import session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.listing import listing
from pages.parts.paging import in_two_columns
from pages.parts.places import source
from pages.parts.render import render
from pages.parts.summary import LOAD
from pages.parts.view_picker import period_and_view

PAIR = (("first", "Activity"), ("second", "And"), ("when", "From"), ("days", "Days together"), ("audience", "Audience"), ("area", "Area"))
NEAR = (("first", "Question"), ("second", "And"), ("surveys", "Surveys"), ("alike", "Alike"))
LOOP = (("title", "Activity"), ("when", "Held"), ("ref", "Reference"))
VIEWS = {
    "signs": "Every sign by itself",
    "unanswered": "Unanswered, overlapping, asked twice",
    "asked": "Who is asked, where and when",
    "surveys": "How surveys were answered",
}

begin("Consultation load")
if session.missing("activities"):
    empty("No activity has been added yet, so there is no load to show.", "activities")
else:
    heading = session.slot()
    scope, period, view = period_and_view(VIEWS)
    history = session.history(scope)
    frames, all_time = history.at(history.cut(period)), history.so_far()
    read = session.read(LOAD, scope, period)
    together, near, open_ = overlapping(frames), near_questions(all_time["questions"], all_time["surveys"]), loops(frames, history.at(None))
    publish = session.publisher(scope, period)
    with heading:
        head(headline(read[0], open_, len(together)), lead(open_, len(together), len(near)))
    if view == "signs":
        render("panel.html", lines=panel(read, open_, len(together), len(near)), when=read[0].when)
    elif view == "asked":
        in_two_columns(findings(publish, read[0].when, source("activities")), show.finding)
    elif view == "surveys":
        in_two_columns(survey_findings(publish, all_time["surveys"], source("survey")), show.finding)
    else:
        render("section.html", title="Asked and never answered, asked at the same time, asked twice", words="Each opens to its rows.")
        nothing, untold = "Every activity due an answer has an outcome.", "Everyone heard was told what came of it."
        listing(f"Activities from which nothing is recorded as heard: {len(open_.silent)}", open_.silent, LOOP, nothing)
        listing(f"Activities whose outcome nobody was told of: {len(open_.untold)}", open_.untold, LOOP, untold)
        apart = "No two activities of more than a day were open for the same people at once."
        listing(f"Pairs of fieldwork that overlapped: {len(together)}", together, PAIR, apart)
        differ = "No two surveys of different series asked nearly the same question."
        listing(f"Pairs of near-duplicate questions: {len(near)}", named(near), NEAR, differ)
foot()
