"""Holding back what people wrote: scanned as a file is saved, and what was decided about the same words carried to a newer copy."""

import hashlib
from typing import Any

import pyarrow as pa

from data.privacy.personal import scan


def hold(cursor: Any, survey_id: str) -> None:
    """Scan every written answer of a survey that has not been scanned, and hold it back, within the caller's transaction.

    Words that several people wrote are scanned once; the time goes with their length, whatever they hold.
    """
    of_survey = """
        FROM answers JOIN questions USING (question_id) ANTI JOIN written_answers USING (question_id, respondent)
        WHERE questions.survey_id = ? AND written IS NOT NULL
    """
    texts = [text for (text,) in cursor.execute(f"SELECT DISTINCT written {of_survey}", [survey_id]).fetchall()]
    if not texts:
        return
    salt = (cursor.execute("SELECT value FROM settings WHERE name = 'salt'").fetchall() or [("",)])[0][0]
    details = [list(dict.fromkeys(found.kind for found in scan(text))) for text in texts]
    scanned = pa.table({"written": texts, "text_key": [_key(text, salt) for text in texts], "details": pa.array(details, pa.list_(pa.string()))})
    cursor.register("scanned", scanned)
    try:
        cursor.execute(
            f"""
            INSERT INTO written_answers BY NAME
            SELECT DISTINCT survey_id, question_id, respondent, text_key, details, 'held' AS state, false AS cleared
            FROM (SELECT questions.survey_id, question_id, respondent, written {of_survey}) JOIN scanned USING (written)
            """,
            [survey_id],
        )
    finally:
        cursor.unregister("scanned")


def carry_over(cursor: Any, before: str, after: str) -> None:
    """Give the same words in a newer copy of a survey what was decided about them in the older: their themes, their redaction, their clearance.

    Words are the same when they answer a question of the same wording and are the same to the letter; what is new stays held.
    """
    cursor.execute(
        """
        CREATE OR REPLACE TEMP TABLE carried AS
        WITH asked AS (SELECT question_id, survey_id, battery, wording FROM questions WHERE kind = 'written'),
        older AS (
            SELECT battery, wording, text_key, question_id, respondent, state, cleared, written
            FROM written_answers JOIN asked USING (survey_id, question_id) JOIN answers USING (question_id, respondent)
            WHERE survey_id = $before AND state <> 'held'
            QUALIFY row_number() OVER (PARTITION BY battery, wording, text_key ORDER BY state = 'redacted' DESC, cleared DESC, respondent) = 1
        )
        SELECT newer.question_id, newer.respondent, older.question_id AS was_question, older.respondent AS was_respondent,
               older.state, older.cleared, older.written
        FROM written_answers newer JOIN asked USING (survey_id, question_id) JOIN older USING (battery, wording, text_key)
        WHERE newer.survey_id = $after
        """,
        {"before": before, "after": after},
    )
    cursor.execute("""
        UPDATE answers SET written = carried.written FROM carried
        WHERE answers.question_id = carried.question_id AND answers.respondent = carried.respondent AND carried.state = 'redacted'
    """)
    cursor.execute("""
        UPDATE written_answers SET state = carried.state, cleared = carried.cleared,
            details = CASE WHEN carried.state = 'redacted' THEN [] ELSE details END
        FROM carried WHERE written_answers.question_id = carried.question_id AND written_answers.respondent = carried.respondent
    """)
    cursor.execute(
        """
        INSERT INTO codes BY NAME
        SELECT $after AS survey_id, carried.question_id, carried.respondent, reader, theme_id, coded_at
        FROM carried JOIN codes ON codes.question_id = was_question AND codes.respondent = was_respondent
        """,
        {"after": after},
    )
    cursor.execute("DROP TABLE carried")


def _key(text: str, salt: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=salt.encode()[:64], digest_size=12).hexdigest()
