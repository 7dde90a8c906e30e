"""How questions about the respondent are worded and what their options mean, as reference/characteristics.toml lists them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.questionnaire.words import Phrase, Words, phrase, words

LISTED = Path(__file__).parents[1] / "reference" / "characteristics.toml"


@dataclass(frozen=True)
class Asked:
    """One way a characteristic is asked about.

    `asks` are phrases that tell it within a sentence, `labels` whole headings, `unless` phrases that make it another question; `despite` are
    the phrases of the general list that do not, and `needs`, where there are any, those of which the sentence must hold one. `yes` and `no`
    are the categories those answers mean. `fits` says that the wording counts only where every option has a meaning. A question that is not
    `sure` is only ever offered, with `note` as the reason.
    """

    characteristic: str
    asks: tuple[Phrase, ...]
    labels: frozenset[Words]
    unless: tuple[Phrase, ...]
    despite: frozenset[Phrase]
    needs: tuple[Phrase, ...]
    yes: str
    no: str
    fits: bool
    sure: bool
    note: str


@dataclass(frozen=True)
class Meaning:
    """The category that an option means when it reads, or begins, in one of these ways. '' says that it means none.

    `doubt` is the reason why a question offering it cannot be compared without a second look.
    """

    category: str
    is_: frozenset[Words]
    starts: tuple[Words, ...]
    doubt: str


@dataclass(frozen=True)
class Listed:
    """Everything the reference file lists.

    `alone` is the number of categories that tell a characteristic from its options, `fewest` the number without which it is not sure:
    two, unless it is listed.
    """

    asked: tuple[Asked, ...]
    meanings: dict[str, tuple[Meaning, ...]]
    states: tuple[tuple[Words, str], ...]
    never: tuple[Phrase, ...]
    neutral: frozenset[str]
    respondent: tuple[Phrase, ...]
    yes: frozenset[Words]
    no: frozenset[Words]
    asides: tuple[Words, ...]
    elsewhere: tuple[Words, ...]
    council: frozenset[str]
    alone: dict[str, int]
    fewest: dict[str, int]


@cache
def listed() -> Listed:
    """The reference file, read once."""
    raw = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    wording, options = raw["wording"], raw["options"]
    meanings: dict[str, list[Meaning]] = {}
    for entry in raw["meaning"]:
        made = Meaning(entry["category"], _set(entry.get("is", [])), _all(entry.get("starts", [])), entry.get("doubt", ""))
        meanings.setdefault(entry["characteristic"], []).append(made)
    return Listed(
        asked=tuple(_asked(entry) for entry in raw["asked"]),
        meanings={name: tuple(made) for name, made in meanings.items()},
        states=tuple((words(text), state) for state, texts in options["states"].items() for text in texts),
        never=tuple(map(phrase, wording["never"])),
        neutral=frozenset(wording["neutral"]),
        respondent=tuple(map(phrase, wording["respondent"])),
        yes=_set(options["yes"]),
        no=_set(options["no"]),
        asides=_all(options["asides"]),
        elsewhere=_all(options["elsewhere"]),
        council=frozenset(options["council"]),
        alone=raw["alone"],
        fewest=raw["fewest"],
    )


def _asked(entry: dict) -> Asked:
    return Asked(
        characteristic=entry["characteristic"],
        asks=tuple(map(phrase, entry["asks"])),
        labels=_set(entry.get("labels", [])),
        unless=tuple(map(phrase, entry.get("unless", []))),
        despite=frozenset(map(phrase, entry.get("despite", []))),
        needs=tuple(map(phrase, entry.get("needs", []))),
        yes=entry.get("yes", ""),
        no=entry.get("no", ""),
        fits=entry.get("fits", False),
        sure=entry.get("sure", True),
        note=entry.get("note", ""),
    )


def _set(texts: list[str]) -> frozenset[Words]:
    return frozenset(map(words, texts))


def _all(texts: list[str]) -> tuple[Words, ...]:
    return tuple(map(words, texts))
