"""One survey's respondents beside the residents: gaps, areas ranked, who was asked, and how many more are needed."""

import streamlit as st

from analysis.heard.area_map import on_a_map
from analysis.heard.area_ratios import area_ratios
from analysis.heard.coverage import Coverage, asked_table, headline
from analysis.heard.still_needed import in_the_field, needed_sentence
from data.clock import today
from data.vocabulary import CHARACTERISTICS, SPLITS
from pages.parts import session, session_coverage, show
from pages.parts.boundaries import where_from
from pages.parts.frame import head
from pages.parts.paging import in_two_columns, part_of
from pages.parts.render import render
from pages.parts.survey_picker import pick_survey

PER_PAGE = 4


def respondents(heading: st.delta_generator.DeltaGenerator, place: st.delta_generator.DeltaGenerator) -> None:
    """The whole view; `heading` is filled with its finding, `place` holds the picker."""
    survey = pick_survey(place)
    frames = session.frames()
    own = session.respondents_of(survey["survey_id"])
    found = session_coverage.compared_with_census(survey)
    with heading:
        head(headline(found), session.survey_words(survey))
    _needed(found, in_the_field(survey, today()))
    if found:
        words = (
            "By chance: the share of respondents a group would have in 95 of 100 random draws of as many residents. It is about who took part alone."
        )
        render("words.html", kind="sb-caption", words=words)
    in_two_columns(part_of(found, PER_PAGE, "Characteristics", f"coverage.{survey['survey_id']}"), _one)
    ranked = area_ratios(own, frames["population"], frames["areas"], survey)
    if ranked:
        show.finding(ranked, also=on_a_map(ranked, frames["boundaries"]))
        where_from(frames["boundaries"])
    rows = asked_table(frames["questions"], own, survey["survey_id"])
    render("asked.html", rows=rows, count=sum(row["asked"] for row in rows), of=len(CHARACTERISTICS))


def _one(one: Coverage) -> None:
    show.finding(one.finding)
    render("judged.html", rows=one.judged, summary=one.summary, name=SPLITS[one.split])


def _needed(found: list[Coverage], open_still: bool) -> None:
    sentences = [sentence for sentence in (needed_sentence(one, open_still) for one in found) if sentence]
    if not sentences:
        return
    words = (
        "The last response is recent, so the survey may still be open."
        if open_still
        else "This survey looks closed: its last response is a while ago."
    )
    render("needed.html", title="How many more responses, and from whom", words=f"{words} Each line by itself.", sentences=sentences)
