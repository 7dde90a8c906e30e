"""What a survey is weighted by: chosen by the officer, beginning with what the office's profile says."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.answered.splits import offered
from analysis.answered.weighting_targets import MARGINS
from data.vocabulary import SPLITS
from pages.parts import session


@dataclass(frozen=True)
class Choices:
    """The characteristics to weight by, whether to cap the weights, and whether to put small groups together."""

    margins: tuple[str, ...]
    cap: bool
    merge: bool


def pick_weighting(survey: pd.Series, place: st.delta_generator.DeltaGenerator) -> Choices:
    """Draw the choices for one survey."""
    asked = [name for name in MARGINS if name in offered(session.respondents_of(survey["survey_id"]))]
    begin_with = [name for name in session.profile().weight_by if name in asked] or asked[:1]
    chosen = place.multiselect(
        "Weight by", asked, default=begin_with, format_func=lambda name: SPLITS[name], key=f"weight.{survey['survey_id']}", filter_mode=None
    )
    with place.container(horizontal=True):
        cap = st.checkbox("No weight over five times the average", value=True, key="weight.cap")
        merge = st.checkbox("Put groups of fewer than ten people together", value=True, key="weight.merge")
    return Choices(tuple(name for name in MARGINS if name in chosen), cap, merge)
