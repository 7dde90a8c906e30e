"""A strategy as the office decided it: one TOML file per organisation, read into plain values and checked key by key."""

import tomllib
from dataclasses import MISSING, dataclass, fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from data.problems import ProfileError
from data.vocabulary import CHANNELS, LEVELS, SPLITS

FOLDER = Path(__file__).parent / "profiles"
DUTIES = Path(__file__).parent / "reference" / "duties.toml"


@dataclass(frozen=True)
class Organisation:
    """The office and the document it promised things in. `starts` and `ends` bound the strategy; the year starts on `year_starts` (MM-DD)."""

    name: str
    short: str
    force: str
    place: str
    strategy: str
    source: str
    starts: str
    ends: str
    year_starts: str = "04-01"


@dataclass(frozen=True)
class Term:
    """One entry of a controlled list: its name in the strategy, the other spellings met in spreadsheets, and what it belongs to.

    `answers_as` says which respondents of a survey an audience is: "all" for everyone, else a characteristic and a category, as in
    "disability: Disabled"; of ages, every band of a survey that lies within the one named.
    """

    name: str
    also: tuple[str, ...] = ()
    group: str = ""
    channel: str = ""
    code: str = ""
    whole: bool = False
    answers_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aim:
    """A measure as one office reports it: which, under what title, narrowed to what, and what the strategy says it should do."""

    measure: str
    title: str = ""
    only: tuple[tuple[str, str], ...] = ()
    aim: str = ""
    target: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Objective:
    id: str
    outcome: str
    measures: tuple[Aim, ...]
    source: str = ""


@dataclass(frozen=True)
class Tracked:
    """A question asked wave after wave: how its wording is recognised and which answers count as favourable."""

    id: str
    title: str
    wording: tuple[str, ...]
    favourable: tuple[str, ...]


@dataclass(frozen=True)
class Duty:
    id: str
    name: str
    act: str
    section: str
    asks: str
    every: str = "year"
    who: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profile:
    """Everything an office decided: lists, objectives, aims and duties. Nothing in it was uploaded."""

    id: str
    organisation: Organisation
    areas: tuple[Term, ...]
    methods: tuple[Term, ...]
    audiences: tuple[Term, ...]
    levels: tuple[Term, ...]
    objectives: tuple[Objective, ...]
    watch: tuple[Aim, ...]
    tracked: tuple[Tracked, ...]
    duties: tuple[Duty, ...]
    plan_months: int = 12
    plan_refreshed_months: int = 3
    weight_by: tuple[str, ...] = ()

    @property
    def aims(self) -> tuple[Aim, ...]:
        """Every measure the office reports, in the order of its objectives."""
        return tuple(aim for objective in self.objectives for aim in objective.measures)


SETTINGS = ("plan_months", "plan_refreshed_months", "weight_by")
AIMS = ("", "increase", "decrease", "at least", "at most")


def available() -> dict[str, str]:
    """The offices that have a profile, as id → name, in the order of their names."""
    return dict(sorted(((path.stem, load(path.stem).organisation.name) for path in FOLDER.glob("*.toml")), key=lambda pair: pair[1]))


def load(office: str, folder: Path = FOLDER) -> Profile:
    """The profile of one office.

    Raises ProfileError, naming the file and the key, when there is none or it says something that cannot be understood.
    """
    path = folder / f"{office}.toml"
    if not path.is_file():
        known = [p.stem for p in folder.glob("*.toml")]
        raise ProfileError(f"There is no profile called {office!r}.{_hint(office, known)}")
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{path.name} is not valid TOML: {error}") from error
    return _profile(path.name, office, raw)


