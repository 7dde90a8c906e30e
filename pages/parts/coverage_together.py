"""A period as a whole: the nine protected characteristics as evidence, and surveys and activities together."""

import streamlit as st

from analysis.heard.pooled import pooled
from data.vocabulary import CHARACTERISTICS
from pages.parts import filters, session, session_coverage, show
from pages.parts.frame import head
from pages.parts.render import render


def characteristics(heading: st.delta_generator.DeltaGenerator) -> None:
    """The evidence on the nine protected characteristics over a period and survey by survey."""
    scope, period = filters.scope(area=False, audience=False, method=False)
    history = session.history(scope)
    when = history.cut(period).said
    found = session_coverage.protected(when, history.at(history.cut(period)))
    with heading:
        head(found.headline, "What the public sector equality duty asks evidence of: who was asked, who answered, and who is missing.")
    render("protected.html", rows=found.rows, sentence=found.sentence, surveys=found.surveys, grid=found.grid, when=when)
    show.finding(found.finding)


def together(heading: st.delta_generator.DeltaGenerator) -> None:
    """Surveys and activities of a period together, by one characteristic."""
    scope, period = filters.scope(area=False, audience=False, method=False)
    by = st.selectbox("By", list(CHARACTERISTICS), format_func=lambda name: CHARACTERISTICS[name], key="together.by", filter_mode=None)
    history = session.history(scope)
    cut = history.cut(period)
    found = pooled(history.at(cut), by, cut.said)
    with heading:
        head(found.headline, "Responses, attendances and people are three different things and are never added up as one.")
    render("pooled.html", counted=found.counted, rows=found.rows, known=found.known, by=CHARACTERISTICS[by])
