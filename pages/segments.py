"""Groups: respondents saved under a name, such as the young in two towns, and how they answered beside everyone else."""

import streamlit as st

from analysis.answered.segment_findings import beside_the_rest
from data.problems import SoundingBoardError
from data.settled.segments import INSIDE, OUTSIDE, not_asked, segment_tallies, segments
from data.vocabulary import SPLITS
from pages.parts import session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns, part_of
from pages.parts.render import render
from pages.parts.segment_form import one_segment, save_form
from pages.parts.survey_picker import pick_survey

PER_PAGE = 6

begin("Groups")
if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    saved = {segment.segment_id: segment for segment in segments(session.store())}
    heading = session.slot()
    try:
        if saved:
            left, middle, right = st.columns(3, gap="small")
            chosen = saved[left.selectbox("Group", list(saved), format_func=lambda one: saved[one].name, key=f"group.{session.office()}")]
            survey = pick_survey(middle)
            with heading:
                head(f"{chosen.name}, beside everyone else", f"{chosen.words}. {session.survey_words(survey)}")
            unknown = not_asked(session.store(), survey["survey_id"], chosen)
            if unknown:
                asked = " and ".join(SPLITS[part].lower() for part in unknown)
                render("words.html", kind="sb-words", words=f"This survey did not ask about {asked}, so the group cannot be told there.")
            else:
                asked_of = session.questions_of(survey["survey_id"])
                asked_of = asked_of[(asked_of["kind"] != "written") & ~asked_of["characteristic"].isin([part for part, _ in chosen.parts])]
                questions = part_of(asked_of, PER_PAGE, "Questions", f"group.questions.{survey['survey_id']}", right)
                tallies = segment_tallies(session.store(), survey["survey_id"], list(questions["question_id"]), chosen)
                in_two_columns(
                    [
                        beside_the_rest(
                            question,
                            tallies[tallies["question_id"] == question["question_id"]],
                            session.options_of(question["question_id"]),
                            survey,
                            chosen.name,
                            INSIDE,
                            OUTSIDE,
                        )
                        for _, question in questions.iterrows()
                    ],
                    show.finding,
                )
            one_segment(chosen)
        else:
            with heading:
                head("Save a group to compare it with everyone else", "Choose any of several ages, areas or other categories, and give them a name.")
        save_form(not saved)
    except SoundingBoardError as error:
        render("problem.html", words=str(error))
foot()
