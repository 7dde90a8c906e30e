"""Written answers: the officer's reading room. What people wrote is read, coded and redacted here, and leaves only when it is cleared."""

import pandas as pd
import streamlit as st

from analysis.written.coding_agreement import VERDICTS, agreements, wanted
from analysis.written.reading_queue import ORDERS, both_read, listed
from data.settled.codebook import asked
from data.settled.comments import READERS
from pages.parts import reading_room, session
from pages.parts.codebook import codebook
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import part_of
from pages.parts.reading import PER_SCREEN, reading
from pages.parts.render import render
from pages.parts.survey_picker import pick_split, pick_survey
from pages.parts.themes import themes as what_they_wrote
from pages.parts.to_readers import to_readers

WORK = {"read": "Read and code", "codebook": "Codebook", "agreement": "Two readers", "themes": "What they wrote about"}

Place = st.delta_generator.DeltaGenerator

begin("Written answers")


def read_and_code(question: pd.Series, survey: pd.Series, who: Place, which: Place) -> None:
    """Ten comments at a time, as one form."""
    of, themes = asked(question["battery"], question["wording"]), reading_room.codebook_of(question)
    reader = who.selectbox("Reader", list(READERS), format_func=READERS.__getitem__, key="room.reader", filter_mode=None)
    order = which.selectbox("Which comments", list(ORDERS), format_func=ORDERS.__getitem__, key=f"room.order.{reader}", filter_mode=None)
    cards = reading_room.cards_of(question, reader)
    chosen = listed(cards, order)
    render("progress.html", **reading_room.progress_words(cards), themes=len(themes))
    if chosen:
        shown = part_of(chosen, PER_SCREEN, "Part", f"room.part.{question['question_id']}") if order == "read" else chosen[:PER_SCREEN]
        reading(str(question["question_id"]), of, themes, shown, reader)
    else:
        render("words.html", kind="sb-words", words="There is nothing here. Choose other comments above, or see what they wrote about.")


def two_readers(question: pd.Series, survey: pd.Series, fourth: Place, fifth: Place) -> None:
    """How far the two agree."""
    comments = reading_room.comments_of(question)
    names: dict[str, str] = dict(reading_room.codebook_of(question)[["theme_id", "name"]].itertuples(index=False))
    rows = agreements(*both_read(comments), names)
    many = wanted(len(comments))
    render("agreement.html", rows=rows, wanted=many, verdicts=VERDICTS, few=bool(rows) and rows[0].comments < many)


def the_codebook(question: pd.Series, survey: pd.Series, fourth: Place, fifth: Place) -> None:
    """The themes, and words that could be new ones."""
    of = asked(question["battery"], question["wording"])
    codebook(of, reading_room.codebook_of(question), reading_room.comments_of(question)["written"].tolist())


def the_themes(question: pd.Series, survey: pd.Series, fourth: Place, fifth: Place) -> None:
    """The themes as they stand, and what readers are shown of them."""
    split, order, cannot = pick_split(fourth, survey)
    if cannot:
        render("words.html", kind="sb-caption", words=cannot)
    what_they_wrote(question, session.tallies_of([str(question["question_id"])], "all"), survey, split, order)
    to_readers(question, survey)


if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    heading = session.slot()
    first, second, third, fourth, fifth = st.columns([3, 3, 2, 2, 3], gap="small")
    survey = pick_survey(first)
    questions = reading_room.written_questions(survey["survey_id"]).set_index("question_id", drop=False)
    if questions.empty:
        with heading:
            head("This survey has no written answers", "Choose another survey.")
    else:
        chosen = second.selectbox(
            "Question", list(questions.index), format_func=lambda one: questions.loc[one, "wording"], key=f"room.question.{survey['survey_id']}"
        )
        work = third.selectbox("What to do", list(WORK), format_func=WORK.__getitem__, key="room.work", filter_mode=None)
        question = questions.loc[chosen]
        with heading:
            head(*reading_room.headline(question))
        {"read": read_and_code, "codebook": the_codebook, "agreement": two_readers, "themes": the_themes}[work](question, survey, fourth, fifth)
foot()
