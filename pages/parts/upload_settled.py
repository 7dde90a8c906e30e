"""Repairs chosen a moment ago, list by list, each with the way back."""

from collections.abc import Mapping

import streamlit as st

from data.logbook.fields import KINDS
from data.logbook.lists import LIST_TITLES
from data.prepare import Prepared
from pages.parts.render import render
from pages.parts.upload_state import Upload

_APART = 6


def settled(state: Upload, one: Prepared) -> None:
    """What was said to mean a term, one by one while they are few, and what is left blank, all of a list together."""
    own = dict.fromkeys(field.list for field in KINDS.get(one.kind, ()) if field.list)
    done = {term: means for term, means in state.choices.terms.items() if term[0] in own}
    if len(done) > 1 and st.button(f"Undo all {len(done):,} repairs", key=f"unsettle.{state.round}.{one.sheet.name}"):
        state.settle(terms={term: means for term, means in state.choices.terms.items() if term not in done})
    for of in own:
        meant = {said: means for (name, said), means in done.items() if name == of and means}
        blank = {said: means for (name, said), means in done.items() if name == of and not means}
        for alike in [{said: means} for said, means in meant.items()] if len(meant) <= _APART else [meant]:
            _back(state, one, of, alike)
        _back(state, one, of, blank)


def _back(state: Upload, one: Prepared, of: str, alike: Mapping[str, str]) -> None:
    if not alike:
        return
    words, back = st.columns([5, 1], vertical_alignment="center")
    with words:
        render("settled.html", alike=list(alike.items()), title=LIST_TITLES[of])
    if back.button("Undo", key=f"unsettle.{state.round}.{one.sheet.name}.{of}.{next(iter(alike))}"):
        state.settle(terms={term: means for term, means in state.choices.terms.items() if term[0] != of or term[1] not in alike})
