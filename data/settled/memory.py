"""What the officer settled about a file, kept for the next one with the same headings: applied, shown, and forgotten when they say so."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data import formats
from data.layout import TableLayout
from data.logbook.fields import KINDS
from data.logbook.headings import fingerprint
from data.logbook.lists import LIST_TITLES, lists
from data.logbook.terms import plain
from data.prepare import Choices, Prepared, headings, recognised
from data.privacy.personal import scan
from data.problems import ImportRefused
from data.profile import Profile
from data.questionnaire.coding import tidy
from data.questionnaire.own_words import KINDS_READ
from data.sheet import Book, Sheet
from data.store import Store, now, put, record
from data.vocabulary import EVIDENCE, SPLITS

# Files carry titles and notes above their headings, seldom more than a dozen rows.
_LOOK = 25
_WHOLE = ("series", "evidence", "mode")


@dataclass(frozen=True)
class Fact:
    """One thing settled about files with the same headings: columns of the table `remembered`."""

    fingerprint: str
    about: str
    part: str
    said: str
    means: str

    @property
    def words(self) -> str:
        """The fact as a sentence would say it."""
        field = next((field.heading for fields in KINDS.values() for field in fields if field.name == self.part), self.part)
        said = _shown(self.said)
        if self.about == "column":
            return f"{field} is in the column “{_shown(self.means)}”" if self.means else f"No column is {field}"
        if self.about == "term":
            meant = f"means {self.means}" if self.means else "is left blank"
            return f"“{self.said}” {meant} ({LIST_TITLES.get(self.part, self.part)})"
        if self.about == "question kind":
            return f"“{said}”: {KINDS_READ[self.means].lower()}"
        if self.about == "characteristic":
            return f"“{said}” tells about respondents: {SPLITS[self.means]}" if self.means else f"“{said}” tells nothing about respondents"
        if self.about == "answer":
            return f"“{_shown(self.part)}”: {self.said} stands for “{self.means}”"
        if self.about == "format":
            return f"It is read as: {formats.named(self.means).NAME}"
        title = {"series": "Survey", "evidence": "Who could answer", "mode": "How they answered"}[self.about]
        return f"{title}: {EVIDENCE.get(self.means, self.means) or 'not recorded'}"


def recall(store: Store, book: Book, profile: Profile, choices: Choices) -> tuple[Choices, tuple[Fact, ...]]:
    """The choices with what was settled before about the same headings under them, and the facts that were so used."""
    known = _known(store)
    visible = tuple(sheet for sheet in book.sheets if not sheet.hidden and sheet.height)
    if not known or not visible:
        return choices, ()
    told: list[Fact] = []
    if not choices.format:
        choices, told = _as_before(visible, known, choices)
    try:
        sheets = recognised(visible, choices)
    except ImportRefused:
        return choices, ()
    settled = choices
    for sheet, module in sheets:
        layout = module.read(sheet)
        facts = known.get(fingerprint(headings(sheet, layout)), [])
        used = [fact for fact in facts if fact.about != "format" and _still_true(fact, profile)]
        settled = _merged(settled, used, sheet.name, headings(sheet, layout))
        told += used
    return settled, tuple(told)


def remember(store: Store, prepared: Sequence[Prepared], choices: Choices, import_ids: Sequence[str], who: str) -> None:
    """Keep what was settled about each sheet for the next file with its headings, in place of what was kept before."""
    before = _known(store)
    for one, import_id in zip(prepared, import_ids, strict=True):
        facts = _facts(one, choices)
        if set(facts) == set(before.get(one.fingerprint, [])):
            continue
        with store.writing() as cursor:
            cursor.execute("DELETE FROM remembered WHERE fingerprint = ?", [one.fingerprint])
            if facts:
                put(cursor, "remembered", pd.DataFrame(facts).assign(import_id=import_id, remembered_at=now()))
            record(cursor, "settled", import_id, who)


def forget(store: Store, fingerprints: Iterable[str], who: str) -> None:
    """Forget everything settled about files with these headings. What was saved stays as it was saved."""
    with store.writing() as cursor:
        for one in set(fingerprints):
            cursor.execute("DELETE FROM remembered WHERE fingerprint = ?", [one])
        record(cursor, "forgotten", "", who)


def remembered(store: Store) -> pd.DataFrame:
    """One row per set of headings about which something is kept: fingerprint, file_name, remembered_at, and `facts` in words."""
    files = store.frame("SELECT import_id, file_name FROM imports").set_index("import_id")["file_name"]
    rows = store.frame("SELECT * FROM remembered ORDER BY remembered_at DESC, fingerprint, about, part, said")
    found = []
    for name, facts in rows.groupby("fingerprint", sort=False):
        words = [_fact(fact).words for fact in facts.to_dict("records")]
        first = facts.iloc[0]
        found.append((name, files.get(first["import_id"], ""), first["remembered_at"], words))
    return pd.DataFrame(found, columns=["fingerprint", "file_name", "remembered_at", "facts"])


def _known(store: Store) -> dict[str, list[Fact]]:
    known: dict[str, list[Fact]] = {}
    for row in store.frame("SELECT * FROM remembered").to_dict("records"):
        known.setdefault(str(row["fingerprint"]), []).append(_fact(row))
    return known


def _fact(row: Mapping[Hashable, Any]) -> Fact:
    return Fact(*(str(row[name]) for name in ("fingerprint", "about", "part", "said", "means")))


def _as_before(sheets: Sequence[Sheet], known: dict[str, list[Fact]], choices: Choices) -> tuple[Choices, list[Fact]]:
    """What a file is that had to be asked about: any of its first rows may be the headings it is known by."""
    as_what = {name: fact for name, facts in known.items() for fact in facts if fact.about == "format"}
    for sheet in sheets if as_what else ():
        for row in sheet.rows(0, min(_LOOK, sheet.height)):
            fact = as_what.get(fingerprint(row))
            if fact:
                return replace(choices, format=fact.means, sheet=sheet.name), [fact]
    return choices, []


def _still_true(fact: Fact, profile: Profile) -> bool:
    """Whether a fact can still be applied: the strategy's lists may have changed since."""
    if fact.about == "term" and fact.means:
        return fact.part in LIST_TITLES and lists(profile)[fact.part].find(fact.means) is not None
    return True


