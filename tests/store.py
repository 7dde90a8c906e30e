"""A filled store and its frames, for tests: rows are typed in with the columns that matter and everything else left blank."""

import hashlib
from datetime import date

import pandas as pd

from analysis.readings import History
from analysis.scope import Frames, Scope, with_calendar
from data import frames as stored
from data.counted.tallies import write_tallies
from data.imports import Receipt, save
from data.prepare import Choices, Prepared, prepare
from data.profile import Profile
from data.sheet import Book, sheet_of
from data.store import Store, now, put

NAMES = (
    "activities", "activity_methods", "activity_areas", "activity_audiences", "activity_characteristics", "activity_duties", "activity_objectives",
    "outcomes", "outcome_activities", "plan", "surveys", "questions", "options", "respondent_tallies", "survey_quality", "population", "boundaries",
    "imports",
)  # fmt: skip

NO_SCOPE = Scope()
# Frames read before, beside the rows they came from: while those are held their ids are not given to others.
_KEPT: dict[tuple, tuple[dict[str, pd.DataFrame], Frames]] = {}


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
    return Book(
        name, hashlib.sha256(repr((name, sheets)).encode()).hexdigest(), "csv", tuple(sheet_of(rows, title) for title, rows in sheets.items())
    )


def prepared(cells: list[list[str]], profile: Profile, name: str = "Made up.csv", salt: str = "salt", **settled: object) -> Prepared:
    """The one sheet of a file of typed-in rows as it would be saved; `settled` are the officer's choices."""
    (one,) = prepare(book(cells, name), profile, Choices(**settled), salt)
    return one


def saved(store: Store, cells: list[list[str]], profile: Profile, name: str = "Made up.csv", replaces: str = "", **settled: object) -> Receipt:
    """The receipt for typed-in rows, read and saved in the store, in place of another import where `replaces` names one."""
    one = prepared(cells, profile, name, store.setting("salt") or "", **settled)
    (receipt,) = save(store, [one], "an officer", {"Sheet1": replaces} if replaces else None)
    return receipt


def figures(store: Store) -> dict[str, pd.DataFrame]:
    """Everything a page could read of what is in the figures."""
    found = {name: getattr(stored, name)(store) for name in NAMES}
    asked = found["questions"]["question_id"].tolist()
    by_split = {split: stored.tallies(store, asked, split) for split in ("all", "area")}
    return found | by_split | {"tracked": stored.tracked_tallies(store)}


def assert_same(before: dict[str, pd.DataFrame], after: dict[str, pd.DataFrame]) -> None:
    """Fail, naming the frame, where two readings of a store differ in anything."""
    assert before.keys() == after.keys()
    for name, frame in before.items():
        pd.testing.assert_frame_equal(frame, after[name], obj=name)


def rows_held(store: Store) -> dict[str, int]:
    """How many rows each table of the store holds, in the figures or not."""
    tables = store.frame("SELECT table_name FROM information_schema.tables")["table_name"]
    return {table: len(store.frame(f"SELECT 1 FROM {table}")) for table in tables}


def where_held(store: Store, token: str) -> list[str]:
    """Every column of every table that holds a text anywhere in its cells."""
    columns = store.frame("SELECT table_name, column_name FROM information_schema.columns WHERE data_type LIKE 'VARCHAR%'")
    return [
        f"{table}.{column}"
        for table, column in columns.itertuples(index=False)
        if len(store.frame(f"SELECT 1 FROM {table} WHERE contains(lower({column}::VARCHAR), lower(?)) LIMIT 1", [token]))
    ]


def rows(columns: str, *values: tuple) -> pd.DataFrame:
    """A frame from typed-in rows: `rows("activity_id held_on", ("a", "2024-04-01"))`; columns ending in _on become days."""
    frame = pd.DataFrame(list(values), columns=columns.split())
    for column in frame.columns:
        if column.endswith(("_on", "_to", "_from")):
            frame[column] = pd.to_datetime(frame[column])
    return frame


def filled(**tables: pd.DataFrame) -> Store:
    """A store in memory with typed-in rows, all of one current file; where respondents are given, their surveys are tallied as on saving."""
    store = Store.open(None)
    with store.writing() as cursor:
        cursor.execute("INSERT INTO imports (import_id, kind, status, imported_at) VALUES ('typed', 'activities', 'current', ?)", [now()])
        of_import = {row[0] for row in cursor.execute("SELECT table_name FROM information_schema.columns WHERE column_name = 'import_id'").fetchall()}
        for name, frame in tables.items():
            put(cursor, name, frame.assign(import_id="typed") if name in of_import else frame)
        for survey in tables["respondents"]["survey_id"].unique() if "respondents" in tables else ():
            write_tallies(cursor, survey)
    return store


def history_of(profile: Profile, today: date = date(2026, 9, 30), scope: Scope = NO_SCOPE, **tables: pd.DataFrame) -> History:
    """The records of an office from typed-in rows, as the pages look at them on a day; the same rows go through the store once."""
    key = (profile.id, *((name, id(frame)) for name, frame in sorted(tables.items())))
    if key not in _KEPT:
        with filled(**tables) as store:
            _KEPT[key] = tables, all_frames(store, profile)
    return History(_KEPT[key][1], scope, today, date.fromisoformat(profile.organisation.starts))
