"""What people were given to answer a consultation with, and where it can be seen: kept apart from the log, so that a newer log does not lose it."""

import uuid
from datetime import date

import pandas as pd

from data.problems import StoreError
from data.settled.told import refuse_people
from data.store import Store, now, put, record


def give_information(store: Store, consultation: dict[str, str], what: str, kept: str, on: date, who: str) -> None:
    """Write down what people were given. `consultation` has the `activity_ref` and `title` by which it is known in the log.

    Raises StoreError when it does not say what was given and where it can be seen, or names a person.
    """
    if not what.strip() or not kept.strip():
        raise StoreError("Say what people were given, and where it can be seen. Nothing was saved.")
    refuse_people(what, kept)
    row = {
        "given_id": uuid.uuid4().hex[:12],
        "activity_ref": consultation["activity_ref"],
        "title": consultation["title"],
        "what": what.strip(),
        "kept": kept.strip(),
        "given_on": on,
        "recorded_at": now(),
        "recorded_by": who,
    }
    with store.writing() as cursor:
        put(cursor, "information_given", pd.DataFrame([row]))
        record(cursor, "information people were given", who=who)


def take_back_information(store: Store, given_id: str, who: str) -> None:
    """Take it out again; the ledger is then as it was before."""
    with store.writing() as cursor:
        cursor.execute("DELETE FROM information_given WHERE given_id = ?", [given_id])
        record(cursor, "information people were given, taken out", who=who)


def information_given(store: Store) -> pd.DataFrame:
    """One row per thing written down, the newest first."""
    return store.frame("SELECT given_id, activity_ref, title, what, kept, given_on FROM information_given ORDER BY given_on DESC, given_id")
