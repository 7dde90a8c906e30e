"""Whether the commonest answer holds however it is counted, under a crosstab."""

import pandas as pd
import streamlit as st

from analysis.answered.robustness import Robustness, counts, left_out, robustness
from analysis.answered.selection import Selection
from analysis.answered.splits import offered, order_of
from analysis.written.alike import CAMPAIGN_WORDS
from analysis.written.campaigns import senders
from data.counted.two_way import CHANNEL
from data.counted.without import DUPLICATES, OUTSIDE_AREA, STAFF, asks_who_works_there, long_comments, without, without_people
from data.store import Store
from pages.parts import session, session_tables
from pages.parts.render import render

_EVERYBODY = Selection()
KINDS = ("one answer", "rating")


@st.cache_resource(show_spinner=False, max_entries=60)
def _without(key: str, survey_id: str, question_id: str, whom: str, _store: Store) -> tuple[pd.DataFrame, float]:
    return without(_store, survey_id, question_id, whom)


@st.cache_resource(show_spinner=False, max_entries=20)
def _senders(key: str, survey_id: str, _store: Store) -> list[int]:
    return senders(long_comments(_store, survey_id, CAMPAIGN_WORDS))


def robust(survey: pd.Series, question: pd.Series) -> None:
    """Show every way of counting the question, or nothing where too few answered it or it is about the respondents themselves."""
    if question["kind"] not in KINDS or question["characteristic"]:
        return
    found = _found(survey, question)
    if found:
        render("robust.html", found=found)


def _found(survey: pd.Series, question: pd.Series) -> Robustness | None:
    survey_id, question_id = survey["survey_id"], question["question_id"]
    options = session.options_of(question_id)
    labels: dict[int, str] = dict(zip(options["option"].astype(int), options["label"], strict=True))
    tally = session_tables.two_way(survey_id, question_id, "all", _EVERYBODY)
    if tally[tally["grain"] == "option"].empty:
        return None
    weighed = counts(tally, "weighed")
    again: list[tuple[str, pd.Series | None, pd.Series | None, str]] = (
        [("Weighted by the file's weights", weighed, counts(tally, "weight"), "")]
        if weighed.sum()
        else [_missing("Weighted", "the file has no weights.")]
    )
    stored, key = session.store(), session.key()
    splits = offered(session.respondents_of(survey_id))
    staff = asks_who_works_there(stored, survey_id)
    for name, whom, able, why in (
        ("Without people from outside the area", OUTSIDE_AREA, "area" in splits, "the survey did not ask where people live."),
        ("Without staff", STAFF, staff, "the survey did not ask who works for the police or the office."),
        ("Without suspected duplicates", DUPLICATES, True, ""),
    ):
        if not able:
            again.append(_missing(name, why))
            continue
        counted, people = _without(key, survey_id, question_id, whom, stored)
        again.append((name, counted.set_index("option")["people"], None, left_out(people)))
    again.append(_without_campaigns(survey_id, question_id))
    areas = tuple(term.name for term in session.profile().areas)
    wanted = [("In every area", "area"), ("At every age", "age"), ("By every way they came", CHANNEL)]
    parts = [
        (name, session_tables.two_way(survey_id, question_id, by, _EVERYBODY), order_of(session.respondents_of(survey_id), by, areas))
        for name, by in wanted
        if by in splits or by == CHANNEL
    ]
    told = session.tallies_of([question_id], "all").merge(options[options["state"] == "don't know"], on=["question_id", "option"])
    return robustness(counts(tally), labels, again, parts, float(told["people"].sum()))


def _without_campaigns(survey_id: str, question_id: str) -> tuple[str, pd.Series | None, pd.Series | None, str]:
    name = "Without those who sent a campaign's text"
    if not (session.questions_of(survey_id)["kind"] == "written").any():
        return _missing(name, "the survey had no room for people's own words.")
    who = _senders(session.key(), survey_id, session.store())
    if not who:
        return _missing(name, "no text was sent by five people or more.")
    return name, without_people(session.store(), question_id, who).set_index("option")["people"], None, left_out(len(who))


def _missing(name: str, why: str) -> tuple[str, None, None, str]:
    return name, None, None, why
