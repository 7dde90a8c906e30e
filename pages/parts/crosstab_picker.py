"""Choosing what to tabulate: a question, what to see it by, and whether the weights of the file are used."""

import pandas as pd
import streamlit as st

from analysis.answered.splits import FEWEST_FOR_SPLITS, offered
from analysis.suppression import FEWEST
from analysis.text import label
from data.counted.two_way import CHANNEL
from data.vocabulary import SPLITS
from pages.parts import session, session_tables
from pages.parts.only import title_of

_WITHOUT_ANSWERS = ("written", "date")


def pick_question(place: st.delta_generator.DeltaGenerator, survey: pd.Series) -> pd.Series | None:
    """A question with answers to choose from; those about the respondents themselves come last."""
    asked = _countable(survey)
    if asked.empty:
        return None
    asked = asked.sort_values("characteristic", key=lambda one: one.fillna("") != "", kind="stable")
    words = {row["question_id"]: _words(row) for _, row in asked.iterrows()}
    chosen = _pick(place, "Question", list(words), words, f"question.{survey['survey_id']}", "question")
    return asked[asked["question_id"] == chosen].iloc[0]


def pick_by(place: st.delta_generator.DeltaGenerator, survey: pd.Series, question: pd.Series | None) -> str:
    """What to see it by: who people are, where they live, how they came, or another question; '' where there is nothing."""
    if question is None or survey["respondents"] < FEWEST_FOR_SPLITS:
        return ""
    channels = session_tables.channels_of(survey["survey_id"])
    splits = [split for split in offered(session.respondents_of(survey["survey_id"])) if split != question["characteristic"]]
    words = {split: SPLITS[split] for split in splits}
    if int((channels["people"] >= FEWEST).sum()) > 1:
        words[CHANNEL] = title_of(survey["survey_id"], CHANNEL)
    others = _countable(survey)
    others = others[(others["characteristic"].fillna("") == "") & (others["question_id"] != question["question_id"])]
    words |= {row["question_id"]: _words(row) for _, row in others.iterrows()}
    return str(_pick(place, "By", list(words), words, f"by.{survey['survey_id']}", "by")) if words else ""


def pick_weight(survey: pd.Series) -> bool:
    """Whether to use the weights that came with the file; offered only where it has them."""
    weighed = session_tables.channels_of(survey["survey_id"])["weighed"].sum()
    if not weighed:
        return False
    return bool(st.toggle("Use the weights in the survey's file", key=f"weighted.{survey['survey_id']}"))


def _countable(survey: pd.Series) -> pd.DataFrame:
    asked = session.questions_of(survey["survey_id"])
    return asked[~asked["kind"].isin(_WITHOUT_ANSWERS)]


def _words(question: pd.Series) -> str:
    return label(" – ".join(part for part in (question["battery"], question["wording"]) if isinstance(part, str) and part), 120)


def _pick(place: st.delta_generator.DeltaGenerator, title: str, ids: list[str], words: dict[str, str], key: str, name: str) -> str:
    asked = st.query_params.get(name, "")
    if st.session_state.get(key) not in ids:
        st.session_state[key] = asked if asked in ids else ids[0]
    chosen = place.selectbox(title, ids, format_func=lambda one: words[one], key=key)
    if st.query_params.get(name) != chosen:
        st.query_params[name] = chosen
    return str(chosen)
