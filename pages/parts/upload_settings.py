"""What the officer may settle about a file: the survey's name and standing, the kind of a question, the column of a field."""

from collections.abc import Callable

import streamlit as st

from data.layout import SurveyLayout, TableLayout
from data.logbook.fields import KINDS
from data.prepare import Prepared
from data.questionnaire.own_words import KINDS_READ, typed_beside
from data.questionnaire.survey import SurveyReading
from data.sheet import letters
from data.vocabulary import EVIDENCE, QUESTION_KINDS, SPLITS
from pages.parts.paging import part_of
from pages.parts.upload_code_labels import code_labels
from pages.parts.upload_state import Upload

_AT_ONCE = 40
MODES = ("", "online", "face to face", "telephone", "post", "mixed")


def settings(state: Upload, one: Prepared) -> None:
    """Every setting with its default already chosen, folded away."""
    if isinstance(one.reading, SurveyReading):
        _survey(state, one)
        _questions(state, one, one.reading)
        code_labels(state, one.reading)
    elif isinstance(one.layout, TableLayout):
        _columns(state, one, one.layout)


def _survey(state: Upload, one: Prepared) -> None:
    first, second, third, fourth = st.columns([5, 4, 8, 4])
    series = first.text_input("Survey", value=one.series, key=f"series.{state.round}", max_chars=80)
    wave = second.text_input("Wave", value=one.wave, key=f"wave.{state.round}", max_chars=40)
    kinds = [name for name in EVIDENCE if name != "complete record"]
    evidence = third.selectbox(
        "Who could answer", kinds, index=kinds.index(one.evidence), format_func=EVIDENCE.__getitem__, key=f"evidence.{state.round}", filter_mode=None
    )
    mode = fourth.selectbox(
        "How they answered",
        MODES,
        index=MODES.index(one.mode),
        format_func=lambda name: name.capitalize() or "Not recorded",
        key=f"mode.{state.round}",
        filter_mode=None,
    )
    if (series, wave, evidence, mode) != (one.series, one.wave, one.evidence, one.mode):
        state.settle(series=series, wave=wave, evidence=evidence, mode=mode)


def _questions(state: Upload, one: Prepared, reading: SurveyReading) -> None:
    offers = {question.columns[0]: name for question, name in reading.offers}
    beside = typed_beside(reading.questions)
    asked = [question for question in reading.questions if question.kind != "written" or question.columns[0] not in beside]
    # Of a form that keeps no column for "Other" it can be said that answers were typed in place of an option, or that none were.
    kinds = KINDS_READ if isinstance(one.layout, SurveyLayout) and one.layout.typed_in_place else QUESTION_KINDS
    with st.expander(f"Questions ({len(asked)})" + (f", {len(offers)} to look at" if offers else "")):
        first = sorted(asked, key=lambda q: (q.columns[0] not in offers, q.columns[0] not in beside))
        for question in part_of(first, _AT_ONCE, "Part of the list", f"questions.{state.round}.{one.sheet.name}"):
            at = question.columns[0]
            now = f"{question.kind}, own words" if at in beside else question.kind
            wide, kind, about = st.columns([3, 1, 1])
            wide.text(f"{letters(at)}  {question.battery + ' – ' if question.battery else ''}{question.wording}"[:160])
            chosen = kind.selectbox(
                "Kind",
                list(kinds),
                index=list(kinds).index(now),
                format_func=kinds.__getitem__,
                key=f"kind.{state.round}.{at}.{now}",
                label_visibility="collapsed",
                filter_mode=None,
            )
            names = ["", *SPLITS]
            current = question.characteristic
            tells = about.selectbox(
                "Tells about respondents",
                names,
                index=names.index(current),
                format_func=_about(offers.get(at, "")),
                key=f"about.{state.round}.{at}.{current}",
                label_visibility="collapsed",
                filter_mode=None,
            )
            if chosen != now:
                state.settle(kinds=state.choices.kinds | {at: chosen})
            if tells != current:
                state.settle(characteristics=state.choices.characteristics | {at: tells})


def _about(offer: str) -> Callable[[str], str]:
    """The words for what a question tells; one that may be about the respondent asks."""
    unsaid = f"Is it about you: {SPLITS[offer]}?" if offer else "An opinion or fact"
    return lambda name: f"About you: {SPLITS[name]}" if name else unsaid


def _columns(state: Upload, one: Prepared, layout: TableLayout) -> None:
    named = one.sheet.row(layout.heading_row)
    columns = [-1, *range(one.sheet.width)]
    with st.expander(f"Columns: {len(layout.fields)} of {len(KINDS[one.kind])} found", expanded=len(layout.fields) < 3 or bool(state.choices.format)):
        grid = st.columns(3)
        for i, field in enumerate(KINDS[one.kind]):
            now = layout.fields.get(field.name, -1)
            chosen = grid[i % 3].selectbox(
                field.heading,
                columns,
                index=columns.index(now),
                format_func=lambda at: f"{letters(at)}: {named[at].strip() or 'no heading'}"[:60] if at >= 0 else "Not in this file",
                key=f"field.{state.round}.{one.sheet.name}.{field.name}.{now}",
                help=None,
            )
            if chosen != now:
                state.settle(fields=state.choices.fields | {(one.sheet.name, field.name): chosen})
