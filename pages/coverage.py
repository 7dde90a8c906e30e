"""Who we heard from: respondents beside the population, which characteristics were asked, and which audiences and areas were reached."""

import streamlit as st

from analysis.coverage import Coverage, asked_table, compared, headline
from analysis.findings import ranked
from data.vocabulary import CHARACTERISTICS
from pages.parts import filters, session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns
from pages.parts.places import source
from pages.parts.render import render
from pages.parts.survey_picker import pick_survey


def show_coverage(one: Coverage) -> None:
    show.finding(one.finding)
    render("judged.html", rows=one.judged, summary=one.summary)


begin("Who we heard from")
if session.missing("survey") and session.missing("activities"):
    empty("No survey and no activity has been added yet.", "survey")
else:
    heading = session.slot()
    if session.missing("survey"):
        with heading:
            head("Audiences and areas reached by activity")
    else:
        left, _ = st.columns([1, 2])
        survey = pick_survey(left)
        frames = session.frames()
        own = session.respondents_of(survey["survey_id"])
        found = compared(own, frames["population"], frames["areas"], survey)
        with heading:
            head(headline(found), session.survey_words(survey))
        in_two_columns(found, show_coverage)
        rows = asked_table(frames["questions"], own, survey["survey_id"])
        render("asked.html", rows=rows, count=sum(row["asked"] for row in rows), of=len(CHARACTERISTICS))
    if not session.missing("activities"):
        render(
            "section.html",
            title="Audiences and areas reached by activity",
            words="Whom activity was meant for, and where it was held. It does not say who came.",
        )
        scope, period = filters.scope(area=False, audience=False, method=False)
        when = session.history(scope).cut(period).said
        publish = session.publisher(scope, period)
        audiences = ranked(
            publish("activities_held", ["audience"]),
            "{top} were sought most: {value} activities",
            f"Activities held by audience, {when}.",
            source("activities"),
            name="audiences-reached",
        )
        areas = ranked(
            publish("activities_held", ["area"]),
            "{top} had most activity: {value}",
            f"Activities held by area, {when}.",
            source("activities"),
            name="areas-reached",
        )
        in_two_columns([audiences, areas], show.finding)
foot()