def _merged(choices: Choices, facts: Sequence[Fact], sheet: str, named: list[str]) -> Choices:
    """The facts as choices, under what the officer has settled this time."""
    at = {key: place for place, key in enumerate(_keys(named))}
    said = choices.fields_in(sheet)
    columns: dict[str | tuple[str, str], int] = {
        (sheet, fact.part): at.get(fact.means, -1)
        for fact in facts
        if fact.about == "column" and fact.part not in said and (fact.means in at or not fact.means)
    }
    kinds = {at[fact.said]: fact.means for fact in facts if fact.about == "question kind" and fact.said in at}
    tells = {at[fact.said]: fact.means for fact in facts if fact.about == "characteristic" and fact.said in at}
    labels = {(at[fact.part], fact.said): fact.means for fact in facts if fact.about == "answer" and fact.part in at}
    terms = {(fact.part, fact.said): fact.means for fact in facts if fact.about == "term"}
    # The settings of a survey are settled together, so that one may be taken back.
    whole = {} if choices.evidence else {fact.about: fact.means for fact in facts if fact.about in _WHOLE}
    return replace(
        choices,
        fields=columns | choices.fields,
        kinds=kinds | choices.kinds,
        characteristics=tells | choices.characteristics,
        labels=labels | choices.labels,
        terms=terms | choices.terms,
        **whole,
    )


def _facts(one: Prepared, choices: Choices) -> list[Fact]:
    """What the choices settle about one sheet. A text that could name a person is never kept."""
    named = _keys(headings(one.sheet, one.layout))
    found = []
    columns = choices.fields_in(one.sheet.name)
    if choices.format and _unknown_without(one):
        found = [("format", "", "", choices.format)]
        # Its columns may have been guessed by what stands in them, and next time something else may.
        columns = (one.layout.fields if isinstance(one.layout, TableLayout) else {}) | columns
    if isinstance(one.layout, TableLayout):
        own = {field.list for field in KINDS[one.kind] if field.list}
        found += [("column", name, "", named[at] if at >= 0 else "") for name, at in columns.items()]
        found += [("term", of, said, means) for (of, said), means in choices.terms.items() if of in own and not scan(said)]
    else:
        found += [("question kind", "", named[at], kind) for at, kind in choices.kinds.items() if at < len(named)]
        found += [("characteristic", "", named[at], tells) for at, tells in choices.characteristics.items() if at < len(named)]
        found += [("answer", named[at], code, words) for (at, code), words in choices.labels.items() if at < len(named) and words and not scan(words)]
        found += [(about, "", "", getattr(choices, about)) for about in _WHOLE if choices.evidence]
    return [Fact(one.fingerprint, *fact) for fact in dict.fromkeys(found)]


def _unknown_without(one: Prepared) -> bool:
    """Whether a sheet must be asked about: what is known by its headings need not be remembered."""
    try:
        return [formats.key(module) for module in formats.recognise(one.sheet)] != [one.format]
    except ImportRefused:
        return True


def _keys(named: Sequence[str]) -> list[str]:
    """Each heading as it is known again, whatever its case and spacing; the second of the same name is “name#2”."""
    seen: dict[str, int] = {}
    keys = []
    for heading in named:
        key = plain(tidy(heading))
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def _shown(key: str) -> str:
    name = key.partition("#")[0]
    return name[:1].upper() + name[1:]
