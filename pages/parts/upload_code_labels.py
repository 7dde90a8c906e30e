"""What the numbers in an export without labels stand for: typed or pasted once, for every question with the same numbers in one click."""

import streamlit as st

from data.problems import SoundingBoardError
from data.questionnaire.code_labels import Labels, Numbered, said_in
from data.questionnaire.survey import SurveyReading
from data.settled.written_down import refuse_people
from data.sheet import letters
from pages.parts.paging import part_of
from pages.parts.render import render
from pages.parts.upload_state import Upload

_AT_ONCE = 8
_HOW = (
    "Type or paste a line for each number, such as “1 = Very safe”. The words are remembered for the next file with these headings. Without them the "
    "numbers stay, each an answer of its own."
)


def code_labels(state: Upload, reading: SurveyReading) -> None:
    """Every question answered in numbers with its words so far, folded away; nothing where the file has words."""
    if not reading.numbered or not state.opened:
        return
    known = state.opened.choices.labels
    bare = sum(not all(known.get((one.at, code)) for code in one.codes) for one in reading.numbered)
    said = f", {bare} to look at" if bare else ""
    with st.expander(f"What the numbers stand for ({len(reading.numbered)}{said})", expanded=bool(state.choices.labels)):
        render("words.html", kind="sb-caption", words=_HOW)
        for one in part_of(reading.numbered, _AT_ONCE, "Part of the list", f"codes.{state.round}"):
            _one(state, one, [other for other in reading.numbered if other.codes == one.codes], known)


def _one(state: Upload, one: Numbered, alike: list[Numbered], known: Labels) -> None:
    at = one.at
    codes = dict.fromkeys([*one.codes, *(code for column, code in known if column == at)])
    lines = "\n".join(f"{code} = {known.get((at, code), '')}" for code in codes)
    with st.form(f"codes.{state.round}.{at}", border=False):
        name = f"{letters(at)}  {one.wording}"[:160]
        text = st.text_area(name, value=lines, height=min(240, 60 + 24 * len(codes)), key=f"codes.{state.round}.{at}.{lines}", max_chars=5000)
        with st.container(horizontal=True):
            own = st.form_submit_button("Use these words", key=f"codes.own.{state.round}.{at}")
            words = f"Use them for all {len(alike)} questions with these numbers"
            every = len(alike) > 1 and st.form_submit_button(words, key=f"codes.every.{state.round}.{at}")
    if own or every:
        _settle(state, said_in(text), alike if every else [one])


def _settle(state: Upload, said: dict[str, str], alike: list[Numbered]) -> None:
    try:
        refuse_people(*said.values())
    except SoundingBoardError as error:
        render("problem.html", words=str(error))
        return
    meant = {(one.at, code): said.get(code, "") for one in alike for code in [*one.codes, *said]}
    state.settle(labels=state.choices.labels | meant)
