"""Proposed activities weighed before they are taken, with what was decided and why."""

from datetime import date

import pandas as pd

from data.problems import StoreError
from data.settled.written_down import refuse_people, strike_out, write_down
from data.store import Store, record

DECISIONS = {"not decided": "Not decided", "taken": "Taken", "not taken": "Not taken"}


def propose(store: Store, proposal: dict[str, object], who: str) -> str:
    """Write a proposal down – title, method, area, audience, duty and due_to – and give its id.

    Raises StoreError without a title, or where it names a person.
    """
    title = str(proposal["title"]).strip()
    if not title:
        raise StoreError("Say what is proposed. Nothing was saved.")
    refuse_people(title)
    with store.writing() as cursor:
        entry = proposal | {"title": title, "decision": "not decided"}
        return write_down(cursor, "options_weighed", "option_id", entry, "option proposed", who)


def decide(store: Store, option_id: str, decision: str, why: str, on: date, who: str) -> None:
    """Write down whether an option was taken, and why. Raises StoreError without a reason; deciding again replaces the decision before."""
    if decision != "not decided" and not why.strip():
        raise StoreError("Say why. Nothing was saved.")
    refuse_people(why)
    undecided = decision == "not decided"
    values = [decision, None if undecided else why.strip(), None if undecided else on, option_id]
    with store.writing() as cursor:
        cursor.execute("UPDATE options_weighed SET decision = ?, why = ?, decided_on = ? WHERE option_id = ?", values)
        record(cursor, f"option {decision}", who=who)


def withdraw_option(store: Store, option_id: str, who: str) -> None:
    """Take a proposal out again."""
    strike_out(store, "options_weighed", "option_id", option_id, "option taken out", who)


def options_weighed(store: Store) -> pd.DataFrame:
    """One row per proposal, the earliest due first."""
    return store.frame("""
        SELECT option_id, title, method, area, audience, duty, due_to, decision, why, decided_on, recorded_at
        FROM options_weighed ORDER BY due_to NULLS LAST, title, option_id
    """)
