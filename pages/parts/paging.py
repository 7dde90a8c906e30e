"""Long lists a part at a time, and figures in two columns."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import streamlit as st


def part_of(things: Any, size: int, label: str, key: str, place: Any = st) -> Any:
    """The part of a list, or of a frame, that is chosen; no picker where one part holds all."""
    parts = -(-len(things) // size)
    if parts <= 1:
        return things
    chosen = place.selectbox(
        label, range(parts), format_func=lambda i: f"{i * size + 1} to {min(len(things), (i + 1) * size)} of {len(things)}", key=key, filter_mode=None
    )
    window = slice(chosen * size, (chosen + 1) * size)
    return things[window] if isinstance(things, Sequence) else things.iloc[window]


def in_two_columns(things: Iterable[Any], show: Callable[[Any], None]) -> None:
    """Show each thing, left and right by turns."""
    columns = st.columns(2, gap="large")
    for i, thing in enumerate(things):
        with columns[i % 2]:
            show(thing)
