"""Present: the findings of the overview, one a screen, for a room. Arrow keys or a clicker move, Esc leaves."""

import streamlit as st

from pages.parts import filters, session
from pages.parts.empty import empty
from pages.parts.frame import begin, foot
from pages.parts.present_screen import closing, opening, slide

begin("Present")


def go(to: int) -> None:
    """Show another screen."""
    st.session_state["screen"] = to


def leave() -> None:
    """Go back to the overview."""
    st.session_state["presenting"] = False
    st.session_state["left"] = True


if st.session_state.pop("left", False):
    st.switch_page("pages/overview.py")
if not session.office() or session.frames()["imports"].empty:
    empty("There is nothing to present yet.", "activities")
    foot()
else:
    if not st.session_state.get("presenting"):
        # The frame hides the navigation while a meeting looks on; it is drawn before this page, so it must be drawn again.
        st.session_state["presenting"] = True
        asked = st.query_params.get("screen", "")[:4]
        st.session_state["screen"] = int(asked) - 1 if asked.isdecimal() else 0
        st.rerun()
    scope, period = filters.selected()
    aims, watch = session.readings(scope, period)
    shown = [reading for reading in (*aims, *watch) if not reading.now.empty]
    last = len(shown) + 1
    at = max(0, min(st.session_state["screen"], last))
    st.query_params["screen"] = str(at + 1)
    with st.container(key="present-stage"):
        if at == 0:
            opening(aims, session.profile().organisation)
        elif at == last:
            closing(session.profile().organisation)
        else:
            slide(shown[at - 1])
    with st.container(horizontal=True, vertical_alignment="center", key="present-controls"):
        st.button("Previous", shortcut="Left", on_click=go, args=(at - 1,), disabled=at == 0, key="present.previous")
        st.button("Next", shortcut="Right", on_click=go, args=(at + 1,), disabled=at == last, key="present.next")
        st.button("Leave", shortcut="Esc", on_click=leave, key="present.leave")
        st.text(f"Screen {at + 1} of {last + 1}")
