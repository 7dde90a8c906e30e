"""What readers see of written answers: how many people raised each theme, as the officer last showed it, and the quotes that were cleared.

The figures are kept as they were published, hidden ones blank, and stay as they are while the officer goes on reading.
"""

import pandas as pd
import pyarrow as pa

from data.settled.comments import quotes
from data.store import Store, now, put, record

QUOTES = 3


def show_themes(store: Store, survey_id: str, question_id: str, themes: pd.DataFrame, read: float, wrote: float, who: str) -> None:
    """Show readers of a released survey these themes of a written question, in place of what they were shown before.

    `themes` has the columns `position`, `name` and `people`, rounded and blank where hidden; `read` and `wrote` are the people whose words were
    read and who wrote any, rounded. Up to three quotes go with them.
    """
    types = {"survey_id": pa.string(), "question_id": pa.string(), "position": pa.int32(), "name": pa.string(), "people": pa.int64()}
    types |= {"read": pa.int64(), "wrote": pa.int64(), "shown_at": pa.timestamp("us"), "shown_by": pa.string()}
    rows = themes.assign(survey_id=survey_id, question_id=question_id, read=read, wrote=wrote, shown_at=now(), shown_by=who)
    with store.writing() as cursor:
        cursor.execute("DELETE FROM shown_themes WHERE question_id = ?", [question_id])
        put(cursor, "shown_themes", pa.table({name: pa.array(rows[name], kind, from_pandas=True) for name, kind in types.items()}))
        record(cursor, "themes shown to readers", survey_id, who)


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
