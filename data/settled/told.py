"""Telling people what came of what they said, written down as it is done: kept apart from the log, so that a newer log does not lose it."""

from datetime import date

import pandas as pd

from data.problems import StoreError
from data.settled.written_down import refuse_people, strike_out, write_down
from data.store import Store

FORMATS = ("Plain English", "Easy read", "Large print", "British Sign Language", "Braille or audio", "Welsh", "Another language", "Spoken")

# One row for each thing heard of which people were told here, for the frame of outcomes to take in.
LOGGED = """
    SELECT outcome_ref AS logged_ref, you_said AS logged_said, string_agg(DISTINCT told_whom, '; ' ORDER BY told_whom) AS logged_whom,
           string_agg(DISTINCT told_how, '; ' ORDER BY told_how) AS logged_how,
           string_agg(DISTINCT told_format, '; ' ORDER BY told_format) AS logged_format, min(told_on) AS logged_on
    FROM told_back GROUP BY outcome_ref, you_said
"""


def tell(store: Store, outcome: dict[str, str | None], whom: str, how: str, told_in: str, on: date, who: str) -> None:
    """Write down that people were told. `outcome` has the `outcome_ref` and `you_said` of what was heard.

    Raises StoreError when it does not say whom or how, or names a person.
    """
    if not whom.strip() or not how.strip():
        raise StoreError("Say who was told, and how. Nothing was saved.")
    refuse_people(whom, how)
    heard = {name: outcome[name] for name in ("outcome_ref", "you_said")}
    entry = {**heard, "told_whom": whom.strip(), "told_how": how.strip(), "told_format": told_in, "told_on": on}
    with store.writing() as cursor:
        write_down(cursor, "told_back", "told_id", entry, "told people back", who)


def untell(store: Store, told_id: str, who: str) -> None:
    """Take back what was written down; the figures are then as they were before."""
    strike_out(store, "told_back", "told_id", told_id, "took back that people were told", who)


def told_back(store: Store) -> pd.DataFrame:
    """Everything written down here, newest first; `matched` is false where what was heard is no longer in the figures."""
    return store.frame("""
        SELECT told_back.*, EXISTS (
            SELECT 1 FROM outcomes JOIN imports USING (import_id) WHERE status = 'current'
            AND outcomes.outcome_ref IS NOT DISTINCT FROM told_back.outcome_ref AND outcomes.you_said IS NOT DISTINCT FROM told_back.you_said
        ) AS matched
        FROM told_back ORDER BY told_on DESC, told_id
    """)
