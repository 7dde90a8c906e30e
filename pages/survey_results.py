"""Survey results: every question of a survey, with the right chart for its kind, its base and its table."""

import streamlit as st

from analysis.question_findings import of_question
from pages.parts import session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.render import render
from pages.parts.survey_picker import pick_split, pick_survey
from pages.parts.written import written

PER_PAGE = 6

begin("Survey results")
if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    heading = session.slot()
    left, middle, right = st.columns(3, gap="small")
    survey = pick_survey(left)
    split, order, cannot = pick_split(middle, survey)
    questions = session.questions_of(survey["survey_id"])
    pages = -(-len(questions) // PER_PAGE)
    with right:
        page = st.selectbox("Questions", range(pages), format_func=lambda i: f"{i * PER_PAGE + 1} to {min(len(questions), (i + 1) * PER_PAGE)} of {len(questions)}", key=f"questions.{survey['survey_id']}")
    with heading:
        head(survey["title"], session.survey_words(survey))
    if cannot:
        render("words.html", kind="sb-caption", words=cannot)
    shown = questions.iloc[page * PER_PAGE : (page + 1) * PER_PAGE]
    tallies = session.tallies_of(list(shown["question_id"]), split or "all")
    columns = st.columns(2, gap="large")
    for i, (_, question) in enumerate(shown.iterrows()):
        with columns[i % 2]:
            options = session.options_of(question["question_id"])
            own = tallies[tallies["question_id"] == question["question_id"]]
            if question["kind"] == "written":
                written(question, own)
            else:
                show.finding(of_question(question, own, options, survey, split, order))
foot()
