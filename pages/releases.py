"""Releases: what readers see of each survey, what they would see of a newer one, what is hidden and why, and the button that shows it to them."""

import pandas as pd
import streamlit as st

from data.problems import SoundingBoardError
from pages.parts import session, session_releases
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.release_draft import draft
from pages.parts.release_history import history
from pages.parts.render import render
from pages.parts.survey_picker import pick_survey

begin("Releases")


def lead(waiting: list[str]) -> str:
    """What is not out yet, in a sentence."""
    if not waiting:
        return "Readers see the latest release of each survey, and nothing of it changes until you release again."
    return f"Not released yet: {'; '.join(waiting)}. Readers see nothing of {'it' if waiting[1:] == [] else 'them'}."


if session.missing("survey"):
    empty("No survey has been added yet.", "survey")
else:
    surveys: pd.DataFrame = session.frames()["surveys"]
    waiting = session_releases.not_released()
    head(f"{len(surveys) - len(waiting)} of {len(surveys)} surveys are released to readers", lead(waiting))
    left, _ = st.columns([1, 2])
    try:
        draft(pick_survey(left))
        history()
    except SoundingBoardError as error:
        render("problem.html", words=str(error))
foot()
