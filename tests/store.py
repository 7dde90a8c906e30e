"""A filled store and its frames, for tests: rows are typed in with the columns that matter and everything else left blank."""

import hashlib
from datetime import date

import pandas as pd

from analysis.readings import History
from analysis.scope import Frames, Scope, with_calendar
from data import frames as stored
from data.imports import Receipt, save
from data.prepare import Choices, Prepared, prepare
from data.profile import Profile
from data.sheet import Book, sheet_of
from data.store import Store

NAMES = (
    "activities", "activity_methods", "activity_areas", "activity_audiences", "activity_characteristics", "activity_duties", "activity_objectives",
    "outcomes", "outcome_activities", "plan", "surveys", "questions", "options", "respondent_tallies", "population", "imports",
)  # fmt: skip


def all_frames(store: Store, profile: Profile) -> Frames:
    """Every frame as the pages read it."""
    found = {name: getattr(stored, name)(store) for name in NAMES}
    found["tallies"] = stored.tracked_tallies(store)
    return with_calendar(found | stored.listed(profile), int(profile.organisation.year_starts[:2]))


def frames_of(store: Store, profile: Profile, today: date = date(2026, 9, 30)) -> Frames:
    """Every frame of all time, with the windows."""
    history = History(all_frames(store, profile), Scope(), today, date.fromisoformat(profile.organisation.starts))
    return history.at(None)


def book(cells: list[list[str]], name: str = "Made up.csv", sheet: str = "Sheet1", more: dict[str, list[list[str]]] | None = None) -> Book:
    """A file of typed-in rows, as the reader would hand it on; `more` are further sheets by name."""
    sheets = {sheet: cells} | (more or {})
    return Book(name, hashlib.sha256(repr((name, sheets)).encode()).hexdigest(), "csv", tuple(sheet_of(rows, title) for title, rows in sheets.items()))


def prepared(cells: list[list[str]], profile: Profile, name: str = "Made up.csv", salt: str = "salt", **settled: object) -> Prepared:
    """The one sheet of a file of typed-in rows as it would be saved; `settled` are the officer's choices."""
    (one,) = prepare(book(cells, name), profile, Choices(**settled), salt)
    return one


def saved(store: Store, cells: list[list[str]], profile: Profile, name: str = "Made up.csv", replaces: str = "", **settled: object) -> Receipt:
    """The receipt for typed-in rows, read and saved in the store, in place of another import where `replaces` names one."""
    (receipt,) = save(store, [prepared(cells, profile, name, **settled)], "an officer", {"Sheet1": replaces} if replaces else None)
    return receipt


def rows(columns: str, *values: tuple) -> pd.DataFrame:
    """A frame from typed-in rows: `rows("activity_id held_on", ("a", "2024-04-01"))`; columns ending in _on become days."""
    frame = pd.DataFrame(list(values), columns=columns.split())
    for column in frame.columns:
        if column.endswith(("_on", "_to", "_from")):
            frame[column] = pd.to_datetime(frame[column])
    return frame
