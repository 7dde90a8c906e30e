"""The things to check in a file, those that are mended alike together; saving never waits for them."""

import streamlit as st

from data.logbook.fields import KINDS
from data.logbook.lists import LIST_TITLES, shown_names
from data.logbook.repairs import TITLES, Repair, repairs
from data.prepare import Prepared
from pages.parts import session
from pages.parts.render import render
from pages.parts.upload_state import Upload

SHOWN = 8


def repair(state: Upload, one: Prepared) -> None:
    """Unknown terms with a choice each, then every other problem with its cells, then what was done without asking."""
    found = repairs(one.reading.problems)
    ask = [problem for problem in found if problem.kind == "term"]
    look = [problem for problem in found if problem.kind != "term" and not problem.told]
    told = [problem for problem in found if problem.told]
    if ask or look:
        render(
            "section.html",
            title=f"{len(ask) + len(look)} thing{'s' if len(ask) + len(look) != 1 else ''} to check",
            words="You can save without changing anything: what cannot be read is left blank, and its row stays.",
        )
    for problem in ask[:SHOWN]:
        _term(state, one, problem)
    rest = ask[SHOWN:] + look
    if rest:
        render("repairs.html", repairs=rest, titles=TITLES, summary=f"{len(rest)} more, with their cells", open=not ask or len(rest) <= SHOWN)
    _settled(state, one)
    if told:
        render("repairs.html", repairs=told, titles=TITLES, summary=f"Done for you ({len(told)})", open=False)


def _settled(state: Upload, one: Prepared) -> None:
    """Repairs chosen a moment ago, each with the way back."""
    own = {field.list for field in KINDS.get(one.kind, ()) if field.list}
    for (of, said), means in state.choices.terms.items():
        if of not in own:
            continue
        words, back = st.columns([5, 1], vertical_alignment="center")
        with words:
            render("settled.html", said=said, means=means, title=LIST_TITLES[of])
        if back.button("Undo", key=f"unsettle.{state.round}.{one.sheet.name}.{of}.{said}"):
            state.settle(terms={key: term for key, term in state.choices.terms.items() if key != (of, said)})


def _term(state: Upload, one: Prepared, problem: Repair) -> None:
    names = ["", *shown_names(problem.list, session.profile())]
    settled = state.choices.terms.get((problem.list, problem.found))
    words, pick, near = st.columns([4, 3, 2], vertical_alignment="center")
    with words:
        render("term.html", problem=problem, title=LIST_TITLES[problem.list])
    chosen = pick.selectbox(
        f"What {problem.cells[0]} means",
        names,
        format_func=lambda name: name or "Leave blank",
        key=f"term.{state.round}.{one.sheet.name}.{problem.list}.{problem.cells[0]}",
        label_visibility="collapsed",
    )
    key = f"near.{state.round}.{one.sheet.name}.{problem.list}.{problem.cells[0]}"
    if problem.suggestion and near.button(f"Use {problem.suggestion}", key=key):
        chosen = problem.suggestion
    if chosen and chosen != settled:
        state.settle(terms=state.choices.terms | {(problem.list, problem.found): chosen})
