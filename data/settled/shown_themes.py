"""What readers see of written answers: how many people raised each theme, as the officer last showed it, and the quotes that were cleared.

The figures are kept as they were published, hidden ones blank, and stay as they are while the officer goes on reading. They are shown anew only once
ten or more people's words have been read since any earlier showing: the difference between two would speak of those few alone.
"""

from typing import Any

import pandas as pd
import pyarrow as pa

from data.days import in_words
from data.problems import StoreError
from data.settled.codebook import asked
from data.settled.comments import quotes
from data.settled.freeze import FEWEST_CHANGES
from data.store import Store, now, put, record

QUOTES = 3


def show_themes(store: Store, survey_id: str, question_id: str, themes: pd.DataFrame, read: float, wrote: float, who: str) -> None:
    """Show readers of a released survey these themes of a written question, in place of what they were shown before.

    `themes` has the columns `position`, `name` and `people`, rounded and blank where hidden; `read` and `wrote` are the people whose words were
    read and who wrote any, rounded. Up to three quotes go with them. Raises StoreError while an earlier showing of other figures is too near.
    """
    types = {"survey_id": pa.string(), "question_id": pa.string(), "position": pa.int32(), "name": pa.string(), "people": pa.int64()}
    types |= {"read": pa.int64(), "wrote": pa.int64(), "shown_at": pa.timestamp("us"), "shown_by": pa.string()}
    rows = themes.assign(survey_id=survey_id, question_id=question_id, read=read, wrote=wrote, shown_at=now(), shown_by=who)
    figures = _figures(themes, read, wrote)
    with store.writing() as cursor:
        if why := _frozen(cursor, question_id, figures):
            raise StoreError(why)
        row = [survey_id, question_id, *_question(cursor, question_id), _read(cursor, question_id), figures, now()]
        cursor.execute("INSERT INTO theme_showings VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        cursor.execute("DELETE FROM shown_themes WHERE question_id = ?", [question_id])
        put(cursor, "shown_themes", pa.table({name: pa.array(rows[name], kind, from_pandas=True) for name, kind in types.items()}))
        record(cursor, "themes shown to readers", survey_id, who)


def themes_frozen(store: Store, question_id: str, themes: pd.DataFrame, read: float, wrote: float) -> str:
    """Why these themes may not be shown to readers now, in a sentence; '' where they may. Takes what `show_themes` does."""
    with store.reading() as cursor:
        return _frozen(cursor, question_id, _figures(themes, read, wrote))


def _frozen(cursor: Any, question_id: str, figures: str) -> str:
    """Every showing counts, those taken away among them, and those of an older copy of the survey: somebody may have kept it."""
    shown = "SELECT shown_at, read, figures FROM theme_showings WHERE source = ? AND asked = ? ORDER BY shown_at DESC"
    made = cursor.execute(shown, list(_question(cursor, question_id))).fetchall()
    people = _read(cursor, question_id)
    for when, then, before in made:
        if figures != before and abs(people - then) < FEWEST_CHANGES:
            return (
                f"Since these themes were shown on {in_words(when)} the number of people whose words were read has changed by fewer than "
                f"{FEWEST_CHANGES}. New figures would give those few away, so the themes stay as they were shown, or are taken away."
            )
    return ""


def _figures(themes: pd.DataFrame, read: float, wrote: float) -> str:
    """The numbers readers would be shown, as one text: a theme under another name is the same figures."""
    people = themes.sort_values("position")["people"]
    return " ".join([f"{read:g} of {wrote:g}:", *("hidden" if pd.isna(number) else f"{number:g}" for number in people)])


def _question(cursor: Any, question_id: str) -> tuple[str, str]:
    found = "SELECT source, battery, wording FROM questions JOIN surveys USING (survey_id) JOIN imports USING (import_id) WHERE question_id = ?"
    ((source, battery, wording),) = cursor.execute(found, [question_id]).fetchall()
    return source, asked(battery, wording)


def _read(cursor: Any, question_id: str) -> int:
    count = "SELECT count(DISTINCT respondent) FROM codes WHERE question_id = ? AND reader = 'first'"
    return int(cursor.execute(count, [question_id]).fetchall()[0][0])


def hide_themes(store: Store, survey_id: str, question_id: str, who: str) -> None:
    """Take the themes and quotes of a question away from readers."""
    with store.writing() as cursor:
        cursor.execute("DELETE FROM shown_themes WHERE question_id = ?", [question_id])
        record(cursor, "themes taken from readers", survey_id, who)


def shown_themes(store: Store, question_id: str) -> pd.DataFrame:
    """The themes of a question as readers see them: `position`, `name`, `people` (blank where hidden), `read`, `wrote`, `shown_at`."""
    return store.frame(
        """
        SELECT position, name, people::DOUBLE AS people, read::DOUBLE AS read, wrote::DOUBLE AS wrote, shown_at FROM shown_themes
        WHERE question_id = ? ORDER BY position
        """,
        [question_id],
    )


def shown_quotes(store: Store, question_id: str) -> pd.DataFrame:
    """The quotes readers see: `written` and the names of its `themes`."""
    found = store.frame("SELECT written, themes FROM shown_quotes WHERE question_id = ? ORDER BY quote_no", [question_id])
    return found.assign(themes=[list(themes) for themes in found["themes"]])


def for_readers(store: Store, surveys: list[str]) -> dict[str, pd.DataFrame]:
    """The tables of a readers' store for these surveys: themes as shown, and the quotes that are cleared at this moment."""
    themes = store.frame("SELECT * FROM shown_themes WHERE survey_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY ALL", [surveys])
    rows = []
    for survey_id, question_id in themes[["survey_id", "question_id"]].drop_duplicates().itertuples(index=False):
        own = themes[(themes["question_id"] == question_id) & themes["people"].notna()]
        named: dict[str, str] = dict(store.frame("SELECT theme_id, name FROM themes").itertuples(index=False))
        for number, quote in enumerate(quotes(store, question_id).head(QUOTES).itertuples(index=False), 1):
            known = [named[one] for one in quote.themes if named.get(one) in set(own["name"])]
            rows.append((survey_id, question_id, number, quote.written, known))
    quoted = pd.DataFrame(rows, columns=["survey_id", "question_id", "quote_no", "written", "themes"])
    return {"shown_themes": themes} | ({"shown_quotes": quoted} if rows else {})
