"""Crosstabs: any question of a survey by who people are, where they live, how they came, or what else they said."""

import streamlit as st

from analysis.answered.crosstab_findings import HOW, grid, of_crosstab, sentences
from analysis.answered.crosstabs import crosstab
from analysis.answered.splits import order_of
from data.vocabulary import SPLITS
from pages.parts import session, session_tables, show
from pages.parts.crosstab_picker import pick_by, pick_question, pick_weight
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.only import only, title_of
from pages.parts.pickable import pickable
from pages.parts.render import render
from pages.parts.robust import robust
from pages.parts.survey_picker import pick_survey
from publishing.table import MEANINGS

begin("Crosstabs")
if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    heading = session.slot()
    places = st.columns([1, 2, 1], gap="small")
    survey = pick_survey(places[0])
    question = pick_question(places[1], survey)
    by = pick_by(places[2], survey, question)
    if question is None or not by:
        with heading:
            head("This survey has nothing to be seen by", session.survey_words(survey))
    else:
        weighted = pick_weight(survey)
        selection, whom = only(survey)
        tally = session_tables.two_way(survey["survey_id"], question["question_id"], by, selection)
        areas = tuple(term.name for term in session.profile().areas)
        options = session.options_of(question["question_id"])
        order = order_of(session.respondents_of(survey["survey_id"]), by, areas) if by in SPLITS else session_tables.order_of(by)
        found = crosstab(tally, options, order, survey["evidence"], question["kind"] == "many answers", weighted)
        finding = of_crosstab(found, question, survey, title_of(survey["survey_id"], by), whom)
        with heading:
            head(finding.headline, session.survey_words(survey))
        left, right = st.columns([3, 2], gap="large")
        with right:
            render("stands_out.html", sentences=sentences(found), how=HOW if found.tested else "")
        with left:
            pickable(finding, survey["survey_id"], by)
        shown = grid(found)
        used = [
            f"{marker} {meaning}" for marker, meaning in MEANINGS.items() if any(marker in str(row) or "caution" in str(row) for row in shown["rows"])
        ]
        render("crosstab.html", grid=shown, caption=f"Share of each group: {finding.subtitle}", marked=used)
        show.downloads(finding)
        if weighted:
            plain = crosstab(tally, options, order, "open", question["kind"] == "many answers")
            show.finding(of_crosstab(plain, question, survey, f"{title_of(survey['survey_id'], by)}, unweighted", whom))
        robust(survey, question)
foot()
