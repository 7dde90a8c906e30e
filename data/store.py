"""The embedded store: one DuckDB file, opened hardened, read by cursors, written by one transaction at a time.

The only module that imports duckdb. SQL itself stands in schema.sql, frames.py, imports.py and their neighbours on this floor.
"""

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from data.problems import StoreError
from data.schema import SCHEMA_VERSION, lacking

# No SQL of ours reads or writes files, loads extensions or looks at Python's variables, so none may: an uploaded name that
# found its way into a statement could then still do no harm. The file format is the one both DuckDB lines in use can read.
HARDENED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "storage_compatibility_version": "v1.5.0",
    "preserve_insertion_order": "false",
    "threads": "2",
    "memory_limit": "2GB",
    "lock_configuration": "true",
}

# Seconds to wait for readers before the file is written anew; a read takes far less than one.
_PATIENCE = 60

# The disk is full, or the file went away beneath us. What was saved before is safe.
_UNWRITABLE = (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException)


def folder() -> Path:
    """Where the office's data lives: `SOUNDING_BOARD_STORE`, or a folder in the project that git ignores."""
    return Path(os.environ.get("SOUNDING_BOARD_STORE") or Path(__file__).parent / "store")


class Store:
    """One open store. Share it between threads; take a cursor for each use.

    >>> with Store.open(None) as store:
    ...     store.revision()
    0
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path | None) -> None:
        self._connection = connection
        self._writing = threading.Lock()
        self._free = threading.Condition()
        self._readers = 0
        self.path = path

    @classmethod
    def open(cls, path: Path | None, **settings: str) -> "Store":
        """Open the store at `path`, building it where there is none; `None` keeps it in memory.

        Raises StoreError in plain words when another program holds the file or the file is damaged.
        """
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            connection = duckdb.connect(str(path) if path else ":memory:", config=dict(HARDENED))
        except duckdb.Error as error:
            raise StoreError(_why_closed(str(error), path)) from None
        store = cls(connection, path)
        try:
            store._build(settings)
        except (StoreError, duckdb.Error) as error:
            connection.close()
            if isinstance(error, StoreError):
                raise
            name = path.name if path else "in memory"
            raise StoreError(f"The store {name} is damaged and was not opened. Put back a backup, or move it aside to start afresh.") from None
        if path is not None:
            path.chmod(0o600)
        return store

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own: sharing one connection between threads makes queries fail."""
        with self._free:
            cursor = self._connection.cursor()
            self._readers += 1
        try:
            yield cursor
        finally:
            cursor.close()
            with self._free:
                self._readers -= 1
                self._free.notify_all()

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one transaction, one writer at a time: all of it is kept, or none of it."""
        with self._writing, self.reading() as cursor:
            cursor.execute("BEGIN TRANSACTION")
            try:
                yield cursor
                cursor.execute("COMMIT")
            except BaseException as error:
                # A commit that failed has already undone itself: there is then nothing to roll back.
                with suppress(duckdb.Error):
                    cursor.execute("ROLLBACK")
                if isinstance(error, _UNWRITABLE):
                    raise StoreError("The store could not be written, and nothing was saved. Make room on the disk, then start again.") from None
                raise

    def rewrite(self) -> None:
        """Write the store's file anew from its rows: deleting leaves the bytes of what was deleted in the old one. Others wait meanwhile.

        Raises StoreError, with the old file in place, when somebody goes on reading or the disk is full.
        """
        if self.path is None:
            return
        with self._writing, self._free:
            if not self._free.wait_for(lambda: self._readers == 0, timeout=_PATIENCE):
                raise StoreError("Somebody was still reading from the store. Try again in a minute.")
            self._connection.close()
            try:
                _copy(self.path)
            except (OSError, duckdb.Error):
                raise StoreError("The store's file could not be written anew. Make room on the disk, then try again.") from None
            finally:
                self._connection = duckdb.connect(str(self.path), config=dict(HARDENED))

    def frame(self, sql: str, values: tuple[Any, ...] | list[Any] = ()) -> pd.DataFrame:
        """The rows a query gives, as a DataFrame."""
        with self.reading() as cursor:
            return cursor.execute(sql, list(values)).df()

    def revision(self) -> int:
        """A number that goes up whenever what the store holds changes: the key under which anything read from it may be kept."""
        with self.reading() as cursor:
            return int(cursor.execute("SELECT coalesce(max(change_no), 0) FROM changes").fetchall()[0][0])

    def setting(self, name: str) -> str | None:
        with self.reading() as cursor:
            found = cursor.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchall()
        return found[0][0] if found else None

    def _build(self, settings: dict[str, str]) -> None:
        columns = self.frame("SELECT table_name, column_name FROM information_schema.columns")
        held = {table: set(names) for table, names in columns.groupby("table_name")["column_name"]}
        if "settings" in held and (version := self.setting("schema")) != SCHEMA_VERSION:
            raise StoreError(f"This store was written by another version of Sounding Board (schema {version}, this is {SCHEMA_VERSION}).")
        missing = lacking(held)
        if not missing:
            return
        with self.writing() as cursor:
            for statement in missing:
                cursor.execute(statement)
            if "settings" in held:
                return
            # The salt keys the hashes of response ids: without this store they say nothing about anybody.
            for name, value in {"schema": SCHEMA_VERSION, "salt": secrets.token_hex(16), **settings}.items():
                cursor.execute("INSERT INTO settings VALUES (?, ?)", [name, value])


def now() -> datetime:
    """The present moment in UTC, without a zone: how every time in the store is kept."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def put(cursor: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame | pa.Table) -> None:
    """Add the rows of a frame to a table, column by name. Frames enter as Arrow: DuckDB misreads some pandas layouts."""
    arrow = frame if isinstance(frame, pa.Table) else pa.Table.from_pandas(frame, preserve_index=False)
    cursor.register("incoming", arrow)
    try:
        cursor.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    finally:
        cursor.unregister("incoming")


def record(cursor: duckdb.DuckDBPyConnection, what: str, import_id: str = "", who: str = "", why: str = "") -> None:
    """Write down, in the same transaction, what was done to the store and by whom."""
    cursor.execute(
        "INSERT INTO changes SELECT coalesce(max(change_no), 0) + 1, ?, ?, ?, ?, ? FROM changes",
        [now(), what, import_id, who, why],
    )


def _copy(path: Path) -> None:
    """Copy every table into a new file beside a closed store and put that in its place: in one step, once it is wholly on the disk."""
    fresh, log = path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.wal")
    fresh.unlink(missing_ok=True)
    version = HARDENED["storage_compatibility_version"]
    # The hardened connection may not open files; this one runs these statements and nothing else.
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}) as side:
        side.execute(f"ATTACH '{_quoted(path)}' AS old (READ_ONLY)")
        side.execute(f"ATTACH '{_quoted(fresh)}' AS new (STORAGE_VERSION '{version}')")
        side.execute("COPY FROM DATABASE old TO new")
        side.execute("CHECKPOINT new")
        side.execute("DETACH new")
    fresh.chmod(0o600)
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(path)
    log.unlink(missing_ok=True)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _why_closed(error: str, path: Path | None) -> str:
    name = path.name if path else "store"
    if "lock" in error.lower():
        return f"The store {name} is open in another program. Close the dashboard or the other window, then try again."
    return f"The store {name} could not be opened: it may be damaged, or written by a newer version. Nothing in it was changed."
