"""What the strategy itself worries about, and whether the figures bear the worry out."""

import streamlit as st

from analysis.attention import lines
from analysis.readings import Reading
from pages.parts.cards import cards
from pages.parts.render import render

MOST = 3
_NOTHING = {"tag": "", "kind": "", "words": "Nothing the strategy asks to watch has moved the wrong way.", "why": ""}


def attention(watch: list[Reading], undated: str) -> None:
    """The few things that need attention, a line each: first what is in no figure at all."""
    first = [{"tag": "Not counted", "kind": "warn", "words": undated, "why": ""}] if undated else []
    render("attention.html", lines=[*first, *lines(watch)][:MOST] or [_NOTHING])


def watched(watch: list[Reading]) -> None:
    """Everything the strategy asks to watch, with its reason, folded away."""
    with st.expander("Everything the strategy asks to watch"):
        cards(watch, [reading.why for reading in watch])
