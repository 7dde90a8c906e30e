"""What may still be settled about a survey after it was saved: its name, wave and standing, and the kind of a question, which can be undone."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from data.counted.tallies import recount
from data.integrity import check
from data.layout import Column
from data.privacy.personal import scan
from data.problems import StoreError
from data.profile import Profile
from data.questionnaire.coding import Coded
from data.questionnaire.questions import Question, single
from data.questionnaire.survey import track
from data.store import Store, now, put, record
from data.vocabulary import EVIDENCE, QUESTION_KINDS

# What answers kept as one kind can be read as. A ranking and a date have more in them than their answers say, and stay what they are.
MAY_BECOME = {
    "one answer": ("one answer", "rating", "many answers", "number", "written"),
    "rating": ("rating", "one answer", "number", "written"),
    "many answers": ("many answers", "one answer", "written"),
    "number": ("number", "rating", "one answer"),
    "written": ("written", "one answer", "rating", "many answers"),
}
_SETTINGS = ("series", "wave", "evidence", "mode")
# Words people wrote become options, which are published, only where they are few, short and name nobody.
_MOST_OPTIONS, _LONGEST_OPTION = 60, 80
_ANSWER = "question_id, respondent, option, place, number, written"


def set_survey(store: Store, survey_id: str, settings: Mapping[str, str], who: str) -> None:
    """Change a survey's series, wave, evidence or mode; series, evidence and mode are remembered for the next file with its headings.

    Raises StoreError when there is no such survey, a name is blank, or the standing is none there is.
    """
    with store.writing() as cursor:
        columns = "series, wave, evidence, coalesce(mode, ''), import_id, fingerprint"
        sql = f"SELECT {columns} FROM surveys JOIN imports USING (import_id) WHERE survey_id = ?"
        found = cursor.execute(sql, [survey_id]).fetchall()
        if not found:
            raise StoreError("This survey is no longer in the store. Nothing was changed.")
        before = dict(zip(_SETTINGS, found[0], strict=False))
        after = before | {name: value.strip()[:80] for name, value in settings.items() if name in _SETTINGS}
        if not after["series"] or not after["wave"] or after["evidence"] not in EVIDENCE:
            raise StoreError("A survey needs a name, a wave and a standing. Nothing was changed.")
        title = f"{after['series']}, {after['wave']}"
        cursor.execute(
            "UPDATE surveys SET series = ?, wave = ?, evidence = ?, mode = ?, title = ? WHERE survey_id = ?",
            [after["series"], after["wave"], after["evidence"], after["mode"] or None, title, survey_id],
        )
        import_id, fingerprint = found[0][4:]
        kept = ("series", "evidence", "mode")
        cursor.execute("DELETE FROM remembered WHERE fingerprint = ? AND about IN ('series', 'evidence', 'mode')", [fingerprint])
        facts = [(fingerprint, about, "", "", after[about], import_id, now()) for about in kept]
        put(cursor, "remembered", pd.DataFrame(facts, columns=["fingerprint", "about", "part", "said", "means", "import_id", "remembered_at"]))
        changed = ", ".join(
            f"{name} {before[name] or 'not recorded'} → {after[name] or 'not recorded'}" for name in after if after[name] != before[name]
        )
        record(cursor, "settled", import_id, who, changed)


def set_kind(store: Store, question_id: str, kind: str, profile: Profile, who: str) -> None:
    """Read the answers kept to a question as another kind. What it was before is kept beside it, for `undo_kind`.

    Raises StoreError, in words, when they cannot be read so.
    """
    with store.writing() as cursor:
        before, survey_id, import_id = _question(cursor, question_id)
        if before["characteristic"] or kind not in MAY_BECOME.get(before["kind"], ()):
            raise StoreError(f"The answers to this question cannot be read as {QUESTION_KINDS.get(kind, kind).lower()}. Nothing was changed.")
        question = single(Column(0, "question", before["wording"]), _answers(cursor, question_id, survey_id), kind)
        _refuse(question, before["kind"])
        for table, columns in (("options", "question_id, option, label, state"), ("answers", _ANSWER)):
            cursor.execute(f"DELETE FROM former_{table} WHERE question_id = ?", [question_id])
            cursor.execute(f"INSERT INTO former_{table} SELECT {columns} FROM {table} WHERE question_id = ?", [question_id])
            cursor.execute(f"DELETE FROM {table} WHERE question_id = ?", [question_id])
        cursor.execute("DELETE FROM former_questions WHERE question_id = ?", [question_id])
        cursor.execute("INSERT INTO former_questions SELECT question_id, kind, tracks FROM questions WHERE question_id = ?", [question_id])
        _put(cursor, question, question_id)
        cursor.execute("UPDATE questions SET kind = ?, tracks = ? WHERE question_id = ?", [kind, track(question, profile).tracks, question_id])
        recount(cursor, survey_id)
        record(cursor, "settled", import_id, who, f"question {before['position']}: {before['kind']} → {kind}")
        check(cursor)


def undo_kind(store: Store, question_id: str, who: str) -> None:
    """Put a question back as it was before its kind was last changed, answer by answer. Raises StoreError when it was not."""
    with store.writing() as cursor:
        before, survey_id, import_id = _question(cursor, question_id)
        former = cursor.execute("SELECT kind, tracks FROM former_questions WHERE question_id = ?", [question_id]).fetchall()
        if not former:
            raise StoreError("The kind of this question was not changed. Nothing was changed.")
        for table, columns in (("options", "question_id, option, label, state"), ("answers", _ANSWER)):
            cursor.execute(f"DELETE FROM {table} WHERE question_id = ?", [question_id])
            cursor.execute(f"INSERT INTO {table} BY NAME SELECT {columns} FROM former_{table} WHERE question_id = ?", [question_id])
            cursor.execute(f"DELETE FROM former_{table} WHERE question_id = ?", [question_id])
        cursor.execute("DELETE FROM former_questions WHERE question_id = ?", [question_id])
        cursor.execute("UPDATE questions SET kind = ?, tracks = ? WHERE question_id = ?", [*former[0], question_id])
        recount(cursor, survey_id)
        record(cursor, "settled", import_id, who, f"question {before['position']}: back to {former[0][0]}")
        check(cursor)


def changed_kinds(store: Store, survey_id: str) -> list[str]:
    """The questions of a survey whose kind was changed after saving and can be put back."""
    found = store.frame("SELECT question_id FROM former_questions JOIN questions USING (question_id) WHERE survey_id = ?", [survey_id])
    return found["question_id"].tolist()


def _question(cursor: Any, question_id: str) -> tuple[dict[str, Any], str, str]:
    sql = """
        SELECT wording, kind, characteristic, position, survey_id, import_id FROM questions JOIN surveys USING (survey_id) WHERE question_id = ?
    """
    found = cursor.execute(sql, [question_id]).fetchall()
    if not found:
        raise StoreError("This question is no longer in the store. Nothing was changed.")
    names = ("wording", "kind", "characteristic", "position")
    return dict(zip(names, found[0], strict=False)), *found[0][4:]


def _answers(cursor: Any, question_id: str, survey_id: str) -> Coded:
    """The answers as a column of texts, one cell a respondent: several answers of one person parted by semicolons, as a tool would export them."""
    sql = """
        SELECT respondent, coalesce(written, CASE WHEN number = trunc(number) THEN number::BIGINT::VARCHAR ELSE number::VARCHAR END, label) AS text
        FROM answers LEFT JOIN options USING (question_id, option) WHERE question_id = ? ORDER BY respondent, option
    """
    given = cursor.execute(sql, [question_id]).df().dropna(subset="text")
    cells = given.groupby("respondent", sort=True)["text"].agg("; ".join)
    count = cursor.execute("SELECT coalesce(max(respondent), 0) FROM respondents WHERE survey_id = ?", [survey_id]).fetchall()[0][0]
    codes = np.full(count, -1, dtype=np.int32)
    place, labels = pd.factorize(cells)
    codes[cells.index.to_numpy() - 1] = place
    return Coded(tuple(labels), codes)


def _refuse(question: Question, kind: str) -> None:
    labels = [option.label for option in question.options]
    numbers = question.given.column("number")
    if (question.kind != "written" and not labels) or (question.kind == "number" and numbers.null_count == len(numbers)):
        raise StoreError(f"None of these answers can be read as {QUESTION_KINDS[question.kind].lower()}. Nothing was changed.")
    if kind == "written" and (len(labels) > _MOST_OPTIONS or max(map(len, labels)) > _LONGEST_OPTION or any(map(scan, labels))):
        raise StoreError("People wrote these answers in their own words, so they stay written answers. Nothing was changed.")


def _put(cursor: Any, question: Question, question_id: str) -> None:
    if question.options:
        options = [(question_id, place, option.label, option.state) for place, option in enumerate(question.options)]
        put(cursor, "options", pd.DataFrame(options, columns=["question_id", "option", "label", "state"]))
    given = question.given
    respondent = pa.array(given.column("respondent").to_numpy() + 1, pa.int32())
    put(cursor, "answers", given.set_column(0, "respondent", respondent).append_column("question_id", pa.repeat(question_id, len(given))))
