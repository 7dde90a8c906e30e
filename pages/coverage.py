"""Who we heard from: respondents beside the population, which characteristics were asked, and which audiences and areas were reached."""

import streamlit as st

from analysis.coverage import asked_table, coverage, headline
from analysis.findings import ranked
from data.vocabulary import CHARACTERISTICS
from pages.parts import filters, session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.places import source
from pages.parts.render import render
from pages.parts.survey_picker import pick_survey

COMPARED = ("area", "age", "sex", "race", "disability")

begin("Who we heard from")
if session.missing("survey") and session.missing("activities"):
    empty("No survey and no activity has been added yet.", "survey")
else:
    heading = session.slot()
    if not session.missing("survey"):
        left, _ = st.columns([1, 2])
        survey = pick_survey(left)
        frames = session.frames()
        own = frames["respondent_tallies"][frames["respondent_tallies"]["survey_id"] == survey["survey_id"]]
        found = [one for split in COMPARED if (one := coverage(own, frames["population"], frames["areas"], split, survey))]
        with heading:
            head(headline(found), session.survey_words(survey))
        columns = st.columns(2, gap="large")
        for i, one in enumerate(found):
            with columns[i % 2]:
                show.finding(one.finding)
                render("judged.html", rows=one.judged, summary=one.summary)
        rows = asked_table(frames["questions"], own, survey["survey_id"])
        render("asked.html", rows=rows, count=sum(row["asked"] for row in rows), of=len(CHARACTERISTICS))
    else:
        with heading:
            head("Audiences and areas reached")
    if not session.missing("activities"):
        render("section.html", title="Audiences and areas reached by activity", words="Whom activity was meant for, and where it was held. It does not say who came.")
        scope, period = filters.scope(area=False, audience=False, method=False)
        when = session.history(scope).cut(period).said
        left, right = st.columns(2, gap="large")
        with left:
            show.finding(ranked(session.published("activities_held", scope, period, ["audience"]), "{top} were sought most: {value} activities", f"Activities held by audience, {when}.", source("activities"), name="audiences-reached"))
        with right:
            show.finding(ranked(session.published("activities_held", scope, period, ["area"]), "{top} had most activity: {value}", f"Activities held by area, {when}.", source("activities"), name="areas-reached"))
foot()
