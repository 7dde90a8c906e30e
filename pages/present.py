"""Present: the findings of the overview, one a screen, for a room. Arrow keys or a clicker move, Esc leaves."""

import streamlit as st

from analysis.charts import WALL
from analysis.findings import of_reading
from pages.parts import filters, session, show
from pages.parts.empty import empty
from pages.parts.frame import begin
from pages.parts.places import freshness, source
from pages.parts.present_screen import closing, opening, slide
from analysis.wording import headline, so_what

begin("Present")


def go(to: int, last: int) -> None:
    st.session_state["screen"] = max(0, min(last, to))


def leave() -> None:
    st.session_state["presenting"] = False
    st.session_state["leave"] = True


if st.session_state.pop("leave", False):
    st.switch_page("pages/overview.py")
if not session.office() or session.frames()["imports"].empty:
    empty("There is nothing to present yet.", "activities")
else:
    if not st.session_state.get("presenting"):
        st.session_state["presenting"] = True
        st.session_state["screen"] = int(st.query_params.get("screen", "1")) - 1 if st.query_params.get("screen", "1").isdecimal() else 0
        st.rerun()
    scope, period = filters.selected()
    aims, watch = session.readings(scope, period)
    screens = [lambda: opening(headline(aims), so_what(aims), session.profile().organisation, freshness())]
    screens += [lambda reading=reading: slide(of_reading(reading, source("activities")), reading) for reading in (*aims, *watch) if not reading.now.empty]
    screens.append(lambda: closing(session.profile().organisation))
    last = len(screens) - 1
    at = min(st.session_state.get("screen", 0), last)
    st.query_params["screen"] = str(at + 1)
    with st.container(key="present-stage"):
        screens[at]()
    with st.container(horizontal=True, vertical_alignment="center", key="present-controls"):
        st.button("Previous", shortcut="Left", on_click=go, args=(at - 1, last), disabled=at == 0, key="present.previous")
        st.button("Next", shortcut="Right", on_click=go, args=(at + 1, last), disabled=at == last, key="present.next")
        st.button("Leave", shortcut="Esc", on_click=leave, key="present.leave")
        st.text(f"Screen {at + 1} of {last + 1}")
