"""Looking at some respondents only: chosen from lists or from a bar, said in the address, and undone with one button."""

import pandas as pd
import streamlit as st

from analysis.answered.selection import Selection
from analysis.answered.splits import offered
from analysis.suppression import FEWEST
from analysis.text import label
from data.counted.two_way import CHANNEL
from data.vocabulary import SPLITS
from pages.parts import session, session_tables
from pages.parts.render import render
from pages.parts.role import is_reader

HOW = "Choose here, or choose a bar of a chart below; choosing it again undoes it. Choices in one list are added up; each further list narrows them."
_TITLES = SPLITS | {CHANNEL: "How they came"}


def only(survey: pd.Series) -> tuple[Selection, str]:
    """Draw the lists and say who is looked at, and that in words. What the address asks for and this survey cannot give is named."""
    if is_reader():
        # Readers see what was released: of everybody, and of no selection of their own.
        return Selection(), ""
    survey_id = survey["survey_id"]
    fields = _fields(survey_id)
    asked = Selection.from_address(st.query_params.get("only", ""))
    titles = {name: title_of(survey_id, name) for name in dict.fromkeys([*fields, *(name for name, _ in asked.fields)])}
    known = {
        name: session_tables.values_of(survey_id, name) for name in dict.fromkeys([*fields, *(n for n, _ in asked.fields if _is_own(survey_id, n))])
    }
    if _marker(survey_id) not in st.session_state:
        st.session_state[_marker(survey_id)] = True
        for name, values in asked.only(known).fields:
            st.session_state[_key(survey_id, name)] = list(values)
        unknown = [title_of(survey_id, name) for name, values in asked.fields if set(values) - set(asked.only(known).values(name))]
        if unknown:
            render("words.html", kind="sb-caption", words=f"Not known in this survey, so left out: {'; '.join(unknown)}.")
    chosen = Selection.of({name: st.session_state.get(_key(survey_id, name), []) for name in known})
    with st.container(key="only"):
        with st.expander("Look at some respondents only", expanded=False):
            render("words.html", kind="sb-caption", words=HOW)
            for name, offers in known.items():
                st.multiselect(
                    label(titles[name], 80), offers, key=_key(survey_id, name), placeholder="Everybody", format_func=lambda one: label(one, 80)
                )
        words = chosen.words(titles)
        if chosen:
            render("words.html", kind="sb-words", words=f"Only {words}.")
            st.button("Look at everybody again", key="only.clear", on_click=_clear, args=(survey_id, list(known)))
    _write(chosen)
    return chosen, words


def toggle(survey_id: str, field: str, value: str) -> None:
    """Add a value to the selection, or take it out where it is in it: what choosing a bar does."""
    key = _key(survey_id, field)
    held = list(st.session_state.get(key, []))
    st.session_state[key] = [one for one in held if one != value] if value in held else [*held, value]
    _write(Selection.from_address(st.query_params.get("only", "")).replaced(field, st.session_state[key]))


def title_of(survey_id: str, field: str) -> str:
    """A field in words: a characteristic's title, or a question's wording."""
    if field in _TITLES:
        return _TITLES[field]
    asked = session.questions_of(survey_id)
    own = asked[asked["question_id"] == field]
    return str(own["wording"].iloc[0]) if len(own) else "a question of another survey"


def _fields(survey_id: str) -> list[str]:
    splits = offered(session.respondents_of(survey_id))
    channels = session_tables.channels_of(survey_id)
    several = int((channels["people"] >= FEWEST).sum()) > 1
    return [*splits, *([CHANNEL] if several else [])]


def _is_own(survey_id: str, field: str) -> bool:
    return bool((session.questions_of(survey_id)["question_id"] == field).any())


def _key(survey_id: str, field: str) -> str:
    return f"only.{survey_id}.{field}"


def _marker(survey_id: str) -> str:
    return f"only-read.{survey_id}"


def _clear(survey_id: str, fields: list[str]) -> None:
    for name in fields:
        st.session_state[_key(survey_id, name)] = []
    _write(Selection())


def _write(chosen: Selection) -> None:
    address = chosen.address()
    if address and st.query_params.get("only") != address:
        st.query_params["only"] = address
    elif not address and "only" in st.query_params:
        del st.query_params["only"]
