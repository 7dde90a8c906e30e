"""Which office this computer works for, and where its data lies: one store for what it uploaded, another for the example."""

from pathlib import Path

from data.population import IMPORT_ID, built_in
from data.privacy.erasure import finish
from data.store import Store, folder, now, put

_CHOSEN = "office.txt"


def chosen_office() -> str:
    """The office chosen on this computer, or '' before anyone chose."""
    path = folder() / _CHOSEN
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


def choose_office(name: str) -> None:
    """Remember the office this computer works for."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder() / _CHOSEN).write_text(name, encoding="utf-8")


def store_path(office: str, example: bool = False) -> Path:
    """The file of an office's store. Example data has a file of its own, so that it can never mix with what was uploaded."""
    return folder() / f"{office}{'-example' if example else ''}.duckdb"


def open_office(office: str, path: Path | None) -> Store:
    """Open an office's store, with the census figures that come with the product in it; `None` keeps it in memory."""
    store = Store.open(path, office=office)
    finish(store)
    _carry_census(store)
    return store


def remove_example(office: str) -> None:
    """Take the example data away: its file and whatever DuckDB keeps beside it. Close the store first."""
    for path in folder().glob(f"{office}-example.duckdb*"):
        path.unlink()


def _carry_census(store: Store) -> None:
    """Put in the census figures of this version of the product, in place of those of the version that made the store."""
    census = built_in()
    held = store.frame("SELECT * FROM population WHERE import_id = ?", [IMPORT_ID])
    if len(held) == len(census) == len(held.merge(census)):
        return
    with store.writing() as cursor:
        cursor.execute("DELETE FROM imports WHERE import_id = ?", [IMPORT_ID])
        cursor.execute("DELETE FROM population WHERE import_id = ?", [IMPORT_ID])
        carried = "INSERT INTO imports (import_id, kind, source, status, imported_at) VALUES (?, 'population', ?, 'current', ?)"
        cursor.execute(carried, [IMPORT_ID, IMPORT_ID, now()])
        put(cursor, "population", census)
