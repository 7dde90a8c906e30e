"""Saving a prepared file, and taking an import out of the figures and back: each whole, in one transaction, or not at all."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from data.counted.tallies import write_tallies
from data.integrity import check
from data.logbook.logs import LogReading
from data.prepare import Prepared
from data.privacy.held import carry_over, hold
from data.problems import StoreError
from data.questionnaire.question import Question
from data.questionnaire.survey import SurveyReading
from data.store import Store, now, put, record


@dataclass(frozen=True)
class Receipt:
    """What was saved: rows in the file = rows kept + rows set aside."""

    import_id: str
    rows_read: int
    rows_kept: int
    rows_aside: int
    replaced: str = ""


def save(store: Store, prepared: Sequence[Prepared], who: str, replaces: Mapping[str, str] | None = None) -> list[Receipt]:
    """Write the sheets of a prepared file, each its own import, all of them or none.

    `replaces` maps a sheet to the import it is a newer copy of: that one leaves the figures. Raises StoreError when the very file is in the figures.
    """
    with store.writing() as cursor:
        receipts = [_save(cursor, one, who, (replaces or {}).get(one.sheet.name, "")) for one in prepared]
        check(cursor)
    return receipts


def _save(cursor: Any, prepared: Prepared, who: str, replaces: str) -> Receipt:
    _refuse_twice(cursor, prepared.book.sha256, prepared.sheet.name)
    import_id = uuid.uuid4().hex[:12]
    reading = prepared.reading
    source = _supersede(cursor, replaces, who) if replaces else import_id
    put(cursor, "imports", _import_row(prepared, import_id, source, who))
    if isinstance(reading, SurveyReading):
        _survey(cursor, prepared, reading, import_id)
        if replaces:
            carry_over(cursor, replaces, import_id)
    else:
        _log(cursor, reading, import_id)
    _aside(cursor, reading, import_id)
    record(cursor, "imported", import_id, who)
    return Receipt(import_id, reading.rows_read, reading.rows_kept, reading.rows_read - reading.rows_kept, replaces)


def _refuse_twice(cursor: Any, sha256: str, sheet: str) -> None:
    """The same sheet of the very same file must not count twice."""
    if cursor.execute("SELECT 1 FROM imports WHERE sha256 = ? AND sheet = ? AND status = 'current'", [sha256, sheet]).fetchall():
        raise StoreError("This very file is already in the figures. Nothing was changed.")


def withdraw(store: Store, import_id: str, who: str, why: str = "") -> None:
    """Take an import out of every figure. It stays in the store and can be put back."""
    _set_status(store, import_id, "current", "withdrawn", who, why)


def put_back(store: Store, import_id: str, who: str, why: str = "") -> None:
    """Bring a withdrawn or superseded import back into the figures; a copy of the same source that is current steps aside for it."""
    with store.writing() as cursor:
        found = cursor.execute("SELECT kind, source, status, sha256, sheet FROM imports WHERE import_id = ?", [import_id]).fetchall()
        if not found or found[0][2] in ("current", "erased"):
            raise StoreError("This import is already in the figures, or was erased. Nothing was changed.")
        of_source = "SELECT import_id FROM imports WHERE kind = ? AND source = ? AND status = 'current'"
        for (current,) in cursor.execute(of_source, list(found[0][:2])).fetchall():
            _supersede(cursor, current, who)
        _refuse_twice(cursor, *found[0][3:])
        cursor.execute("UPDATE imports SET status = 'current' WHERE import_id = ?", [import_id])
        record(cursor, "put back", import_id, who, why)
        check(cursor)


def _set_status(store: Store, import_id: str, before: str, after: str, who: str, why: str) -> None:
    with store.writing() as cursor:
        if not cursor.execute("SELECT 1 FROM imports WHERE import_id = ? AND status = ?", [import_id, before]).fetchall():
            raise StoreError(f"This import is not {before}. Nothing was changed.")
        cursor.execute("UPDATE imports SET status = ? WHERE import_id = ?", [after, import_id])
        record(cursor, after, import_id, who, why)
        check(cursor)


def _supersede(cursor: Any, import_id: str, who: str) -> str:
    found = cursor.execute("SELECT source FROM imports WHERE import_id = ? AND status = 'current'", [import_id]).fetchall()
    if not found:
        raise StoreError("The copy this file was to replace is no longer in the figures. Open the file again to see what it would replace now.")
    cursor.execute("UPDATE imports SET status = 'superseded' WHERE import_id = ?", [import_id])
    record(cursor, "superseded", import_id, who)
    return str(found[0][0])


def _import_row(prepared: Prepared, import_id: str, source: str, who: str) -> pa.Table:
    reading = prepared.reading
    up_to = reading.closed_on if isinstance(reading, SurveyReading) else reading.up_to
    row = {
        "import_id": import_id,
        "kind": prepared.kind,
        "format": prepared.format,
        "source": source,
        "file_name": prepared.book.name,
        "sheet": prepared.sheet.name,
        "sha256": prepared.book.sha256,
        "fingerprint": prepared.fingerprint,
        "status": "current",
        "imported_at": now(),
        "imported_by": who,
        "up_to": up_to,
        "rows_read": reading.rows_read,
        "rows_kept": reading.rows_kept,
        "rows_aside": reading.rows_read - reading.rows_kept,
        "left_out": [left.heading for left in prepared.left_out],
    }
    return pa.table({name: pa.array([value], pa.date32() if name == "up_to" else None) for name, value in row.items()})


def _aside(cursor: Any, reading: LogReading | SurveyReading, import_id: str) -> None:
    if reading.aside:
        rows = [(import_id, a.sheet, a.cell, a.heading, a.found, a.reason, a.whole_row) for a in reading.aside]
        put(cursor, "set_aside", pd.DataFrame(rows, columns=["import_id", "sheet", "cell", "heading", "found", "reason", "whole_row"]))


def _log(cursor: Any, reading: LogReading, import_id: str) -> None:
    singular = {"activities": "activity_id", "outcomes": "outcome_id", "plan": "plan_id"}.get(reading.kind)
    for table, frame in reading.tables.items():
        rows = frame.copy()
        if singular:
            rows[singular] = [f"{import_id}.{row}" for row in rows["source_row"]]
        if table == reading.kind:
            rows["import_id"] = import_id
        else:
            rows = rows.drop(columns="source_row").drop_duplicates()
        if reading.kind == "population":
            rows = _population(rows)
        put(cursor, table, _typed(cursor, table, rows))


def _population(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.drop(columns="source_row").assign(universe="as given", estimated=False)


def _typed(cursor: Any, table: str, rows: pd.DataFrame) -> pa.Table:
    """The frame as Arrow with the table's own column types: a column of blanks must not arrive as whatever blanks look like."""
    types = {name: _ARROW[kind] for name, kind, *_ in cursor.execute(f"DESCRIBE {table}").fetchall() if kind in _ARROW}
    return pa.table({name: pa.array(rows[name], types[name], from_pandas=True) for name in rows.columns})


