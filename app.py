"""Sounding Board: the frame, and the one list of pages. Run it with `make run`, or `python serve.py`."""

import streamlit as st

PAGES = {
    "": [("overview", "Overview"), ("present", "Present")],
    "What we did": [("activities", "Activities"), ("plan", "Plan")],
    "What we heard": [("survey_results", "Survey results"), ("coverage", "Who we heard from")],
    "What changed": [("outcomes", "You said, we did"), ("duties", "Duties")],
    "Data": [("upload", "Add data"), ("imports", "Imports")],
    "Help": [("definitions", "Definitions"), ("accessibility", "Accessibility")],
}


def pages() -> dict[str, list[st.Page]]:
    """The pages by section, as the navigation shows them."""
    return {
        section: [st.Page(f"pages/{name}.py", title=title, default=name == "overview") for name, title in listed] for section, listed in PAGES.items()
    }


if __name__ == "__main__":
    presenting = st.session_state.get("presenting", False)
    st.navigation(pages(), position="hidden" if presenting else "top").run()
