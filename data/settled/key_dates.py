"""The days that duties to consult are counted from: when a plan was issued, when a precept was set, when a Commissioner took office."""

import uuid
from datetime import date

import pandas as pd

from data.problems import StoreError
from data.store import Store, now, put, record

KEY_DATES = {
    "plan issued": "Police and crime plan issued",
    "precept set": "Precept set",
    "took office": "Commissioner took office",
}


def set_key_date(store: Store, what: str, fell_on: date, who: str) -> None:
    """Write a day down. Raises StoreError when the very day is there already."""
    with store.writing() as cursor:
        if cursor.execute("SELECT 1 FROM key_dates WHERE what = ? AND fell_on = ?", [what, fell_on]).fetchall():
            raise StoreError("This day is already written down. Nothing was changed.")
        row = {"key_date_id": uuid.uuid4().hex[:12], "what": what, "fell_on": fell_on, "recorded_at": now(), "recorded_by": who}
        put(cursor, "key_dates", pd.DataFrame([row]))
        record(cursor, f"key date: {what}", who=who)


def remove_key_date(store: Store, key_date_id: str, who: str) -> None:
    """Take a day out again."""
    with store.writing() as cursor:
        cursor.execute("DELETE FROM key_dates WHERE key_date_id = ?", [key_date_id])
        record(cursor, "key date taken out", who=who)


def key_dates(store: Store) -> pd.DataFrame:
    """One row per day written down, newest first."""
    return store.frame("SELECT key_date_id, what, fell_on FROM key_dates ORDER BY fell_on DESC, what")
