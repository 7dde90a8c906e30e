"""What people wrote: looked at by a person, coded, redacted, and cleared to be quoted. Nothing else of it leaves the reading room."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from data.privacy.erasure import later
from data.privacy.held import hold
from data.privacy.personal import redact, scan
from data.problems import StoreError
from data.store import Store, now, record

READERS = {"first": "First reader", "second": "Second reader"}

_TAKEN_OUT = "[words removed]"


def comments(store: Store, question_id: str) -> pd.DataFrame:
    """Every written answer to a question, in the order people came: for the reading room and nowhere else.

    Columns: `respondent`, `written`, `details` (a list of kinds), `state`, `cleared`, and for each reader whether they have read it (`first_read`,
    `second_read`) and the themes they gave it (`first`, `second`, lists of theme ids).
    """
    by_reader = ", ".join(
        f"coalesce(bool_or(reader = '{reader}'), false) AS {reader}_read, "
        f"coalesce(list_sort(list(theme_id) FILTER (reader = '{reader}' AND theme_id IS NOT NULL)), []) AS {reader}"
        for reader in READERS
    )
    found = store.frame(
        f"""
        SELECT respondent, any_value(written) AS written, coalesce(any_value(details), []) AS details, coalesce(any_value(state), 'held') AS state,
               coalesce(any_value(cleared), false) AS cleared, {by_reader}
        FROM (SELECT question_id, respondent, written FROM answers WHERE question_id = ? AND written IS NOT NULL)
        LEFT JOIN written_answers USING (question_id, respondent) LEFT JOIN codes USING (question_id, respondent)
        GROUP BY respondent ORDER BY respondent
        """,
        [question_id],
    )
    return found.assign(**{column: [list(values) for values in found[column]] for column in ("details", *READERS)})


def progress(store: Store, survey_id: str) -> pd.DataFrame:
    """For each written question of a survey how many answers there are (`written`), were read (`read`), are held and may be quoted (`cleared`)."""
    return store.frame(
        """
        SELECT question_id, count(DISTINCT respondent)::DOUBLE AS written,
               count(DISTINCT respondent) FILTER (coalesce(state, 'held') <> 'held')::DOUBLE AS read,
               count(DISTINCT respondent) FILTER (cleared)::DOUBLE AS cleared
        FROM questions JOIN answers USING (question_id) LEFT JOIN written_answers USING (question_id, respondent)
        WHERE questions.survey_id = ? AND kind = 'written' AND written IS NOT NULL GROUP BY question_id
        """,
        [survey_id],
    )


def quotes(store: Store, question_id: str) -> pd.DataFrame:
    """The answers to a question that a person has cleared to be quoted, with the `themes` the first reader gave each; never who wrote them."""
    found = store.frame(
        """
        SELECT any_value(written) AS written, coalesce(list_sort(list(theme_id) FILTER (theme_id IS NOT NULL)), []) AS themes
        FROM answers JOIN written_answers USING (question_id, respondent)
        LEFT JOIN (SELECT * FROM codes WHERE reader = 'first') USING (question_id, respondent)
        WHERE question_id = ? AND written IS NOT NULL AND cleared AND state <> 'held' AND len(details) = 0
        GROUP BY respondent ORDER BY length(any_value(written)) < 40, hash(any_value(written))
        """,
        [question_id],
    )
    return found.assign(themes=[list(themes) for themes in found["themes"]])


def save_reading(store: Store, question_id: str, reader: str, found: Sequence[tuple[Sequence[int], Sequence[str]]], who: str) -> None:
    """Keep the themes one reader found: (the respondents whose words are alike, their themes), replacing what that reader found there before.

    An empty list of themes says that it was read and has none. What the first reader has read counts as looked at.
    """
    survey_id = _survey_of(store, question_id)
    rows = [
        (survey_id, question_id, person, reader, theme, now())
        for people, themes in found
        for theme in (*themes,) or (None,)
        for person in map(int, people)
    ]
    with store.writing() as cursor:
        hold(cursor, survey_id)
        read = [int(person) for people, _ in found for person in people]
        cursor.execute(
            "DELETE FROM codes WHERE question_id = ? AND reader = ? AND respondent IN (SELECT unnest(?::INTEGER[]))", [question_id, reader, read]
        )
        for row in rows:
            cursor.execute("INSERT INTO codes VALUES (?, ?, ?, ?, ?, ?)", list(row))
        cursor.execute(
            """
            UPDATE written_answers SET state = 'looked at'
            WHERE question_id = ? AND state = 'held' AND respondent IN (SELECT unnest(?::INTEGER[]))
            """,
            [question_id, read],
        )
        record(cursor, "comments read", survey_id, who)


def clear(store: Store, question_id: str, people: Iterable[int], may: bool, who: str) -> int:
    """Say that answers may be quoted, or may not. Returns how many were cleared.

    Only what a person has looked at is cleared, and nothing that personal details seem to be in: those are to be taken out first.
    """
    with store.writing() as cursor:
        changed = cursor.execute(
            """
            UPDATE written_answers SET cleared = ?::BOOLEAN
            WHERE question_id = ? AND respondent IN (SELECT unnest(?::INTEGER[])) AND cleared <> ?::BOOLEAN
                AND (NOT ?::BOOLEAN OR (state <> 'held' AND len(details) = 0))
            """,
            [may, question_id, [int(person) for person in people], may, may],
        ).fetchall()
        count = int(changed[0][0]) if changed else 0
        if count:
            record(cursor, "quotes cleared" if may else "quotes taken back", question_id.split(".")[0], who)
    return count


def take_out(store: Store, question_id: str, people: Iterable[int], who: str, words: Sequence[str] = ()) -> int:
    """Replace the personal details in answers by marks that say what they were; or, where `words` are given, those and nothing else.

    The redacted text takes the place of the original, which is gone from every table at once, and from the file when the store is next
    opened. Returns how many answers were changed. Raises StoreError
    where the words to take out are in none of them.
    """
    survey_id = _survey_of(store, question_id)
    with store.writing() as cursor:
        hold(cursor, survey_id)
        written = cursor.execute(
            "SELECT respondent, written FROM answers WHERE question_id = ? AND respondent IN (SELECT unnest(?::INTEGER[]))",
            [question_id, [int(person) for person in people]],
        ).fetchall()
        changed = 0
        for respondent, text in written:
            redacted = _without(text, words) if words else redact(text)
            if redacted != text:
                changed += 1
                where = [question_id, respondent]
                cursor.execute("UPDATE answers SET written = ? WHERE question_id = ? AND respondent = ?", [redacted, *where])
                cursor.execute(
                    "UPDATE written_answers SET state = 'redacted', cleared = false, details = ? WHERE question_id = ? AND respondent = ?",
                    [_left(redacted, words), *where],
                )
        if words and not changed:
            raise StoreError("The words to take out are not in the answer as you wrote them. Nothing was changed.")
        if changed:
            later(cursor)
            record(cursor, "details taken out", survey_id, who)
    return changed


def _left(text: str, words: Sequence[str]) -> list[str]:
    """What still seems to be in a text; the mark for a rest that was taken out unread is no rest itself."""
    return [found.kind for found in scan(text) if words or not text[found.start :].endswith(f"{found.kind} removed]")]


def _without(text: str, words: Sequence[str]) -> str:
    for word in filter(None, (word.strip() for word in words)):
        text = re.sub(re.escape(word), _TAKEN_OUT, text, flags=re.IGNORECASE)
    return text


def _survey_of(store: Store, question_id: str) -> str:
    found = store.frame("SELECT survey_id FROM questions WHERE question_id = ?", [question_id])["survey_id"]
    if found.empty:
        raise StoreError("This question is no longer in the store. Nothing was changed.")
    return str(found.iloc[0])
