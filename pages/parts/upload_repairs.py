"""The things to check in a file, what is mended alike together; saving never waits for them."""

from itertools import groupby
from typing import Literal

import streamlit as st

from data.logbook.fields import KINDS
from data.logbook.lists import LIST_TITLES, shown_names
from data.logbook.repairs import TITLES, Gathered, Repair, gathered, repairs
from data.prepare import Prepared
from pages.parts import session
from pages.parts.paging import part_of
from pages.parts.render import render
from pages.parts.upload_settled import settled
from pages.parts.upload_state import Upload

_FIRST = 4
_AT_ONCE = 20


def repair(state: Upload, one: Prepared) -> None:
    """Each list with what is not in it, then every other problem with its cells, then what was done without asking."""
    found = repairs(one.reading.problems)
    ask = gathered(found)
    look = [list(alike) for _, alike in groupby((problem for problem in found if problem.kind != "term" and not problem.told), lambda one: one.kind)]
    told = [problem for problem in found if problem.told]
    if ask or look:
        render(
            "section.html",
            title=f"{len(ask) + len(look)} thing{'s' if len(ask) + len(look) != 1 else ''} to check",
            words="You can save without changing anything: what cannot be read is left blank, and its row stays.",
        )
    if len(ask) > 1:
        used = {term: means for listed in ask for term, means in listed.suggested.items()}
        _at_once(state, used, {term: "" for listed in ask for term in listed.blank}, f"{state.round}.{one.sheet.name}.all", "primary")
    for listed in ask:
        _listed(state, one, listed)
    for alike in look:
        cells = sum(len(problem.cells) for problem in alike)
        words = f"{TITLES[alike[0].kind]}: {cells:,} cell{'' if cells == 1 else 's'}"
        render("repairs.html", repairs=alike, summary=words, open=not ask and len(look) == 1 and len(alike) <= _AT_ONCE)
    settled(state, one)
    if told:
        render("repairs.html", repairs=told, summary=f"Done for you ({len(told):,})", open=False)


def _listed(state: Upload, one: Prepared, listed: Gathered) -> None:
    key = f"{state.round}.{one.sheet.name}.{listed.list}"
    render("unlisted.html", listed=listed, title=LIST_TITLES[listed.list], rows=one.reading.rows_kept)
    _at_once(state, listed.suggested, listed.blank, key, "secondary")
    if listed.rows > one.reading.rows_kept / 2 and len(listed.repairs) > _AT_ONCE:
        _another_column(state, one, listed, key)
    first = len(listed.repairs) if len(listed.repairs) <= _FIRST + 2 else _FIRST
    for problem in listed.repairs[:first]:
        _term(state, one, problem)
    more = listed.repairs[first:]
    if more:
        with st.expander(f"{len(more):,} more in {listed.heading}, the commonest first"):
            for problem in part_of(more, _AT_ONCE, "Show", f"more.{key}"):
                _term(state, one, problem)


def _at_once(
    state: Upload, used: dict[tuple[str, str], str], blank: dict[tuple[str, str], str], key: str, kind: Literal["primary", "secondary"]
) -> None:
    """Every suggestion used in one click, and in one click all that has none left blank."""
    rest = {term: means for term, means in blank.items() if term not in used}
    if len(used) + len(rest) < 2:
        return
    with st.container(horizontal=True, key=f"at-once.{key}"):
        if used and st.button(f"Use all the suggestions ({len(used):,})", key=f"use.{key}", type=kind):
            state.settle(terms=state.choices.terms | used)
        if rest and st.button(f"Leave {'the rest' if used else 'all of them'} blank ({len(rest):,})", key=f"blank.{key}"):
            state.settle(terms=state.choices.terms | rest)


def _another_column(state: Upload, one: Prepared, listed: Gathered, key: str) -> None:
    """Where hardly anything is in the list, the column may be about something else."""
    fields = [field.name for field in KINDS[one.kind] if field.list == listed.list and field.heading == listed.heading]
    if fields and st.button(f"This column is not {listed.heading}", key=f"column.{key}"):
        state.settle(fields=state.choices.fields | {(one.sheet.name, fields[0]): -1})


def _term(state: Upload, one: Prepared, problem: Repair) -> None:
    names = ["", *shown_names(problem.list, session.profile())]
    now = state.choices.terms.get((problem.list, problem.found))
    words, pick, near = st.columns([4, 3, 2], vertical_alignment="center")
    with words:
        render("term.html", problem=problem)
    chosen = pick.selectbox(
        f"What {problem.cells[0]} means",
        names,
        format_func=lambda name: name or "Leave blank",
        key=f"term.{state.round}.{one.sheet.name}.{problem.list}.{problem.cells[0]}.{problem.found}",
        label_visibility="collapsed",
    )
    key = f"near.{state.round}.{one.sheet.name}.{problem.list}.{problem.cells[0]}.{problem.found}"
    if problem.suggestion and near.button(f"Use {problem.suggestion}", key=key):
        chosen = problem.suggestion
    if chosen and chosen != now:
        state.settle(terms=state.choices.terms | {(problem.list, problem.found): chosen})
