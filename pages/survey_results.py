"""Survey results: every question of a survey, with the right chart for its kind, its base and its table."""

import pandas as pd
import streamlit as st

from analysis.question_findings import of_question
from pages.parts import session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns, part_of
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
    questions = part_of(session.questions_of(survey["survey_id"]), PER_PAGE, "Questions", f"questions.{survey['survey_id']}", right)
    with heading:
        head(survey["title"], session.survey_words(survey))
    if cannot:
        render("words.html", kind="sb-caption", words=cannot)
    tallies = session.tallies_of(list(questions["question_id"]), split or "all")

    def show_question(question: pd.Series) -> None:
        own = tallies[tallies["question_id"] == question["question_id"]]
        if question["kind"] == "written":
            written(question, own)
        else:
            show.finding(of_question(question, own, session.options_of(question["question_id"]), survey, split, order))

    in_two_columns((question for _, question in questions.iterrows()), show_question)
foot()
