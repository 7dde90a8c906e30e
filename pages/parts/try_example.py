"""One click from nothing to a filled dashboard: the example is made for today, and read as any upload is."""

import streamlit as st

from data.clock import today
from data.examples.load import load_example
from pages.parts import session, session_releases


def try_example(office: str, name: str) -> None:
    """The button of one office, and while it works, how far it has come."""
    if st.button(f"Try {name.replace('Office of the Police and Crime Commissioner', 'OPCC')}", type="primary", key=f"try-example-{office}"):
        session.choose(office, example=True)
        with st.status("Making the example and reading it…", expanded=False) as status:
            for file in load_example(session.store(), session.profile(), today()):
                status.update(label=f"Read {file}")
            for title in session_releases.release_all():
                status.update(label=f"Released {title}")
        st.switch_page("pages/overview.py")


def leave_example() -> None:
    """Offered while the example is shown: back to the office's own data, the example taken away."""
    if st.button("Remove example data", key="remove-example"):
        session.leave_example()
        st.switch_page("pages/overview.py")