_ARROW = {
    "VARCHAR": pa.string(),
    "DATE": pa.date32(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "VARCHAR[]": pa.list_(pa.string()),
}


def _survey(cursor: Any, prepared: Prepared, reading: SurveyReading, import_id: str) -> None:
    survey = {
        "survey_id": import_id,
        "import_id": import_id,
        "series": prepared.series,
        "wave": prepared.wave,
        "title": f"{prepared.series}, {prepared.wave}",
        "opened_on": reading.opened_on,
        "closed_on": reading.closed_on,
        "evidence": prepared.evidence,
        "mode": prepared.mode or None,
        "invited": None,
    }
    put(cursor, "surveys", _typed(cursor, "surveys", pd.DataFrame([survey])))
    put(cursor, "questions", pd.DataFrame([_question(q, i, import_id) for i, q in enumerate(reading.questions, 1)]))
    options = [
        (f"{import_id}.{i}", place, option.label, option.state) for i, q in enumerate(reading.questions, 1) for place, option in enumerate(q.options)
    ]
    if options:
        put(cursor, "options", pd.DataFrame(options, columns=["question_id", "option", "label", "state"]))
    put(cursor, "respondents", _people(reading.respondents, import_id))
    if len(reading.characteristics):
        put(cursor, "respondent_characteristics", _people(reading.characteristics, import_id))
    put(cursor, "answers", pa.concat_tables([_answers(question, f"{import_id}.{i}") for i, question in enumerate(reading.questions, 1)]))
    write_tallies(cursor, import_id, reading.offered)
    hold(cursor, import_id)


def _question(question: Question, position: int, survey_id: str) -> dict[str, Any]:
    return {
        "question_id": f"{survey_id}.{position}",
        "survey_id": survey_id,
        "position": position,
        "battery": question.battery,
        "wording": question.wording,
        "kind": question.kind,
        "characteristic": question.characteristic,
        "tracks": question.tracks,
    }


def _people(rows: pd.DataFrame, survey_id: str) -> pa.Table:
    """People are numbered from 1 in the store, as they are on paper."""
    people = rows.assign(respondent=rows["respondent"] + 1)
    table = pa.Table.from_pydict({name: pa.array(people[name], from_pandas=True) for name in people.columns})
    return table.append_column("survey_id", pa.repeat(survey_id, len(rows)))


def _answers(question: Question, question_id: str) -> pa.Table:
    given = question.given
    respondent = pa.array(given.column("respondent").to_numpy() + 1, pa.int32())
    return given.set_column(0, "respondent", respondent).append_column("question_id", pa.repeat(question_id, len(given)))
