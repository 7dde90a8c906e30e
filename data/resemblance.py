"""Whether a file has been here before: the very same file, a newer copy of one that is in the figures, or another wave of a known survey."""

from dataclasses import dataclass

import pandas as pd

from data.prepare import Prepared
from data.questionnaire.survey import SurveyReading
from data.store import Store

# Half of an earlier copy found again in the new file makes the new file its newer copy; counting both would count things twice.
_SHARED = 0.5

_EARLIER = "SELECT import_id, file_name, imported_at, imported_by, status FROM imports"


@dataclass(frozen=True)
class Earlier:
    """An import already in the store that the new file is, or replaces."""

    import_id: str
    file_name: str
    imported_at: pd.Timestamp
    imported_by: str
    status: str
    shared: int = 0
    had: int = 0


def same_file(store: Store, sha256: str) -> Earlier | None:
    """The import of this very file, current before others, where there is one."""
    found = store.frame(f"{_EARLIER} WHERE sha256 = ? ORDER BY status = 'current' DESC, imported_at DESC LIMIT 1", [sha256])
    return Earlier(**found.iloc[0].to_dict()) if len(found) else None


def made_from(store: Store, prepared: Prepared, replaces: str, source: str) -> Earlier | None:
    """The current import of this kind that the officer means, or that a workbook made here was made from, where there is one.

    `replaces` is an import; `source` the sha256 that a workbook made here gives for the file its rows came from.
    """
    sql = f"{_EARLIER} WHERE kind = ? AND status = 'current' AND (import_id = ? OR (sha256 = ? AND sha256 <> '')) ORDER BY import_id = ? DESC LIMIT 1"
    found = store.frame(sql, [prepared.kind, replaces, source, replaces])
    if found.empty:
        return None
    row = found.iloc[0].to_dict()
    had = _stored(store, prepared.kind, str(row["import_id"]))
    return Earlier(**row, shared=len(had & _things(prepared)), had=len(had))


def newer_copy_of(store: Store, prepared: Prepared) -> Earlier | None:
    """The current import of which this file holds at least half again."""
    things = _things(prepared)
    if not things:
        return None
    current = store.frame(f"{_EARLIER} WHERE kind = ? AND status = 'current' ORDER BY imported_at DESC", [prepared.kind])
    best: Earlier | None = None
    for row in current.to_dict("records"):
        had = _stored(store, prepared.kind, str(row["import_id"]))
        shared = len(had & things)
        if had and shared >= _SHARED * len(had) and (best is None or shared > best.shared):
            best = Earlier(**row, shared=shared, had=len(had))
    return best


def known_series(store: Store, fingerprint: str) -> str:
    """The series of an earlier wave that had the same headings, or ''."""
    sql = "SELECT series FROM surveys JOIN imports USING (import_id) WHERE fingerprint = ? ORDER BY imported_at DESC LIMIT 1"
    found = store.frame(sql, [fingerprint])
    return str(found["series"].iloc[0]) if len(found) else ""


def _things(prepared: Prepared) -> set[str]:
    reading = prepared.reading
    if isinstance(reading, SurveyReading):
        return {key for key in reading.respondents["response_key"] if isinstance(key, str)}
    return _names(reading.tables[prepared.kind])


def _stored(store: Store, kind: str, import_id: str) -> set[str]:
    if kind == "survey":
        sql = "SELECT response_key FROM respondents JOIN surveys USING (survey_id) WHERE import_id = ? AND response_key IS NOT NULL"
        return set(store.frame(sql, [import_id])["response_key"])
    return _names(store.frame(f"SELECT * FROM {kind} WHERE import_id = ?", [import_id]))


_BY = (
    *(("title", "held_on"), ("you_said",), ("title", "due_to")),
    *(("area_code", "characteristic", "category"), ("series", "source", "period"), ("area",)),
)


def _names(rows: pd.DataFrame) -> set[str]:
    """What makes a row of a log the same thing in the next copy of it: what it is and when, for its reference may be new."""
    by = next(by for by in _BY if set(by) <= set(rows.columns))
    known = rows.dropna(subset=[by[0]])
    return {"|".join("" if pd.isna(value) else str(value)[:80] for value in row) for row in known[list(by)].astype(str).itertuples(index=False)}
