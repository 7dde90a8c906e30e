"""What one visitor is looking at: which office, its own data or the example, the open store, and the frames read from it.

Pages reach the data through here and nowhere else, and what they get to show has been through `publish`.
"""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.measure import compute, measures
from analysis.periods import Period
from analysis.readings import History, Reading, read_aims
from analysis.release.lattice import with_totals
from analysis.scope import Frames, Scope, with_calendar
from analysis.suppression import Published, publish
from analysis.wording import responses
from data import frames as stored
from data.clock import today
from data.days import in_words
from data.office import choose_office, chosen_office, open_office, remove_example, store_path
from data.profile import Aim, Profile, available, load
from data.settled.readers import favourable_totals, readers_store
from data.store import Store
from data.vocabulary import EVIDENCE
from pages.parts.role import is_reader

WHO = "engagement officer"

FRAMES = (
    "activities",
    "activity_methods",
    "activity_areas",
    "activity_audiences",
    "activity_characteristics",
    "activity_duties",
    "activity_objectives",
    "outcomes",
    "outcome_activities",
    "plan",
    "surveys",
    "questions",
    "options",
    "respondent_tallies",
    "survey_quality",
    "population",
    "boundaries",
    "context_series",
    "imports",
)


def office() -> str:
    """The office the visitor is looking at: what the address says, then what was chosen on this computer; '' before anyone chose."""
    said = st.query_params.get("office") or st.session_state.get("office") or chosen_office()
    known = said if said in available() else ""
    st.session_state["office"] = known
    return known


def choose(name: str, example: bool = False) -> None:
    """Look at another office, or at its example data, from now on."""
    st.session_state["office"] = name
    st.session_state["example"] = example
    st.session_state["scope"] = Scope()
    if not example:
        choose_office(name)


def is_example() -> bool:
    """Whether the visitor is looking at made-up data."""
    if "example" not in st.session_state:
        st.session_state["example"] = st.query_params.get("data") == "example"
    return bool(st.session_state["example"])


def profile() -> Profile:
    return load(office())


@st.cache_resource(show_spinner=False, max_entries=12)
def _open(path: str, office_name: str) -> Store:
    return open_office(office_name, Path(path))


def officers_store() -> Store:
    """The open store of the office, or of its example; one for the whole process. A reader's page never sees it."""
    return _open(str(store_path(office(), is_example())), office())


@st.cache_resource(show_spinner=False, max_entries=6)
def _for_readers(key: str, _store: Store) -> Store:
    return readers_store(_store)


def store() -> Store:
    """What the visitor may read: the office's store for the officer, and for a reader one that holds what was released and no respondent."""
    opened = officers_store()
    return _for_readers(f"{opened.path}|{opened.revision()}", opened) if is_reader() else opened


def leave_example() -> None:
    """Close the example, take its file away, and go back to the office's own data."""
    officers_store().close()
    _open.clear()
    remove_example(office())
    choose(office())


def let_go() -> None:
    """Let go of every figure kept from the store, once something in it was erased."""
    for kept in (_frames, _history, _readings, _tallies):
        kept.clear()


def key() -> str:
    """Names what may be kept between reruns: the store, its revision, who is looking, and the day."""
    opened = officers_store()
    return f"{opened.path}|{opened.revision()}|{'reader' if is_reader() else 'officer'}|{today()}|{os.environ.get('SOUNDING_BOARD_TODAY', '')}"


@st.cache_resource(show_spinner=False, max_entries=6)
def _frames(key: str, office_name: str, _store: Store) -> Frames:
    kept = load(office_name)
    found: Frames = {name: getattr(stored, name)(_store) for name in FRAMES}
    found["tallies"] = stored.tracked_tallies(_store)
    if (totals := favourable_totals(_store)) is not None:
        found["tallies"] = with_totals(found["tallies"], totals, found["options"], found["questions"], stored.listed(kept)["tracked"])
    return with_calendar(found | stored.listed(kept), int(kept.organisation.year_starts[:2]))


def frames() -> Frames:
    """Every frame of the store, read once per revision. Never change one."""
    return _frames(key(), office(), store())


@st.cache_resource(show_spinner=False, max_entries=60)
def _history(key: str, scope: str, _scope: Scope, _frames: Frames, _profile: Profile) -> History:
    return History(_frames, _scope, today(), date.fromisoformat(_profile.organisation.starts))


def history(scope: Scope) -> History:
    """The frames narrowed to the scope, period by period."""
    return _history(key(), str(sorted(scope.address().items())), scope, frames(), profile())


@st.cache_resource(show_spinner=False, max_entries=60)
def _readings(key: str, which: str, _history: History, _period: Period, _profile: Profile) -> tuple[list[Reading], list[Reading]]:
    return read_aims(_profile.aims, _history, _period), read_aims(_profile.watch, _history, _period)


def readings(scope: Scope, period: Period) -> tuple[list[Reading], list[Reading]]:
    """The strategy's measures and its watch items, read for the scope."""
    return _readings(key(), f"{sorted(scope.address().items())}|{period.name}", history(scope), period, profile())


def publisher(scope: Scope, period: Period) -> Callable[..., Published]:
    """A function that gives a measure of the scope, fit to be shown: `publish(measure, by, all_time)`."""
    found = history(scope)

    def published(name: str, by: Sequence[str] = (), all_time: bool = False) -> Published:
        result = compute(name, found.so_far() if all_time else found.at(found.cut(period)), by)
        return publish(result, measures()[name], tuple(by))

    return published


def stamp(day: date) -> pd.Timestamp:
    """A day as the frames hold days."""
    return pd.Timestamp(day)


def slot() -> st.delta_generator.DeltaGenerator:
    """A place on the page to be filled once what stands below it is known."""
    return st.container()


def missing(kind: str) -> bool:
    """Whether no file of a kind is in the figures, or no office has been chosen yet."""
    if not office():
        return True
    current = frames()["imports"]
    return bool(current[(current["kind"] == kind) & (current["status"] == "current")].empty)


def read(aims: Sequence[Aim], scope: Scope, period: Period) -> list[Reading]:
    """Measures of a page's own choosing, read as the strategy's are."""
    return read_aims(aims, history(scope), period)


def questions_of(survey_id: str) -> pd.DataFrame:
    """The questions of one survey, in their order."""
    asked = frames()["questions"]
    return asked[asked["survey_id"] == survey_id]


def respondents_of(survey_id: str) -> pd.DataFrame:
    """How many people answered one survey, in all and by each thing known about them."""
    counted = frames()["respondent_tallies"]
    return counted[counted["survey_id"] == survey_id]


def options_of(question_id: str) -> pd.DataFrame:
    """The answers one question offers."""
    offered = frames()["options"]
    return offered[offered["question_id"] == question_id]


@st.cache_resource(show_spinner=False, max_entries=100)
def _tallies(key: str, question_ids: tuple[str, ...], split: str, _store: Store) -> pd.DataFrame:
    return stored.tallies(_store, list(question_ids), split)


def tallies_of(question_ids: list[str], split: str) -> pd.DataFrame:
    """How many gave each answer to these questions, by one split."""
    return _tallies(key(), tuple(question_ids), split, store())


def survey_words(survey: pd.Series) -> str:
    """Who a survey heard, when, and what sort of evidence it is, in a sentence or two."""
    people = responses(survey["respondents"])
    when = f" between {in_words(survey['opened_on'])} and {in_words(survey['closed_on'])}" if not pd.isna(survey["closed_on"]) else ""
    return f"{people} responses{when}. {EVIDENCE[survey['evidence']]}."
