"""Whether a survey may be released: not while a release of the same people, with a few come or gone, is or was out, erased or not.

Of a survey that is erased no respondent, word or figure is kept; only when it was open, its questions under the store's salt, and its size in fives.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.days import in_words
from data.problems import StoreError
from data.store import Store

# With fewer come or gone, the difference between two releases would speak of them alone.
FEWEST_CHANGES = 10
# Two surveys that share half of the opinions the shorter one asks are taken for the same questionnaire.
_SHARED = 0.5
_FIVE = 5


@dataclass(frozen=True)
class _Released:
    """A release that somebody may have kept: when, of whom, how many; `rough` by how much that number may be out, `keys` who they were."""

    when: datetime
    opened: date | None
    closed: date | None
    asked: frozenset[str]
    people: int
    rough: int = 0
    keys: frozenset[str] = frozenset()
    own: bool = False


def frozen(store: Store, survey_id: str) -> str:
    """Why a survey may not be released now, in a sentence; '' where it may."""
    with store.reading() as cursor:
        return why_frozen(cursor, survey_id)


def of_survey(cursor: Any, survey_id: str) -> tuple[str, str]:
    """The import and the running file of a survey in the figures. Raises StoreError where it is not in them."""
    found = cursor.execute(
        "SELECT import_id, source FROM surveys JOIN imports USING (import_id) WHERE survey_id = ? AND status = 'current'", [survey_id]
    ).fetchall()
    if not found:
        raise StoreError("This survey is not in the figures, so it cannot be released.")
    return found[0]


def why_frozen(cursor: Any, survey_id: str) -> str:
    """Every release ever made counts, the withdrawn and those of surveys since erased among them: somebody may have kept it."""
    _, source = of_survey(cursor, survey_id)
    here = _of(cursor, survey_id, datetime.min, _respondents(cursor, survey_id))
    for before in sorted((*_kept(cursor, source), *_erased(cursor)), key=lambda one: one.when, reverse=True):
        if abs(here.people - before.people) >= FEWEST_CHANGES + before.rough or not (before.own or _alike(here, before)):
            continue
        if before.own:
            return (
                f"Since the release of {in_words(before.when)} the number of respondents has changed by fewer than {FEWEST_CHANGES}. "
                "A new release would give those few away, so the survey stays as it was released."
            )
        return (
            f"A survey with these questions, open at the same time as far as is known, was released on {in_words(before.when)}, with fewer "
            f"than {FEWEST_CHANGES + before.rough} respondents more or less than this one. "
            "Both together would give those few away, so this one is not released."
        )
    return ""


def keep_freeze(cursor: Any, import_id: str) -> None:
    """Within the caller's transaction, and before the survey of an import is erased: keep what its releases must still hold back."""
    made = "SELECT survey_id, released_at, respondents FROM releases JOIN surveys USING (survey_id) WHERE import_id = ?"
    for survey_id, when, people in cursor.execute(made, [import_id]).fetchall():
        one = _of(cursor, survey_id, when, _FIVE * round(people / _FIVE))
        cursor.execute("INSERT INTO erased_releases VALUES (?, ?, ?, ?, ?)", [when, one.opened, one.closed, sorted(one.asked), one.people])


def _kept(cursor: Any, source: str) -> list[_Released]:
    made = cursor.execute("SELECT survey_id, released_at, respondents, source FROM releases").fetchall()
    return [_of(cursor, survey_id, when, people, source == of_source) for survey_id, when, people, of_source in made]


def _erased(cursor: Any) -> list[_Released]:
    rows = cursor.execute("SELECT released_at, opened_on, closed_on, asked, respondents FROM erased_releases").fetchall()
    return [_Released(when, opened, closed, frozenset(asked), people, _FIVE // 2) for when, opened, closed, asked, people in rows]


def _of(cursor: Any, survey_id: str, when: datetime, people: int, own: bool = False) -> _Released:
    """What is known of a survey in the store."""
    dates = cursor.execute("SELECT opened_on, closed_on FROM surveys WHERE survey_id = ?", [survey_id]).fetchall()
    opened, closed = dates[0] if dates else (None, None)
    salt = (cursor.execute("SELECT value FROM settings WHERE name = 'salt'").fetchall() or [("",)])[0][0]
    wordings = "SELECT concat_ws('|', battery, wording) FROM questions WHERE survey_id = ? AND characteristic = ''"
    asked = frozenset(hashlib.sha256(f"{salt}{text}".encode()).hexdigest() for (text,) in cursor.execute(wordings, [survey_id]).fetchall())
    known = "SELECT response_key FROM respondents WHERE survey_id = ? AND response_key IS NOT NULL"
    keys = frozenset(key for (key,) in cursor.execute(known, [survey_id]).fetchall())
    return _Released(when, opened, closed, asked, people, 0, keys, own)


def _respondents(cursor: Any, survey_id: str) -> int:
    return int(cursor.execute("SELECT count(*) FROM respondents WHERE survey_id = ?", [survey_id]).fetchall()[0][0])


def _alike(one: _Released, other: _Released) -> bool:
    """Whether two surveys may have asked the same people the same: known to be other people, at another time or of other things, they did not."""
    if one.keys and other.keys and not one.keys & other.keys:
        return False
    if one.opened and one.closed and other.opened and other.closed and (one.opened > other.closed or other.opened > one.closed):
        return False
    shorter = min(len(one.asked), len(other.asked))
    return len(one.asked & other.asked) >= _SHARED * shorter
