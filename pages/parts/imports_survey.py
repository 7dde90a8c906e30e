"""Settling a survey after it was saved: its name, wave and standing, and the kind of each question; every change can be undone."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data.settled.corrections import MAY_BECOME, changed_kinds, set_kind, set_survey, undo_kind
from data.vocabulary import EVIDENCE, QUESTION_KINDS
from pages.parts import session
from pages.parts.paging import part_of
from pages.parts.render import render
from pages.parts.upload_settings import MODES

_OPEN, _CHANGED, _ROUND = "imports.survey", "imports.changed", "imports.round"
_AT_ONCE = 30


def settle_button(row: Any) -> None:
    """Open or fold away the settings of one survey."""
    is_open = st.session_state.get(_OPEN) == row["import_id"]
    if st.button("Close settings" if is_open else "Settings and questions", key=f"settle.{row['import_id']}"):
        st.session_state[_OPEN] = "" if is_open else row["import_id"]
        st.session_state.pop(_CHANGED, None)
        st.rerun()


def settling(row: Any) -> None:
    """The settings of the survey that is open."""
    surveys = session.frames()["surveys"]
    found = surveys[surveys["import_id"] == row["import_id"]]
    if st.session_state.get(_OPEN) != row["import_id"] or found.empty:
        return
    survey = found.iloc[0]
    _undo()
    _settings(survey)
    _questions(survey)


def _settings(survey: pd.Series) -> None:
    now = {name: "" if pd.isna(survey[name]) else str(survey[name]) for name in ("series", "wave", "evidence", "mode")}
    key = f"{survey['survey_id']}.{st.session_state.get(_ROUND, 0)}"
    first, second, third, fourth = st.columns([5, 4, 8, 4])
    kinds = [name for name in EVIDENCE if name != "complete record"]
    chosen = {
        "series": first.text_input("Survey", value=now["series"], max_chars=80, key=f"s.series.{key}"),
        "wave": second.text_input("Wave", value=now["wave"], max_chars=40, key=f"s.wave.{key}"),
        "evidence": third.selectbox(
            "Who could answer",
            kinds,
            index=kinds.index(now["evidence"]),
            format_func=EVIDENCE.__getitem__,
            key=f"s.evidence.{key}",
            filter_mode=None,
        ),
        "mode": fourth.selectbox(
            "How they answered",
            MODES,
            index=MODES.index(now["mode"]) if now["mode"] in MODES else 0,
            format_func=lambda name: name.capitalize() or "Not recorded",
            key=f"s.mode.{key}",
            filter_mode=None,
        ),
    }
    if chosen != now:
        survey_id = survey["survey_id"]
        _do(
            "the survey's settings",
            lambda: set_survey(session.store(), survey_id, chosen, session.WHO),
            lambda: set_survey(session.store(), survey_id, now, session.WHO),
        )


def _questions(survey: pd.Series) -> None:
    asked = session.questions_of(survey["survey_id"])
    asked = asked[(asked["characteristic"] == "") & asked["kind"].isin(list(MAY_BECOME))]
    changed = changed_kinds(session.store(), survey["survey_id"])
    shown = part_of(asked, _AT_ONCE, "Questions", f"questions.{survey['survey_id']}")
    for _, question in shown.iterrows():
        question_id, before = question["question_id"], question["kind"]
        words, kind, back = st.columns([4, 2, 1], vertical_alignment="center")
        with words:
            render("asked_question.html", question=question)
        offered = MAY_BECOME[before]
        chosen = kind.selectbox(
            f"Kind of question {question['position']}",
            offered,
            index=offered.index(before),
            format_func=QUESTION_KINDS.__getitem__,
            key=f"q.{question_id}.{before}.{st.session_state.get(_ROUND, 0)}",
            label_visibility="collapsed",
            filter_mode=None,
        )
        if question_id in changed and back.button("Undo", key=f"undo.{question_id}"):
            _do("the question is as it was", partial(_put_back, question_id), None)
        if chosen != before:
            _do(
                f"question {question['position']} to {QUESTION_KINDS[chosen].lower()}",
                partial(set_kind, session.store(), question_id, chosen, session.profile(), session.WHO),
                partial(_put_back, question_id),
            )


def _put_back(question_id: str) -> None:
    undo_kind(session.store(), question_id, session.WHO)


def _do(words: str, act: Callable[[], None], back: Callable[[], None] | None) -> None:
    """Make a change and offer the way back; the boxes are drawn anew, also where the change was refused."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_CHANGED, None)
    act()
    st.session_state[_CHANGED] = (words, back)
    st.rerun()


def _undo() -> None:
    if _CHANGED not in st.session_state:
        return
    words, back = st.session_state[_CHANGED]
    said, act = st.columns([5, 1], vertical_alignment="center")
    with said:
        render("undone.html", words=words)
    if back is not None and act.button("Undo this change", key="imports.undo"):
        _do("back to what it was", back, None)
