"""Choosing one of several views of a page; kept in the address."""

import streamlit as st


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
