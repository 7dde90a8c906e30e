"""What somebody writes down in the app: an entry with an id of its own, the moment and whoever wrote it, and one way to take it out again."""

import uuid
from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.privacy.personal import scan
from data.problems import StoreError
from data.store import Store, now, put, record


def write_down(cursor: Any, table: str, key: str, entry: Mapping[str, object], said: str, who: str) -> str:
    """Add an entry to a table whose ids are in the column `key`, and give its id; `said` is what the list of changes calls it."""
    entry_id = uuid.uuid4().hex[:12]
    put(cursor, table, pd.DataFrame([{**entry, key: entry_id, "recorded_at": now(), "recorded_by": who}]))
    record(cursor, said, who=who)
    return entry_id


def strike_out(store: Store, table: str, key: str, entry_id: str, said: str, who: str) -> None:
    """Take an entry out again; the figures are then as they were before."""
    with store.writing() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {key} = ?", [entry_id])
        record(cursor, said, who=who)


def refuse_people(*texts: str) -> None:
    """Raise StoreError when a text looks as if it named a person: nothing typed here needs to."""
    if any(scan(text) for text in texts):
        raise StoreError("This looks as if it names a person, or how to reach one. Name a group instead. Nothing was saved.")
