"""Choosing one of several views of a page; kept in the address."""

import streamlit as st

from analysis.periods import Period
from analysis.scope import Scope
from pages.parts import filters


def pick_view(place: st.delta_generator.DeltaGenerator, views: dict[str, str]) -> str:
    """The name of the view chosen; the first where the address names none."""
    wanted = st.query_params.get("view", "")
    key = f"view.{'.'.join(views)}"
    if st.session_state.get(key) not in views:
        st.session_state[key] = wanted if wanted in views else next(iter(views))
    chosen = str(place.selectbox("Show", list(views), format_func=lambda name: views[name], key=key, filter_mode=None))
    if st.query_params.get("view") != chosen:
        st.query_params["view"] = chosen
    return chosen


def period_and_view(views: dict[str, str]) -> tuple[Scope, Period, str]:
    """The pickers of a page that looks at the whole office, side by side: what period, and which view of it."""
    left, middle, _ = st.columns(3, gap="small")
    with left:
        scope, period = filters.scope(area=False, audience=False, method=False)
    return scope, period, pick_view(middle, views)
