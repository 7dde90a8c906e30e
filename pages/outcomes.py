"""You said, we did: what was heard, what came of it, the evidence, and whether people were told."""

import streamlit as st

from analysis.findings import ranked
from analysis.threads import headline, threads
from data.vocabulary import OUTCOME_KINDS, OUTCOME_STAGES
from pages.parts import filters, session, show
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.places import source
from pages.parts.render import render
from data.profile import Aim

PER_PAGE = 15
SUMMARY = (Aim("you_said_we_did_examples"), Aim("policies_changed"), Aim("services_changed"), Aim("outcomes_evidenced_share"), Aim("told_back_share"), Aim("time_to_feedback"))

begin("You said, we did")
if session.missing("outcomes"):
    empty("No outcome has been added yet.", "outcomes")
else:
    heading = session.slot()
    scope, period = filters.scope()
    read = session.read(SUMMARY, scope, period)
    found = session.history(scope)
    listed = threads(found.at(found.cut(period))["outcomes"])
    with heading:
        head(headline(read, listed), filters.said(scope))
    cards(read, [reading.when for reading in read], with_status=False)
    left, right = st.columns(2, gap="large")
    when = found.cut(period).said
    with left:
        by_stage = session.published("outcomes_recorded", scope, period, ["stage"])
        show.finding(ranked(by_stage, "Most are {top}: {value}", f"Outcomes by stage, {when}.", source("outcomes"), terms=OUTCOME_STAGES))
    with right:
        by_kind = session.published("you_said_we_did_examples", scope, period, ["kind"])
        show.finding(ranked(by_kind, "Most changed {top}: {value}", f"Evidenced examples by kind of change, {when}.", source("outcomes"), terms=OUTCOME_KINDS))
    render("section.html", title="Each thing said, and what came of it", words="Only what is done, and has its evidence named, raises a measure.")
    pages = max(1, -(-len(listed) // PER_PAGE))
    page = st.selectbox("Shown", range(pages), format_func=lambda i: f"{i * PER_PAGE + 1} to {min(len(listed), (i + 1) * PER_PAGE)} of {len(listed)}", key=f"outcomes.{period.name}") if pages > 1 else 0
    render("threads.html", threads=listed[page * PER_PAGE : (page + 1) * PER_PAGE])
foot()
