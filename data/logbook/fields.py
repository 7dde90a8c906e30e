"""What each kind of spreadsheet may tell us. Templates, heading matching, checks and help all read this one list (reference/fields.toml)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Field:
    """One column of a log: its heading in our template, the headings met elsewhere, and how its cells are understood.

    `reads` is text, date, period, whole, figure, count, hours, money, unit, term, terms or refs; `list` names the controlled list of a term.
    """

    name: str
    heading: str
    help: str
    also: tuple[str, ...] = ()
    reads: str = "text"
    list: str = ""
    needed: bool = False


def _load() -> dict[str, tuple[Field, ...]]:
    raw = tomllib.loads((Path(__file__).parents[1] / "reference" / "fields.toml").read_text(encoding="utf-8"))
    return {kind: tuple(Field(**entry | {"also": tuple(entry["also"])}) for entry in fields) for kind, fields in raw.items()}


KINDS = _load()

KIND_TITLES = {
    "activities": "Activity log",
    "outcomes": "You said, we did",
    "plan": "Engagement plan",
    "survey": "Survey answers",
    "population": "Population figures",
    "context_series": "Published series",
    "boundaries": "Boundaries of areas",
}
