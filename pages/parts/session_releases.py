"""Releases as the officer's pages make them: the draft of each survey, what is frozen, and what is out."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from analysis.release.disclosure_audit import Audited, audited
from analysis.release.lattice import lattice
from analysis.release.release_summary import RULE, audit_words
from data import frames as stored
from data.profile import Profile
from data.settled import freeze
from data.settled import releases as kept
from data.settled.readers import unreleased
from data.store import Store
from pages.parts import session


def draft_of(store: Store, profile: Profile, survey_id: str) -> Audited:
    """What readers would see of a survey if it were released now, audited."""
    questions, options, people = stored.questions(store), stored.options(store), stored.respondent_tallies(store)
    own = questions[questions["survey_id"] == survey_id]
    cells = lattice(
        own,
        options[options["question_id"].isin(own["question_id"])],
        kept.survey_tallies(store, survey_id),
        people[people["survey_id"] == survey_id],
        stored.listed(profile)["tracked"],
    )
    return audited(cells)


@st.cache_resource(show_spinner="Checking what could be worked out…", max_entries=20)
def _draft(key: str, survey_id: str, _store: Store, _profile: Profile) -> Audited:
    return draft_of(_store, _profile, survey_id)


def draft(survey_id: str) -> Audited:
    """The draft of a survey, worked out once per revision of the store."""
    return _draft(session.key(), survey_id, session.officers_store(), session.profile())


def release(survey_id: str, who: str = session.WHO) -> None:
    """Make the draft of a survey what readers see. Raises StoreError while its last release is frozen."""
    found = draft(survey_id)
    kept.release(session.officers_store(), survey_id, found.shown, who, RULE, audit_words(found))


def release_all() -> Iterator[str]:
    """Release every survey that has not been, giving each title once it is out."""
    surveys = stored.surveys(session.officers_store())
    for _, survey in surveys[surveys["title"].isin(not_released())].iterrows():
        release(survey["survey_id"], "Sounding Board")
        yield survey["title"]


def not_released() -> list[str]:
    """The titles of surveys of which readers see nothing."""
    return unreleased(session.officers_store())


def history() -> pd.DataFrame:
    """Every release ever made, newest first."""
    return kept.releases(session.officers_store())


def frozen(survey_id: str) -> str:
    """Why a survey cannot be released now; '' where it can."""
    return freeze.frozen(session.officers_store(), survey_id)


def last_figures(release_id: str) -> pd.DataFrame:
    """The figures of one release."""
    return kept.released(session.officers_store(), release_id)


def source_of(survey_id: str) -> str:
    """The running file a survey is a copy of: newer copies are of the same."""
    return kept.source_of(session.officers_store(), survey_id)
