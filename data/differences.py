"""What a newer copy of a file would change: rows added, gone and changed, and what is newly known, before it replaces anything."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data.logbook.fields import KINDS
from data.logbook.logs import BRIDGES
from data.store import Store

_NOT_COMPARED = frozenset({"import_id", "source_row", "activity_id", "outcome_id", "plan_id"})
# How a row is known again where it has no reference of its own: what it is and when; then where it stands, if it is still mostly the same.
_KNOWN_BY = {"activities": ("title", "held_on"), "outcomes": ("you_said",), "plan": ("title", "due_to")}
_REFERENCE = {"activities": "activity_ref", "outcomes": "outcome_ref", "plan": "plan_ref"}
_NOUNS = {
    "activities": ("activity", "activities"),
    "outcomes": ("outcome", "outcomes"),
    "plan": ("planned activity", "planned activities"),
    "survey": ("response", "responses"),
    "population": ("figure", "figures"),
    "boundaries": ("outline", "outlines"),
    "context_series": ("figure", "figures"),
}
# What is worth saying of its own: a field that was blank and is filled in now.
_NEWLY = {
    "activities": {"held_on": "newly dated", "participants": "newly counted"},
    "outcomes": {"evidence": "newly evidenced", "told_on": "newly told back", "decided": "newly decided"},
    "plan": {"activity_ref": "newly linked to an activity"},
}
_SHOWN = 200


@dataclass(frozen=True)
class Change:
    """One field of one row that would change: which row, which field, and what it says before and after."""

    row: int
    heading: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """What replacing one import by another does, in rows. `newly` counts what is newly known, by its words; `changes` are the first few."""

    kind: str
    same: int
    changed: int
    added: int
    gone: int
    newly: dict[str, int] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    @property
    def words(self) -> str:
        """The difference in one line: "12 rows changed, 3 outcomes newly evidenced, 2 rows added"."""
        parts = [f"{_rows(self.changed)} changed"] if self.changed else []
        parts += [f"{count:,} {_NOUNS[self.kind][count != 1]} {words}" for words, count in self.newly.items()]
        parts += [f"{_rows(self.added)} added"] if self.added else []
        parts += [f"{_rows(self.gone)} no longer there"] if self.gone else []
        return ", ".join(parts) or "Nothing is different in the columns that are read"


def difference(store: Store, earlier: str, newer: Store, kind: str, newer_id: str) -> Difference:
    """Compare an import of `store` with the one of a newer copy in a store of its own, row by row."""
    if kind in _KNOWN_BY:
        return _of_logs(kind, _log(store, kind, earlier), _log(newer, kind, newer_id))
    before, after = _names(store, kind, earlier), _names(newer, kind, newer_id)
    return Difference(kind, len(before & after), 0, len(after - before), len(before - after))


def _of_logs(kind: str, before: pd.DataFrame, after: pd.DataFrame) -> Difference:
    pairs = _pairs(kind, before, after)
    fields = [name for name in after.columns if name not in _NOT_COMPARED]
    old, new = before.loc[[a for a, _ in pairs], fields], after.loc[[b for _, b in pairs], fields]
    differs = old.reset_index(drop=True) != new.reset_index(drop=True)
    changed = int(differs.any(axis=1).sum())
    rows = after.loc[[b for _, b in pairs], "source_row"].tolist()
    titles = {one.name: one.heading for one in KINDS[kind]}
    changes = tuple(
        Change(int(rows[i]), titles.get(name, name.replace("_", " ").capitalize()), old[name].iloc[i], new[name].iloc[i])
        for i in differs.index[differs.any(axis=1)][:_SHOWN]
        for name in fields
        if differs.at[i, name]
    )
    newly = {words: int(((old[name].to_numpy() == "") & (new[name].to_numpy() != "")).sum()) for name, words in _NEWLY[kind].items()}
    newly = {words: count for words, count in newly.items() if count}
    return Difference(kind, len(pairs) - changed, changed, len(after) - len(pairs), len(before) - len(pairs), newly, changes[:_SHOWN])


def _pairs(kind: str, before: pd.DataFrame, after: pd.DataFrame) -> list[tuple[Any, Any]]:
    """(row before, row after) of what is the same thing: by its reference, by what it is and when, or by where it stands."""
    pairs: list[tuple[Any, Any]] = []
    for by in ([_REFERENCE[kind]], list(_KNOWN_BY[kind])):
        keys = [_keys(frame.drop(index=[pair[side] for pair in pairs]), by) for side, frame in enumerate((before, after))]
        pairs += [(keys[0][key], keys[1][key]) for key in keys[0] if key in keys[1]]
    left = [frame.drop(index=[pair[side] for pair in pairs]) for side, frame in enumerate((before, after))]
    standing = dict(zip(left[1]["source_row"], left[1].index, strict=True))
    fields = [name for name in after.columns if name not in _NOT_COMPARED]
    for at, row in left[0].iterrows():
        there = standing.get(row["source_row"])
        if there is not None and _mostly_alike(row[fields].tolist(), left[1].loc[[there], fields].iloc[0].tolist()):
            pairs.append((at, there))
    return pairs


def _keys(rows: pd.DataFrame, by: list[str]) -> dict[tuple[str, ...], Any]:
    """Rows by what they are known by; the second that is known by the same has its number beside it."""
    seen: dict[tuple[str, ...], int] = {}
    keys = {}
    for at, values in zip(rows.index, rows[by].itertuples(index=False), strict=True):
        if values[0]:
            name = tuple(values)
            seen[name] = seen.get(name, 0) + 1
            keys[(*name, str(seen[name]))] = at
    return keys


def _mostly_alike(before: list[str], after: list[str]) -> bool:
    said = [(one, other) for one, other in zip(before, after, strict=True) if one or other]
    return bool(said) and 2 * sum(one == other for one, other in said) >= len(said)


def _log(store: Store, kind: str, import_id: str) -> pd.DataFrame:
    """The rows of an import of a log, every field as a text and '' where blank, lists in one cell."""
    rows = store.frame(f"SELECT * FROM {kind} WHERE import_id = ? ORDER BY source_row", [import_id])
    own = {"activities": "activity_id", "outcomes": "outcome_id", "plan": "plan_id"}[kind]
    found = pd.DataFrame({name: _texts(rows[name]) for name in rows.columns}, dtype="str")
    found["source_row"] = rows["source_row"]
    for name, (table, column) in BRIDGES.items():
        if kind == "plan" or (kind == "outcomes") != (name == "activity_refs"):
            continue
        sql = (
            f"SELECT {own} AS id, string_agg({column}, '; ' ORDER BY {column}) AS terms FROM {table} WHERE starts_with({own}, ? || '.') GROUP BY ALL"
        )
        terms: dict[str, str] = dict(store.frame(sql, [import_id]).itertuples(index=False))
        found[name] = pd.Series([terms.get(row, "") for row in rows[own]], dtype="str")
    if kind == "activities":
        low, high, how = (found.pop(f"participants_{part}") for part in ("low", "high", "how"))
        range_ = low.where(low == high, low + " to " + high)
        found["participants"] = (how + " " + range_).where(how != "not recorded", "").astype("str")
    return found


def _texts(column: pd.Series) -> list[str]:
    return ["; ".join(map(str, value)) if isinstance(value, Iterable) and not isinstance(value, str) else _text(value) for value in column]


def _text(value: Any) -> str:
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def _names(store: Store, kind: str, import_id: str) -> set[str]:
    """What a survey's responses, a table's figures or the outlines of areas are known by."""
    if kind == "survey":
        sql = "SELECT response_key AS name FROM respondents JOIN surveys USING (survey_id) WHERE import_id = ? AND response_key IS NOT NULL"
    elif kind == "boundaries":
        corners = "string_agg(concat_ws(' ', longitude, latitude), ',' ORDER BY outline, corner)"
        sql = f"SELECT concat_ws('|', area, {corners}) AS name FROM boundaries WHERE import_id = ? GROUP BY area, source_row"
    elif kind == "context_series":
        sql = "SELECT DISTINCT concat_ws('|', series, source, period, value, unit) AS name FROM context_series WHERE import_id = ?"
    else:
        sql = "SELECT DISTINCT concat_ws('|', area_code, characteristic, category, people) AS name FROM population WHERE import_id = ?"
    return set(store.frame(sql, [import_id])["name"])


def _rows(count: int) -> str:
    return f"{count:,} row{'' if count == 1 else 's'}"
