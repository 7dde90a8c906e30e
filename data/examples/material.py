"""What the example is made of: titles, places and sentences from the TOML files in material/."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.problems import ProfileError

FOLDER = Path(__file__).parent / "material"

# When offices are busy: little in August and December, much in early summer, autumn and before the budget.
USUAL_MONTHS = (4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 9, 10, 10, 11, 11, 12, 1, 1, 2, 2, 3, 3)


@dataclass(frozen=True)
class Place:
    """One area: how often activity is held there against the others, its council and its towns."""

    often: float
    council: str
    towns: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """A sort of activity an office holds again and again. `held` is how many a year; pairs are the least and the most.

    `fields` names the survey it puts out, `where` is "one" for a single area or "whole" for all of them, `lead` is "office" or "force". Where it
    is `paired`, lists as long as `names` go with the names one by one.
    """

    tag: str
    names: tuple[str, ...]
    methods: tuple[tuple[str, ...], ...]
    audiences: tuple[tuple[str, ...], ...]
    level: str
    held: tuple[int, int, int]
    people: tuple[int, int]
    cost: tuple[int, int]
    hours: tuple[int, int]
    heard: tuple[str, ...]
    objectives: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    characteristics: tuple[tuple[str, ...], ...] = ((),)
    areas: tuple[str, ...] = ()
    months: tuple[int, ...] = USUAL_MONTHS
    days: int = 1
    where: str = "one"
    lead: str = "office"
    fields: str = ""
    paired: bool = False
    invited: bool = False
    weekends: bool = False


@dataclass(frozen=True)
class Told:
    """A thing people said and what came of it, before it is given a date. See material/outcomes.toml for the words."""

    after: str
    year: int
    said: str
    ends: str
    decision: str = ""
    kind: str = ""
    board: str = ""
    did: str = ""
    changed: str = ""
    proof: str = ""
    told: str = ""
    whom: str = ""
    format: str = "Plain English"
    provider: str = ""


@dataclass(frozen=True)
class Survey:
    """What differs between the offices' surveys: how many answered each wave, and how views lean from area to area.

    A residents survey of `evidence` "quota" is put by interviewers to people chosen to match quotas, in the `mode` given, and comes with weights.
    """

    respondents: tuple[int, ...]
    precept_respondents: int
    increase: str
    over_represented: str
    mood: float
    moods: dict[str, float]
    evidence: str = "open"
    mode: str = ""

    @property
    def interviewed(self) -> bool:
        """Whether the residents survey is one that people were chosen for."""
        return self.evidence == "quota"


@dataclass(frozen=True)
class Material:
    """One office's own material. `slips` maps the slip of a hand to the term meant, by the list it belongs to."""

    prefix: str
    slips: dict[str, dict[str, str]]
    places: dict[str, Place]
    survey: Survey
    themes: tuple[Theme, ...]
    told: tuple[Told, ...]


@cache
def words(name: str) -> dict[str, Any]:
    """One file of material as it stands."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def material(office: str) -> Material:
    """The material of one office. Raises ProfileError where there is none, for an example is made for the three strategies only."""
    if not (FOLDER / f"{office}.toml").is_file():
        raise ProfileError(f"There is no example for {office}: it is made for {', '.join(offices())}.")
    raw = words(office)
    return Material(
        prefix=raw["prefix"],
        slips=raw["slips"],
        places={name: Place(**_tuples(place)) for name, place in raw["places"].items()},
        survey=Survey(**_tuples(raw["survey"])),
        themes=tuple(Theme(**_tuples(theme)) for theme in raw["activity"]),
        told=tuple(Told(**told) for told in (*words("outcomes")["outcome"], *raw["outcome"])),
    )


def offices() -> list[str]:
    """The offices there is an example for."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if "activity" in words(path.stem))


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(tuple(v) if isinstance(v, list) else v for v in value) if isinstance(value, list) else value for key, value in raw.items()}
