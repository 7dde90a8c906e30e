"""Sounding Board: the frame, and the one list of pages. Run it with `make run`, or `python serve.py`."""

import streamlit as st

from pages.parts.role import may_enter

PAGES = {
    "": [("overview", "Overview"), ("present", "Present"), ("measure", "Measure")],
    "What we did": [
        ("activities", "Activities"),
        ("gaps", "Gaps and trends"),
        ("value", "Cost and reach"),
        ("load", "Consultation load"),
    ],
    "What we heard": [
        ("survey_results", "Survey results"),
        ("crosstabs", "Crosstabs"),
        ("trends", "Trends"),
        ("segments", "Groups"),
        ("written_answers", "Written answers"),
        ("coverage", "Who we heard from"),
        ("weighting", "Weighting"),
    ],
    "What changed": [("outcomes", "You said, we did"), ("duties", "Duties")],
    "What next": [("plan", "Plan"), ("options", "Options"), ("next_engagement", "What to do next")],
    "Data": [("upload", "Add data"), ("imports", "Imports"), ("releases", "Releases")],
    "Help": [("definitions", "Definitions"), ("accessibility", "Accessibility")],
}
# Opened from the figure it explains, so the navigation does not list it.
FROM_A_FIGURE = frozenset({"measure"})


def pages() -> dict[str, list[st.Page]]:
    """The pages by section, as the navigation shows them: to readers without the officer's rooms, whose addresses refuse them."""
    return {section: [_page(name, title) for name, title in listed] for section, listed in PAGES.items()}


def _page(name: str, title: str) -> st.Page:
    listed = may_enter(title) and name not in FROM_A_FIGURE
    return st.Page(f"pages/{name}.py", title=title, default=name == "overview", visibility="visible" if listed else "hidden")


if __name__ == "__main__":
    presenting = st.session_state.get("presenting", False)
    st.navigation(pages(), position="hidden" if presenting else "top").run()
