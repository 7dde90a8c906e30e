"""Reading and coding, ten comments at a time: themes a click each, details taken out in one, everything saved together."""

import pandas as pd
import streamlit as st

from analysis.written.reading_queue import Card
from data.problems import SoundingBoardError
from data.settled.codebook import LONGEST, add_theme
from data.settled.comments import clear, save_reading, take_out
from pages.parts import session
from pages.parts.comment import comment
from pages.parts.first_comment import first_comment, next_round
from pages.parts.plain import plain
from pages.parts.render import render

PER_SCREEN = 10


def reading(question_id: str, of: str, themes: pd.DataFrame, shown: list[Card], reader: str) -> None:
    """The cards on the screen as one form: nothing is sent until a button is pressed, and every button keeps what was ticked."""
    names = dict(zip(themes["theme_id"], themes["name"], strict=True))
    with st.form(f"reading.{question_id}.{reader}", enter_to_submit=False, border=False):
        marked = [card for card in shown if _card(question_id, card, names, reader)]
        saved = st.form_submit_button("Save these comments", type="primary", shortcut="Ctrl+Enter")
        words, card, take = _other_words(question_id, shown) if reader == "first" else ("", None, False)
        name, added = _missing_theme(question_id, reader)
    first_comment(question_id)
    try:
        if saved:
            _save(question_id, shown, reader)
            next_round(question_id)
        elif added:
            add_theme(session.store(), of, name, session.WHO)
            _empty(f"new.{question_id}")
        elif marked:
            for one in marked:
                take_out(session.store(), question_id, one.people, session.WHO)
        elif take and card and words.strip():
            take_out(session.store(), question_id, card.people, session.WHO, [words])
            _empty(f"words.{question_id}")
        else:
            return
        st.rerun()
    except SoundingBoardError as error:
        render("problem.html", words=str(error))


def _card(question_id: str, card: Card, names: dict[str, str], reader: str) -> bool:
    """One comment with what can be decided about it; true when its marked details are to be taken out."""
    key = f"{question_id}.{card.shown}.{reader}"
    with st.container(border=True, key=f"comment-{key.replace('.', '-')}"):
        words, decide = st.columns([1, 1], gap="medium")
        with words:
            comment(card)
        with decide:
            _keep(f"themes.{key}", [one for one in st.session_state.get(f"themes.{key}", card.themes) if one in names])
            if names:
                st.pills(
                    "Themes of this comment",
                    list(names),
                    selection_mode="multi",
                    format_func=lambda one: plain(names[one]),
                    key=f"themes.{key}",
                    label_visibility="collapsed",
                    wrap=True,
                )
            if reader != "first":
                return False
            with st.container(horizontal=True, vertical_alignment="center"):
                _keep(f"quote.{key}", bool(st.session_state.get(f"quote.{key}", card.cleared)) and not card.details)
                st.checkbox("May be quoted", key=f"quote.{key}", disabled=bool(card.details))
                return bool(card.details) and st.form_submit_button("Take out the marked details", key=f"out.{key}")


def _other_words(question_id: str, shown: list[Card]) -> tuple[str, Card | None, bool]:
    """For what the checks missed: words to take out of one of the comments on the screen."""
    text, where, act = st.columns([3, 2, 1], vertical_alignment="bottom")
    words = text.text_input("Other words to take out, as written", max_chars=200, key=_box(f"words.{question_id}"), autocomplete="off")
    numbers = {card.shown: card for card in shown}
    number = where.selectbox("Of comment", list(numbers), key=f"where.{question_id}", filter_mode=None)
    return words, numbers.get(number) if number is not None else None, act.form_submit_button("Take out", key=f"take.{question_id}")


def _missing_theme(question_id: str, reader: str) -> tuple[str, bool]:
    text, act = st.columns([5, 1], vertical_alignment="bottom")
    name = text.text_input("A theme that is missing", max_chars=LONGEST, key=_box(f"new.{question_id}"), autocomplete="off")
    return name, act.form_submit_button("Add theme", key=f"add.{question_id}.{reader}")


def _box(name: str) -> str:
    """The key of a box for words; a new one each time the box was emptied."""
    return f"{name}.{st.session_state.get(f'emptied.{name}', 0)}"


def _empty(name: str) -> None:
    st.session_state[f"emptied.{name}"] = st.session_state.get(f"emptied.{name}", 0) + 1


def _keep(key: str, value: object) -> None:
    """What a widget shows is set before it is drawn, so that ticks outlast a codebook that grew meanwhile."""
    st.session_state[key] = value


def _save(question_id: str, shown: list[Card], reader: str) -> None:
    found = [(card.people, list(st.session_state.get(f"themes.{question_id}.{card.shown}.{reader}") or [])) for card in shown]
    save_reading(session.store(), question_id, reader, found, session.WHO)
    if reader == "first":
        quoted = {card: bool(st.session_state.get(f"quote.{question_id}.{card.shown}.{reader}")) for card in shown}
        for may in (True, False):
            clear(session.store(), question_id, [card.shown for card, quote in quoted.items() if quote == may], may, session.WHO)
