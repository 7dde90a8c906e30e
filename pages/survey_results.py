"""Survey results: every question of a survey, with the right chart for its kind, its base, who did not answer, and its table."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.answered.battery_findings import batteries, of_battery
from analysis.answered.question_findings import heading, leading, of_question
from analysis.answered.who_answered import middle, not_answering, side_by_side, weighted_topline
from pages.parts import session, session_tables, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.only import only
from pages.parts.paging import in_two_columns, part_of
from pages.parts.pickable import pickable
from pages.parts.render import render
from pages.parts.role import is_reader
from pages.parts.survey_picker import pick_split, pick_survey
from pages.parts.themes import themes

PER_PAGE = 6

begin("Survey results")
if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    headed = session.slot()
    left, middle_place, right = st.columns(3, gap="small")
    survey = pick_survey(left)
    survey_id = survey["survey_id"]
    split, order, cannot = pick_split(middle_place, survey)
    asked = session.questions_of(survey_id)
    offered = session.frames()["options"]
    grouped = batteries(asked, offered[offered["question_id"].isin(asked["question_id"])])
    shown = part_of(grouped if not split else [asked.loc[[at]] for at in asked.index], PER_PAGE, "Questions", f"questions.{survey_id}", right)
    if cannot:
        render("words.html", kind="sb-caption", words=cannot)
    selection, whom = only(survey)
    first = None
    for question_id, question in leading(asked).set_index("question_id", drop=False).iterrows():
        own = session_tables.tallies_of(survey_id, [question_id], "all", selection)
        first = of_question(question, own, session.options_of(question_id), survey)
    with headed:
        words = [first.subtitle] if first else []
        head(heading(first, survey["title"]), " ".join([*words, session.survey_words(survey)]), eyebrow=f"Survey results · {survey['title']}")
    ids = [question for group in shown for question in group["question_id"]]
    tallies = session_tables.tallies_of(survey_id, ids, split or "all", selection)
    medians = session_tables.medians_of(survey_id, ids, selection)
    weighed = not split and session_tables.channels_of(survey_id)["weighed"].sum() > 0
    taking_part = session_tables.people_of(survey, selection)
    source = f"Source: {survey['title']}" + (f". Only {whom}" if whom else "")

    def show_one(question: pd.Series) -> None:
        own, options = tallies[tallies["question_id"] == question["question_id"]], session.options_of(question["question_id"])
        if question["kind"] == "written":
            themes(question, own, survey, split, order)
            return
        found = of_question(question, own, options, survey, split, order)
        more = [] if split or is_reader() else [middle(medians, question["question_id"]), not_answering(own, options, taking_part)]
        found = replace(found, source=source, notes=(*found.notes, *filter(None, more)))
        pickable(found, survey_id, split or question["question_id"])
        if weighed and found.published.by == ("answer",):
            tally = session_tables.two_way(survey_id, question["question_id"], "all", selection)
            rows = side_by_side(found.published, weighted_topline(tally, options))
            render("weighted.html", title=found.headline, rows=rows)
        show.downloads(found)

    def show_group(group: pd.DataFrame) -> None:
        if len(group) == 1:
            show_one(group.iloc[0])
        else:
            show.finding(replace(of_battery(group, tallies, offered, survey), source=source))

    in_two_columns(shown, show_group)
foot()
