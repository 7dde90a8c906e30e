"""Overview: is the office doing what its strategy promised, and what needs a decision?"""

import streamlit as st

from analysis.activity_findings import undated
from analysis.wording import headline, so_what
from pages.parts import filters, session
from pages.parts.attention import attention, watched
from pages.parts.cards import cards
from pages.parts.frame import begin, foot, head
from pages.parts.how_we_decide import how_we_decide
from pages.parts.places import freshness
from pages.parts.welcome import welcome

begin("Overview")
if not session.office() or session.frames()["imports"].empty:
    welcome()
else:
    profile = session.profile()
    with st.container(key="overview"):
        heading = session.slot()
        scope, period = filters.scope(labels=False)
        aims, watch = session.readings(scope, period)
        with heading:
            head(headline(aims), so_what(aims), eyebrow=f"{profile.organisation.short} · {session.history(scope).cut(period).said} · {freshness()}")
        cards(aims, [f"{objective.id}. {objective.outcome}" for objective in profile.objectives for _ in objective.measures])
        attention(watch, undated(session.frames()["activities"]))
    watched(watch)
    how_we_decide()
foot()
