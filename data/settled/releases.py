"""Releases: a survey's tables made once for readers, frozen until ten or more respondents have come or gone, withdrawn and put back."""

import uuid

import pandas as pd

from data.problems import StoreError
from data.settled.freeze import of_survey, why_frozen
from data.store import Store, now, put, record

COLUMNS = ("question_id", "what", "split", "category", "state", "option", "place", "people")


def survey_tallies(store: Store, survey_id: str) -> pd.DataFrame:
    """The tallies of every question of one survey, in all and by every split: what a release is made of."""
    return store.frame(
        """
        SELECT tallies.question_id, split, category, option::DOUBLE AS option, place::DOUBLE AS place, people::DOUBLE AS people
        FROM tallies JOIN questions USING (question_id) WHERE survey_id = ? ORDER BY ALL
        """,
        [survey_id],
    )


def releases(store: Store) -> pd.DataFrame:
    """One row per release, newest first, with the title its survey has."""
    return store.frame(
        "SELECT releases.*, title FROM releases LEFT JOIN surveys USING (survey_id) ORDER BY released_at DESC, status = 'superseded', release_id"
    )


def released(store: Store, release_id: str) -> pd.DataFrame:
    """The figures of one release, blank where hidden."""
    return store.frame(
        "SELECT * EXCLUDE (release_id) REPLACE (option::DOUBLE AS option, place::DOUBLE AS place, people::DOUBLE AS people) FROM released"
        " WHERE release_id = ? ORDER BY ALL",
        [release_id],
    )


def release(store: Store, survey_id: str, shown: pd.DataFrame, who: str, rule: str, audit: str) -> str:
    """Make these figures what readers see of the survey, in place of its last release. Returns the release's id.

    `shown` has the columns `COLUMNS`, people rounded and blank where hidden. Raises StoreError while the survey's last release is frozen.
    """
    release_id = uuid.uuid4().hex[:12]
    with store.writing() as cursor:
        if why := why_frozen(cursor, survey_id):
            raise StoreError(why)
        import_id, source = of_survey(cursor, survey_id)
        cursor.execute("UPDATE releases SET status = 'superseded' WHERE source = ? AND status = 'current'", [source])
        people = cursor.execute("SELECT count(*) FROM respondents WHERE survey_id = ?", [survey_id]).fetchall()[0][0]
        row = [release_id, survey_id, source, "current", now(), who, rule, audit, people]
        cursor.execute("INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        types = {"option": "Int32", "place": "Int32", "people": "Int64"}
        texts = {name: shown[name].astype("str") for name in COLUMNS if name not in types}
        put(cursor, "released", shown[list(COLUMNS)].assign(**texts, release_id=release_id).astype(types))
        record(cursor, "released", import_id, who)
    return release_id


def withdraw_release(store: Store, release_id: str, who: str) -> None:
    """Take a release away from readers. Nothing is put in its place, and nothing is worked out anew."""
    _set_status(store, release_id, "current", "withdrawn", "release withdrawn", who)


def put_back_release(store: Store, release_id: str, who: str) -> None:
    """Show readers a withdrawn release again, figure for figure as it was. Raises StoreError where another has been released since."""
    found = releases(store)
    source = found.loc[found["release_id"] == release_id, "source"]
    if len(found[found["source"].isin(source) & (found["status"] == "current")]):
        raise StoreError("A newer release of this survey is what readers see. Withdraw that one first.")
    _set_status(store, release_id, "withdrawn", "current", "release put back", who)


def _set_status(store: Store, release_id: str, before: str, after: str, what: str, who: str) -> None:
    with store.writing() as cursor:
        found = cursor.execute("SELECT survey_id FROM releases WHERE release_id = ? AND status = ?", [release_id, before]).fetchall()
        if not found:
            raise StoreError(f"This release is not {before}. Nothing was changed.")
        cursor.execute("UPDATE releases SET status = ? WHERE release_id = ?", [after, release_id])
        of_import = cursor.execute("SELECT import_id FROM surveys WHERE survey_id = ?", [found[0][0]]).fetchall()
        record(cursor, what, of_import[0][0] if of_import else "", who)


def source_of(store: Store, survey_id: str) -> str:
    """The running file a survey in the figures is a copy of."""
    with store.reading() as cursor:
        return of_survey(cursor, survey_id)[1]
