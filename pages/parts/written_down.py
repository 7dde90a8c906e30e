"""What is written down in the app: each entry with a way to take it out, and the one way of doing what may be refused."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data.problems import SoundingBoardError
from data.store import Store
from pages.parts import session
from pages.parts.render import render


def entries(kept: pd.DataFrame, key: str, template: str, strike: Callable[[Store, str, str], None], button: str = "Take out") -> None:
    """Every entry in its template, beside a button that takes it out. `key` is the column of its id."""
    for _, row in kept.iterrows():
        words, act = st.columns([5, 1], vertical_alignment="center")
        with words:
            render(template, row=row)
        if act.button(button, key=f"out.{key}.{row[key]}"):
            strike(session.store(), row[key], session.WHO)
            st.rerun()


def attempt(act: Callable[[], object]) -> None:
    """Do it and draw the page anew, or say what stands in the way."""
    try:
        act()
    except SoundingBoardError as error:
        render("problem.html", words=str(error))
    else:
        st.rerun()
