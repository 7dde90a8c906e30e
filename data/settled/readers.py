"""The store that readers' pages read: the office's own records as they are, and of surveys what was released and nothing else.

It is a store of its own, in memory. No person who answered is in it, so nothing a reader does can ask about one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd

from data.problems import StoreError
from data.settled.labels_shown import named_to_readers
from data.settled.releases import COLUMNS
from data.settled.shown_themes import for_readers
from data.store import Store, put

# Records of what the office itself did, where its areas lie, and what others published: copied as they are. A table named in neither list is not for
# readers until somebody says so here.
FOR_READERS = (
    "activities", "activity_methods", "activity_areas", "activity_audiences", "activity_characteristics", "activity_duties", "activity_objectives",
    "outcomes", "outcome_activities", "told_back", "plan", "key_dates", "information_given", "options_weighed", "population", "boundaries",
    "context_series",
)  # fmt: skip
# Made anew from the releases.
FROM_RELEASES = (
    "imports", "surveys", "questions", "options", "tallies", "respondent_tallies", "released", "settings", "shown_themes", "shown_quotes",
)  # fmt: skip
# Stands for a base under ten. Any number under ten is treated alike wherever it goes.
_FEW, _MOST = 5, 9

# A release is seen while a copy of its survey is in the figures: the one it was made of, or a newer one not released yet.
_SEEN = """
    SELECT release_id, survey_id, source FROM releases
    WHERE status = 'current' AND source IN (SELECT source FROM imports WHERE status = 'current' AND kind = 'survey')
"""


class ReadersStore(Store):
    """A store that nothing can be written to once it is sealed."""

    sealed = False

    @contextmanager
    def writing(self) -> Iterator[Any]:
        if self.sealed:
            raise StoreError("Readers cannot change anything here. Go back to the officer's view first.")
        with super().writing() as cursor:
            yield cursor


def readers_store(store: Store) -> ReadersStore:
    """A store in memory with what readers may see of this one, sealed."""
    copy = ReadersStore.open(None)
    assert isinstance(copy, ReadersStore)
    seen = store.frame(_SEEN)
    wanted = list(seen["survey_id"])
    tables = {name: store.frame(f"SELECT * FROM {name}") for name in FOR_READERS}
    tables["imports"] = _imports(store, wanted)
    tables["surveys"] = store.frame("SELECT * FROM surveys WHERE survey_id IN (SELECT unnest(?::VARCHAR[]))", [wanted])
    tables["questions"] = store.frame("SELECT * FROM questions WHERE survey_id IN (SELECT unnest(?::VARCHAR[]))", [wanted])
    tables["options"] = store.frame(
        "SELECT * FROM options WHERE question_id IN (SELECT unnest(?::VARCHAR[]))", [list(tables["questions"]["question_id"])]
    )
    with store.reading() as cursor:
        cells = cursor.execute(f"SELECT survey_id, released.* FROM released JOIN ({_SEEN}) USING (release_id)").df()
    tables["options"], cells = named_to_readers(tables["questions"], tables["options"], cells)
    counted = filled(cells)
    people = counted["what"] == "respondents"
    tables["respondent_tallies"] = counted.loc[people, ["survey_id", "split", "category", "state", "people"]]
    tables["tallies"] = counted.loc[counted["what"].isin(["base", "answer"]), ["question_id", "split", "category", "option", "place", "people"]]
    tables["released"] = counted.loc[counted["what"] == "favourable", ["release_id", *COLUMNS]]
    tables |= for_readers(store, wanted)
    with copy.writing() as cursor:
        for name, rows in tables.items():
            put(cursor, name, rows)
        cursor.execute("INSERT INTO settings VALUES ('reads', 'releases')")
    copy.sealed = True
    return copy


def unreleased(store: Store) -> list[str]:
    """The titles of surveys in the figures of which readers see nothing yet."""
    titles = f"""
        SELECT title FROM surveys JOIN imports USING (import_id)
        WHERE status = 'current' AND source NOT IN (SELECT source FROM ({_SEEN})) ORDER BY closed_on DESC, title
    """
    return list(store.frame(titles)["title"])


def favourable_totals(store: Store) -> pd.DataFrame | None:
    """In a readers' store the released total of each tracked question's favourable answers, by every split; None in any other store."""
    if store.setting("reads") != "releases":
        return None
    return store.frame("SELECT question_id, split, category, people::DOUBLE AS people FROM released ORDER BY ALL")


def filled(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with a stand-in for each hidden number, worked out from the released ones alone.

    Hidden answers share evenly what the shown ones leave of their base, and hidden groups what the shown ones leave of all respondents, so that sums
    come out near. None is ever ten, so that it is hidden wherever it goes.
    """
    own = cells.astype({"people": "float64"})
    group = ["release_id", "question_id", "split", "category"]
    people, bases = own["what"] == "respondents", own["what"] == "base"
    given = (own["what"] == "answer") & (own["state"] == "answered") & (own["place"] != 2)
    base = own[group].merge(own.loc[bases, [*group, "people"]], on=group, how="left")["people"]
    total = own["release_id"].map(own[people & (own["split"] == "all")].set_index("release_id")["people"])
    whole = pd.Series(base.to_numpy(), index=own.index).where(~people, total).fillna(_FEW)
    stand_in = pd.Series(0.0, index=own.index)
    for which, by in ((given, group), (people & (own["split"] != "all"), ["release_id", "split"])):
        parts = own[which].assign(hidden=own["people"].isna()).groupby(by, dropna=False)
        left = (whole[which] - parts["people"].transform("sum")).clip(lower=0)
        stand_in[which] = (left // parts["hidden"].transform("sum").clip(lower=1)).clip(upper=_MOST)
    stand_in[bases | (people & (own["split"] == "all")) | (own["what"] == "favourable")] = _FEW
    return own.assign(people=own["people"].fillna(stand_in).astype("int64"))


def _imports(store: Store, surveys: list[str]) -> pd.DataFrame:
    """The files in the figures; of a survey's, nothing that counts its respondents."""
    rows = store.frame(
        """
        SELECT * REPLACE ('current' AS status), survey_id FROM imports LEFT JOIN surveys USING (import_id)
        WHERE (kind <> 'survey' AND status = 'current') OR survey_id IN (SELECT unnest(?::VARCHAR[]))
        """,
        [surveys],
    )
    names = store.frame("SELECT column_name FROM (DESCRIBE imports)")["column_name"]
    of_survey = rows["kind"] == "survey"
    counts = {name: rows[name].astype("Int64").mask(of_survey) for name in ("rows_read", "rows_kept", "rows_aside")}
    return rows.assign(**counts, sha256="", fingerprint="", left_out=None)[list(names)]
