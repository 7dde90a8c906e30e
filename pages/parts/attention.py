"""What the strategy itself worries about, and whether the figures bear the worry out."""

import streamlit as st

from analysis.attention import lines
from analysis.readings import Reading
from pages.parts.cards import cards
from pages.parts.render import render


def attention(watch: list[Reading]) -> None:
    """The few things that need attention, in a list; then every watch item as a card, folded away."""
    render("list.html", title="Needs attention", lines=lines(watch)[:3] or [{"tag": "", "kind": "", "words": "Nothing the strategy watches has moved the wrong way."}])
    with st.expander("Everything the strategy asks to watch"):
        cards(watch, [reading.why for reading in watch])
