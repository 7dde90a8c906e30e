"""Erasing an import for good: its rows are deleted, and the store's file is written anew so that their bytes are gone from it too.

The import's line stays in the history without the file's name, its headings or anything that was in it: that something was erased, when and by
whom is kept, and nothing else; of a survey that was released also what keeps it from being released again a few people apart
(data.settled.freeze). Deleting alone leaves bytes behind in an embedded store (measured), hence the new file.
"""

from typing import Any

from data.integrity import check
from data.problems import StoreError
from data.settled.freeze import keep_freeze
from data.store import Store, record

# What of an import, a survey, a question or a row is kept elsewhere is kept under its id, which starts with the import's.
_IDS = ("import_id", "survey_id", "question_id", "activity_id", "outcome_id", "plan_id")
_KEPT = ("imports", "changes")
_DUE = "file to be written anew"


def erase(store: Store, import_id: str, who: str) -> None:
    """Destroy everything an import brought. It cannot be put back.

    Raises StoreError when there is no such import; or, the rows being gone already, when the file could not be written anew: that is then
    done when the store is next opened or something else is erased.
    """
    with store.writing() as cursor:
        found = cursor.execute("SELECT 1 FROM imports WHERE import_id = ? AND status <> 'erased' AND sha256 IS NOT NULL", [import_id]).fetchall()
        if not found:
            raise StoreError("There is nothing left of this import to erase. Nothing was changed.")
        keep_freeze(cursor, import_id)
        for table, column in _places(cursor):
            cursor.execute(f"DELETE FROM {table} WHERE {column} = ? OR starts_with({column}, ? || '.')", [import_id, import_id])
        cursor.execute("DELETE FROM released WHERE release_id NOT IN (SELECT release_id FROM releases)")
        cursor.execute(
            "UPDATE imports SET status = 'erased', file_name = '', sheet = '', sha256 = '', fingerprint = '', left_out = [] WHERE import_id = ?",
            [import_id],
        )
        record(cursor, "erased", import_id, who)
        check(cursor)
        cursor.execute("INSERT INTO settings VALUES (?, '')", [_DUE])
    finish(store)


def later(cursor: Any) -> None:
    """Within the caller's transaction: have the file written anew when the store is next opened, for words were taken out whose bytes linger."""
    cursor.execute("INSERT INTO settings VALUES (?, '')", [_DUE])


def finish(store: Store) -> None:
    """Write the file anew where an erasure is waiting for it, be it that the program was stopped between the two."""
    if store.setting(_DUE) is None:
        return
    store.rewrite()
    with store.writing() as cursor:
        cursor.execute("DELETE FROM settings WHERE name = ?", [_DUE])


def _places(cursor: Any) -> list[tuple[str, str]]:
    """Every (table, column) that holds ids of what came in with an import, whatever tables there are."""
    columns = cursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE data_type = 'VARCHAR'").fetchall()
    return [(table, column) for table, column in columns if column in _IDS and table not in _KEPT]
