"""The codebook of a written question: its themes as a table, one at a time to change, and words from the comments that could be new ones."""

import pandas as pd
import streamlit as st

from analysis.written.theme_suggestions import words_that_go_together
from data.problems import SoundingBoardError
from data.settled.codebook import LONGEST, add_theme, change_theme, merge_themes, remove_theme
from pages.parts import session
from pages.parts.plain import plain
from pages.parts.render import render


def codebook(of: str, themes: pd.DataFrame, texts: list[str]) -> None:
    """Everything the officer can do with the themes of a question."""
    render("codebook.html", themes=themes.to_dict("records"))
    try:
        add, change = st.columns(2, gap="large")
        with add:
            _add(of)
            _suggested(of, set(themes["name"].str.casefold()), texts)
        with change:
            if len(themes):
                _change(themes)
    except SoundingBoardError as error:
        render("problem.html", words=str(error))


def _add(of: str) -> None:
    with st.form("theme.add", clear_on_submit=True):
        render("section.html", title="Add a theme", words="Say what it is about, so that a second reader would use it alike.")
        name = st.text_input("Name", max_chars=LONGEST)
        definition = st.text_area("What it is about", max_chars=500, height=80)
        if st.form_submit_button("Add theme"):
            add_theme(session.store(), of, name, session.WHO, definition)
            st.rerun()


def _suggested(of: str, known: set[str], texts: list[str]) -> None:
    found = [words for words in words_that_go_together(texts) if ", ".join(words).casefold() not in known]
    if not found:
        return
    render("section.html", title="Words that go together", words="Found in the comments on this computer. Add one as a theme, then give it a name.")
    with st.container(horizontal=True, gap="small", key="suggested-themes"):
        for at, words in enumerate(found):
            if st.button(f"Add {plain(', '.join(words))}", key=f"suggested.{at}"):
                add_theme(session.store(), of, ", ".join(words), session.WHO)
                st.rerun()


def _change(themes: pd.DataFrame) -> None:
    names = dict(zip(themes["theme_id"], themes["name"], strict=True))
    render("section.html", title="Change a theme", words="Answers keep their themes when you rename or merge.")
    chosen = st.selectbox("Theme", list(names), format_func=names.__getitem__, key="theme.chosen")
    one = themes[themes["theme_id"] == chosen].iloc[0]
    with st.form(f"theme.change.{chosen}"):
        name = st.text_input("Name", value=one["name"], max_chars=LONGEST)
        definition = st.text_area("What it is about", value=one["definition"], max_chars=500, height=80)
        included = st.text_area("What belongs to it", value=one["included"], max_chars=500, height=80)
        excluded = st.text_area("What does not", value=one["excluded"], max_chars=500, height=80)
        if st.form_submit_button("Save theme"):
            change_theme(session.store(), chosen, name, definition, included, excluded, session.WHO)
            st.rerun()
    others = [theme for theme in names if theme != chosen]
    if others:
        into, act = st.columns([3, 1], vertical_alignment="bottom")
        kept = into.selectbox("Merge it into", others, format_func=names.__getitem__, key=f"theme.into.{chosen}")
        if act.button("Merge", key=f"theme.merge.{chosen}"):
            merge_themes(session.store(), chosen, kept, session.WHO)
            st.rerun()
    if st.button("Remove this theme", key=f"theme.remove.{chosen}"):
        remove_theme(session.store(), chosen, session.WHO)
        st.rerun()