def _profile(file: str, office: str, raw: dict[str, Any]) -> Profile:
    raw = dict(raw)
    duties = {duty.id: duty for duty in _many(file, "duty", Duty, tomllib.loads(DUTIES.read_text(encoding="utf-8"))["duty"])}
    chosen = raw.pop("duties", [])
    for duty in chosen:
        if duty not in duties:
            raise ProfileError(f"{file}: duties names {duty!r}, which the reference list does not have.{_hint(duty, list(duties))}")
    settings: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.pop("settings", {}).items()}
    for key in settings:
        if key not in SETTINGS:
            raise ProfileError(f"{file}: settings has a key the app does not know: {key!r}.{_hint(key, list(SETTINGS))}")
    profile = Profile(
        id=office,
        organisation=_one(file, "organisation", Organisation, raw.pop("organisation", {})),
        areas=_many(file, "areas", Term, raw.pop("areas", [])),
        methods=_many(file, "methods", Term, raw.pop("methods", [])),
        audiences=_many(file, "audiences", Term, raw.pop("audiences", [])),
        levels=_many(file, "levels", Term, raw.pop("levels", [])),
        objectives=tuple(_objective(file, o) for o in raw.pop("objectives", [])),
        watch=tuple(_aim(file, "watch", w) for w in raw.pop("watch", [])),
        tracked=_many(file, "tracked", Tracked, raw.pop("tracked", [])),
        duties=tuple(duties[duty] for duty in chosen),
        **settings,
    )
    if raw:
        known = ["organisation", "areas", "methods", "audiences", "levels", "objectives", "watch", "tracked", "duties", "settings"]
        raise ProfileError(f"{file}: has a part the app does not know: {next(iter(raw))!r}.{_hint(next(iter(raw)), known)}")
    _check(file, profile)
    return profile


def _objective(file: str, raw: dict[str, Any]) -> Objective:
    where = f"objectives {raw.get('id', '?')!r}"
    return _one(file, where, Objective, raw | {"measures": tuple(_aim(file, where, m) for m in raw.get("measures", []))})


def _aim(file: str, where: str, raw: dict[str, Any]) -> Aim:
    aim = _one(file, where, Aim, raw | {"only": tuple(sorted(raw.get("only", {}).items()))})
    if aim.aim not in AIMS:
        raise ProfileError(f"{file}: {where} has the aim {aim.aim!r}.{_hint(aim.aim, list(AIMS))}")
    return aim


def _many(file: str, part: str, kind: type, raw: list[dict[str, Any]]) -> tuple[Any, ...]:
    if not isinstance(raw, list) or not all(isinstance(entry, dict) for entry in raw):
        raise ProfileError(f"{file}: {part} is not a list of entries. Each entry starts with [[{part}]].")
    return tuple(_one(file, f"{part} {entry.get('name', entry.get('id', '?'))!r}", kind, entry) for entry in raw)


def _one(file: str, where: str, kind: type, raw: dict[str, Any]) -> Any:
    known = [field.name for field in fields(kind)]
    for key in raw:
        if key not in known:
            raise ProfileError(f"{file}: {where} has a key the app does not know: {key!r}.{_hint(key, known)}")
    try:
        return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()})
    except TypeError as error:
        missing = [field.name for field in fields(kind) if field.name not in raw and field.default is MISSING]
        raise ProfileError(f"{file}: {where} lacks {', '.join(repr(m) for m in missing)}.") from error


def _check(file: str, profile: Profile) -> None:
    for part in ("objectives", "tracked"):
        ids = [entry.id for entry in getattr(profile, part)]
        for name in ids:
            if ids.count(name) > 1:
                raise ProfileError(f"{file}: {part} has {name!r} twice.")
    for key in ("starts", "ends"):
        try:
            date.fromisoformat(getattr(profile.organisation, key))
        except (TypeError, ValueError):
            raise ProfileError(f'{file}: organisation {key!r} is not a day written as "2021-04-01".') from None
    for part in ("areas", "methods", "audiences", "levels"):
        seen: dict[str, str] = {}
        for term in getattr(profile, part):
            for spelling in (term.name, *term.also):
                if spelling.casefold() in seen:
                    raise ProfileError(f"{file}: {part} spells {spelling!r} under both {seen[spelling.casefold()]!r} and {term.name!r}.")
                seen[spelling.casefold()] = term.name
    for method in profile.methods:
        if method.channel not in CHANNELS:
            raise ProfileError(f"{file}: methods {method.name!r} has the channel {method.channel!r}.{_hint(method.channel, list(CHANNELS))}")
    for audience in profile.audiences:
        for group in audience.answers_as:
            if group != "all" and group.partition(": ")[0] not in SPLITS:
                raise ProfileError(f"{file}: audiences {audience.name!r} answers as {group!r}.{_hint(group.partition(': ')[0], list(SPLITS))}")
    for level in profile.levels:
        if level.name not in LEVELS:
            raise ProfileError(f"{file}: levels has {level.name!r}.{_hint(level.name, list(LEVELS))}")


def _hint(word: str, known: list[str]) -> str:
    close = get_close_matches(word, [k for k in known if k], n=1)
    return f" Did you mean {close[0]!r}?" if close else f" Known: {', '.join(k for k in known if k)}."
