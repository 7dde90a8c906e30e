"""Weighting: a survey made to match its population, what that costs, and every answer weighted beside unweighted."""

import pandas as pd
import streamlit as st

from analysis.answered.weighted import Weighting, numbered, weigh, weighted_topline
from analysis.answered.weighting_targets import weighting_targets
from analysis.answered.weighting_words import BY_AREA, WEIGHTED, headline, margin_rows, method_statement, of_weighted
from analysis.heard.benchmarking import youngest_asked
from analysis.statistics.margins import WeightingError
from pages.parts import session, session_weighting, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns, part_of
from pages.parts.render import render
from pages.parts.survey_picker import pick_survey
from pages.parts.weighting_choices import Choices, pick_weighting

PER_PAGE = 6


def weighed(survey: pd.Series, cells: pd.DataFrame, by: tuple[str, ...], chosen: Choices) -> Weighting:
    """The weights for one choice of characteristics. Raises WeightingError where there are none."""
    frames = session.frames()
    youngest = youngest_asked(session.respondents_of(survey["survey_id"]))
    return weigh(*weighting_targets(cells, frames["population"], frames["areas"], by, youngest, chosen.merge), chosen.cap)


def ways_of(survey: pd.Series, cells: pd.DataFrame, chosen: Choices) -> dict[str, Weighting]:
    """The weighting chosen and, of an open survey, by area alone too where that is another one and can be had."""
    ways = {WEIGHTED: weighed(survey, cells, chosen.margins, chosen)}
    if survey["evidence"] == "open" and "area" in chosen.margins and len(chosen.margins) > 1:
        ways[BY_AREA] = weighed(survey, cells, ("area",), chosen)
    return ways


def show_weighted(
    survey: pd.Series, chosen: Choices, cells: pd.DataFrame, ways: dict[str, Weighting], place: st.delta_generator.DeltaGenerator
) -> None:
    """The statement of method, then question by question."""
    way = ways[WEIGHTED]
    youngest = youngest_asked(session.respondents_of(survey["survey_id"]))
    sentences = method_statement(way, survey["evidence"], session.profile().organisation.place, youngest)
    render("weighting.html", sentences=sentences, rows=margin_rows(way))
    asked = session.questions_of(survey["survey_id"])
    asked = asked[(asked["kind"] != "written") & (asked["characteristic"].fillna("") == "")]
    questions = part_of(asked, PER_PAGE, "Questions", f"weighting.{survey['survey_id']}", place)
    answers = session_weighting.answers_of(survey["survey_id"], tuple(questions["question_id"]), chosen.margins)
    given = numbered(answers, cells, chosen.margins)

    def one(question: pd.Series) -> None:
        own = given[given["question_id"] == question["question_id"]]
        published = weighted_topline(own, session.options_of(question["question_id"]), ways, survey["evidence"])
        show.finding(of_weighted(question, published, survey, way))

    in_two_columns((question for _, question in questions.iterrows()), one)


begin("Weighting")
if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    heading = session.slot()
    left, right = st.columns(2)
    survey = pick_survey(left)
    chosen = pick_weighting(survey, right)
    if not chosen.margins:
        with heading:
            head(
                "Nothing to weight by is chosen",
                "Choose one thing or more. A survey that did not ask who people are or where they live cannot be weighted.",
            )
    else:
        cells = session_weighting.cells_of(survey["survey_id"], chosen.margins)
        try:
            ways = ways_of(survey, cells, chosen)
        except WeightingError as error:
            with heading:
                head("This weighting cannot be done", session.survey_words(survey))
            render("problem.html", words=str(error))
        else:
            with heading:
                head(headline(ways[WEIGHTED]), session.survey_words(survey))
            show_weighted(survey, chosen, cells, ways, left)
foot()
