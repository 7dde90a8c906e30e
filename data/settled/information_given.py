"""What people were given to answer a consultation with, and where it can be seen: kept apart from the log, so that a newer log does not lose it."""

from datetime import date

import pandas as pd

from data.problems import StoreError
from data.settled.written_down import refuse_people, strike_out, write_down
from data.store import Store


def give_information(store: Store, consultation: dict[str, str], what: str, kept: str, on: date, who: str) -> None:
    """Write down what people were given. `consultation` has the `activity_ref` and `title` by which it is known in the log.

    Raises StoreError when it does not say what was given and where it can be seen, or names a person.
    """
    if not what.strip() or not kept.strip():
        raise StoreError("Say what people were given, and where it can be seen. Nothing was saved.")
    refuse_people(what, kept)
    named = {name: consultation[name] for name in ("activity_ref", "title")}
    entry = {**named, "what": what.strip(), "kept": kept.strip(), "given_on": on}
    with store.writing() as cursor:
        write_down(cursor, "information_given", "given_id", entry, "information people were given", who)


def take_back_information(store: Store, given_id: str, who: str) -> None:
    """Take it out again; the ledger is then as it was before."""
    strike_out(store, "information_given", "given_id", given_id, "information people were given, taken out", who)


def information_given(store: Store) -> pd.DataFrame:
    """One row per thing written down, the newest first."""
    return store.frame("SELECT given_id, activity_ref, title, what, kept, given_on FROM information_given ORDER BY given_on DESC, given_id")
