"""The codebook of a written question, which the officer owns: its themes, what belongs to each, and merging two that turn out to be one."""

import uuid
from typing import Any

import pandas as pd

from data.problems import StoreError
from data.store import Store, record

LONGEST = 80


def asked(battery: object, wording: object) -> str:
    """The name of a codebook: the question as asked, so that the next wave of the same question has the same themes."""
    return " – ".join(part for part in (battery, wording) if isinstance(part, str) and part)


def codebook(store: Store, of: str) -> pd.DataFrame:
    """The themes of a question in their order, with how many answers each was given to by the first reader in all waves (`given`)."""
    return store.frame(
        """
        SELECT theme_id, name, definition, included, excluded, count(respondent)::BIGINT AS given
        FROM themes LEFT JOIN (SELECT * FROM codes WHERE reader = 'first') USING (theme_id)
        WHERE asked = ? GROUP BY theme_id, position, name, definition, included, excluded ORDER BY position, theme_id
        """,
        [of],
    )


def add_theme(store: Store, of: str, name: str, who: str, definition: str = "", included: str = "", excluded: str = "") -> str:
    """Add a theme at the end of the codebook and return its id. Raises StoreError where the name is blank or already there."""
    name = _fit(name)
    with store.writing() as cursor:
        _refuse_double(cursor, of, name, "")
        theme_id = uuid.uuid4().hex[:12]
        cursor.execute(
            "INSERT INTO themes SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? FROM themes WHERE asked = ?",
            [theme_id, of, name, definition.strip(), included.strip(), excluded.strip(), of],
        )
        record(cursor, "theme added", who=who, why=name)
    return theme_id


def change_theme(store: Store, theme_id: str, name: str, definition: str, included: str, excluded: str, who: str) -> None:
    """Rename a theme or say anew what belongs to it; the answers it was given to keep it."""
    name = _fit(name)
    with store.writing() as cursor:
        _refuse_double(cursor, _codebook_of(cursor, theme_id), name, theme_id)
        cursor.execute(
            "UPDATE themes SET name = ?, definition = ?, included = ?, excluded = ? WHERE theme_id = ?",
            [name, definition.strip(), included.strip(), excluded.strip(), theme_id],
        )
        record(cursor, "theme changed", who=who, why=name)


def merge_themes(store: Store, theme_id: str, into: str, who: str) -> None:
    """Make one theme of two of the same codebook: every answer that had the first has the second, once, and the first is gone."""
    with store.writing() as cursor:
        if theme_id == into or _codebook_of(cursor, theme_id) != _codebook_of(cursor, into):
            raise StoreError("A theme is merged into another of the same question. Nothing was changed.")
        cursor.execute(
            """
            DELETE FROM codes WHERE theme_id = $gone AND EXISTS (
                FROM codes kept WHERE kept.theme_id = $kept AND kept.question_id = codes.question_id
                    AND kept.respondent = codes.respondent AND kept.reader = codes.reader)
            """,
            {"gone": theme_id, "kept": into},
        )
        cursor.execute("UPDATE codes SET theme_id = ? WHERE theme_id = ?", [into, theme_id])
        name = _take_away(cursor, theme_id)
        record(cursor, "theme merged", who=who, why=name)


def remove_theme(store: Store, theme_id: str, who: str) -> None:
    """Take a theme out of the codebook. Answers that had only this one stay read, with no theme."""
    with store.writing() as cursor:
        _codebook_of(cursor, theme_id)
        cursor.execute(
            """
            DELETE FROM codes WHERE theme_id = $gone AND EXISTS (
                FROM codes other WHERE other.theme_id <> $gone AND other.question_id = codes.question_id
                    AND other.respondent = codes.respondent AND other.reader = codes.reader)
            """,
            {"gone": theme_id},
        )
        cursor.execute("UPDATE codes SET theme_id = NULL WHERE theme_id = ?", [theme_id])
        name = _take_away(cursor, theme_id)
        record(cursor, "theme removed", who=who, why=name)


def _take_away(cursor: Any, theme_id: str) -> str:
    name = cursor.execute("SELECT name FROM themes WHERE theme_id = ?", [theme_id]).fetchall()[0][0]
    cursor.execute("DELETE FROM themes WHERE theme_id = ?", [theme_id])
    return str(name)


def _codebook_of(cursor: Any, theme_id: str) -> str:
    found = cursor.execute("SELECT asked FROM themes WHERE theme_id = ?", [theme_id]).fetchall()
    if not found:
        raise StoreError("This theme is no longer in the codebook. Nothing was changed.")
    return str(found[0][0])


def _refuse_double(cursor: Any, of: str, name: str, theme_id: str) -> None:
    same = "SELECT 1 FROM themes WHERE asked = ? AND lower(name) = lower(?) AND theme_id <> ?"
    if cursor.execute(same, [of, name, theme_id]).fetchall():
        raise StoreError("There is already a theme of this name. Choose another name, or merge the two.")


def _fit(name: str) -> str:
    name = " ".join(name.split())[:LONGEST]
    if not name:
        raise StoreError("A theme needs a name. Nothing was changed.")
    return name
