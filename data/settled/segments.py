"""Saved groups of respondents, such as "18 to 25, Mansfield and Ashfield": any of the categories named of one thing, and all the things named."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.problems import StoreError
from data.store import Store, record
from data.vocabulary import SPLITS

LONGEST = 60
INSIDE, OUTSIDE = "In this group", "Everyone else"


@dataclass(frozen=True)
class Segment:
    """A saved group. `parts` gives the categories for each characteristic, or area; one of each must be a respondent's."""

    segment_id: str
    name: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def words(self) -> str:
        """Whom it holds, in a sentence: "Age: 18 to 24 or 25 to 34; and Area: Mansfield"."""
        return "; and ".join(f"{SPLITS.get(name, name)}: {' or '.join(categories)}" for name, categories in self.parts)


def segments(store: Store) -> list[Segment]:
    """Every saved group, by name."""
    rows = store.frame("SELECT segment_id, name, characteristic, category FROM segments ORDER BY lower(name), segment_id, characteristic, category")
    found = []
    for (segment_id, name), own in rows.groupby(["segment_id", "name"], sort=False):
        parts = tuple((part, tuple(own.loc[own["characteristic"] == part, "category"])) for part in SPLITS if part in set(own["characteristic"]))
        found.append(Segment(str(segment_id), str(name), parts))
    return found


def save_segment(store: Store, name: str, parts: Mapping[str, Sequence[str]], who: str) -> str:
    """Save a group under a name and return its id. Raises StoreError where it has no name, no category, or a name that is taken."""
    chosen = {part: list(dict.fromkeys(categories)) for part, categories in parts.items() if categories}
    if not chosen:
        raise StoreError("Choose at least one category: a group of everybody is no group. Nothing was saved.")
    if not set(chosen) <= set(SPLITS):
        raise StoreError("A group is made of areas and protected characteristics. Nothing was saved.")
    name = _fit(name)
    with store.writing() as cursor:
        _refuse_double(cursor, name, "")
        segment_id = uuid.uuid4().hex[:12]
        for part, categories in chosen.items():
            for category in categories:
                cursor.execute("INSERT INTO segments VALUES (?, ?, ?, ?)", [segment_id, name, part, category])
        record(cursor, "group saved", who=who, why=name)
    return segment_id


def rename_segment(store: Store, segment_id: str, name: str, who: str) -> None:
    """Give a saved group another name."""
    name = _fit(name)
    with store.writing() as cursor:
        _refuse_double(cursor, name, segment_id)
        cursor.execute("UPDATE segments SET name = ? WHERE segment_id = ?", [name, segment_id])
        record(cursor, "group renamed", who=who, why=name)


def remove_segment(store: Store, segment_id: str, who: str) -> None:
    """Forget a saved group. No respondent is touched."""
    with store.writing() as cursor:
        cursor.execute("DELETE FROM segments WHERE segment_id = ?", [segment_id])
        record(cursor, "group removed", who=who)


def not_asked(store: Store, survey_id: str, segment: Segment) -> tuple[str, ...]:
    """What a group is made of that a survey does not know of its respondents: with any, the group cannot be told there."""
    known = store.frame("SELECT DISTINCT characteristic FROM respondent_characteristics WHERE survey_id = ?", [survey_id])["characteristic"]
    return tuple(part for part, _ in segment.parts if part not in set(known))


def segment_tallies(store: Store, survey_id: str, question_ids: Sequence[str], segment: Segment) -> pd.DataFrame:
    """The tallies of questions by group and everyone else, shaped as those by a characteristic: the category is INSIDE or OUTSIDE.

    A person's several answers count once in the base, and who chose don't know or prefer not to say is not in it.
    """
    within, values = _within(segment, survey_id)
    return store.frame(
        f"""
        WITH given AS (
            SELECT question_id, respondent, option, place, coalesce(state, 'answered') = 'answered' AS counted,
                   CASE WHEN respondent IN ({within}) THEN '{INSIDE}' ELSE '{OUTSIDE}' END AS category
            FROM answers LEFT JOIN options USING (question_id, option) WHERE question_id IN (SELECT unnest(?))
        )
        SELECT question_id, 'segment' AS split, category, option, place, count(*)::DOUBLE AS people
        FROM given WHERE option IS NOT NULL GROUP BY question_id, category, option, place
        UNION ALL BY NAME
        SELECT question_id, 'segment' AS split, category, NULL::INTEGER AS option, NULL::INTEGER AS place,
               count(DISTINCT respondent)::DOUBLE AS people
        FROM given WHERE counted GROUP BY question_id, category
        ORDER BY question_id, category, option, place
        """,
        [*values, list(question_ids)],
    )


def _within(segment: Segment, survey_id: str) -> tuple[str, list[object]]:
    """The respondents who match every part, as a query with its values: any of the categories of one part will do."""
    one = "SELECT respondent FROM respondent_characteristics WHERE survey_id = ? AND characteristic = ? AND category IN (SELECT unnest(?))"
    values: list[object] = []
    for part, categories in segment.parts:
        values += [survey_id, part, list(categories)]
    return " INTERSECT ".join([one] * len(segment.parts)), values


def _refuse_double(cursor: Any, name: str, segment_id: str) -> None:
    if cursor.execute("SELECT 1 FROM segments WHERE lower(name) = lower(?) AND segment_id <> ?", [name, segment_id]).fetchall():
        raise StoreError("There is already a group of this name. Choose another name.")


def _fit(name: str) -> str:
    name = " ".join(name.split())[:LONGEST]
    if not name:
        raise StoreError("A group needs a name. Nothing was saved.")
    return name
