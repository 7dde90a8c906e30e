"""The days that duties to consult are counted from: when a plan was issued, when a precept was set, when a Commissioner took office."""

from datetime import date

import pandas as pd

from data.problems import StoreError
from data.settled.written_down import strike_out, write_down
from data.store import Store

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
        write_down(cursor, "key_dates", "key_date_id", {"what": what, "fell_on": fell_on}, f"key date: {what}", who)


def remove_key_date(store: Store, key_date_id: str, who: str) -> None:
    """Take a day out again."""
    strike_out(store, "key_dates", "key_date_id", key_date_id, "key date taken out", who)


def key_dates(store: Store) -> pd.DataFrame:
    """One row per day written down, newest first."""
    return store.frame("SELECT key_date_id, what, fell_on FROM key_dates ORDER BY fell_on DESC, what")
