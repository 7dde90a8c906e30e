"""Whether the commonest answer is the commonest however it is counted: the sum that should be done before a majority is relied on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.answered.answers import answered
from analysis.suppression import FEWEST, LOW_BASE, Published, publish
from analysis.text import label
from analysis.wording import number, responses

HOLDS, NOT, UNKNOWN = "Holds", "Does not hold", "Cannot be told"
_ALMOST = "too few to show"


@dataclass(frozen=True)
class Way:
    """One way of counting: what it is, the share of the leading answer as shown, whether that answer still leads, and what to know of it."""

    name: str
    share: str
    base: str
    word: str
    note: str = ""


@dataclass(frozen=True)
class Robustness:
    """The claim, every way it could be counted, and the ways this survey's data do not allow."""

    headline: str
    claim: str
    ways: tuple[Way, ...]
    not_possible: tuple[str, ...]


def counts(tally: pd.DataFrame, column: str = "people") -> pd.Series:
    """People, or weight, by option, from the two-way tally of a question in all."""
    own = tally[tally["grain"] == "option"]
    return own.set_index("option")[column]


def robustness(
    plain: pd.Series,
    labels: Mapping[int, str],
    again: Sequence[tuple[str, pd.Series | None, pd.Series | None, str]],
    parts: Sequence[tuple[str, pd.DataFrame, Sequence[str]]],
    dont_know: float,
) -> Robustness | None:
    """How the leading answer fares in every way of counting; None where too few answered to say which leads.

    `plain` is how many gave each option. `again` holds (name, people by option, weight by option or None, note) of each other way, its people None
    where the data do not allow it, the note then saying why. `parts` holds (name, two-way tally, order of its categories) for districts and
    modes: the answer must lead in each category large enough to show. `dont_know` is how many said so.
    """
    shown = _published(plain, labels)
    known = shown.rows.dropna(subset=["value"])
    if known.empty:
        return None
    leading = _first(plain)
    majority = plain[leading] > plain.sum() / 2
    claim = f"“{label(labels[leading], 60)}” {'has a majority of' if majority else 'is the commonest answer of'} those who gave an answer"
    ways = [_way("As people answered", plain, None, leading, majority, labels)]
    told = pd.concat([plain, pd.Series({-1: dont_know})]) if dont_know >= FEWEST else None
    ways += [_way("Don't knows counted in", told, None, leading, majority, dict(labels) | {-1: "Don't know"})] if told is not None else []
    ways += [_way(name, people, weight, leading, majority, labels, note) for name, people, weight, note in again if people is not None]
    ways += [way for name, tally, order in parts if (way := _in_each(name, tally, order, leading, majority, labels))]
    missing = [f"{name}: {note}" for name, people, _, note in again if people is None]
    missing += [] if told is not None else ["Don't knows counted in: fewer than 10 said so."]
    told_ways = [way for way in ways if way.word != UNKNOWN]
    held = sum(way.word == HOLDS for way in told_ways)
    verdict = f"“{label(labels[leading], 30)}” holds in {held} of {len(told_ways)} ways of counting"
    return Robustness(verdict, claim, tuple(ways), tuple(missing))


def _published(people: pd.Series, labels: Mapping[int, str]) -> Published:
    rows = pd.DataFrame({"measure": "answers", "answer": [labels[option] for option in people.index], "numerator": people.to_numpy(dtype=float)})
    base = float(people.sum())
    rows = rows.assign(denominator=base, value=rows["numerator"] / base if base else float("nan"), lower=float("nan"), upper=float("nan"), base=base)
    return publish(rows, answered(), ("answer",))


def _way(name: str, people: pd.Series, weight: pd.Series | None, leading: int, majority: bool, labels: Mapping[int, str], note: str = "") -> Way:
    shown = _published(people, labels).rows
    own = shown[shown["answer"] == labels[leading]]
    row = own.iloc[0] if len(own) else None
    if row is None or row["flag"] not in ("", LOW_BASE):
        return Way(name, "–", "–", UNKNOWN, note or _ALMOST)
    sizes = people if weight is None else weight
    share = number(row["value"] if weight is None else round(sizes[leading] / sizes.sum(), 2), "per cent")
    first = _first(sizes.drop(index=-1, errors="ignore"))
    holds = first == leading and (not majority or sizes[leading] > sizes.sum() / 2)
    ahead = "" if first == leading else f"“{label(labels[first], 40)}” leads"
    return Way(name, share, number(row["base"], ""), HOLDS if holds else NOT, "; ".join(filter(None, (ahead, note))))


def _first(sizes: pd.Series) -> int:
    """The option with most, the earlier offered where two have as many."""
    return int(sizes.index[int(sizes.to_numpy(dtype=float).argmax())])


def _in_each(name: str, tally: pd.DataFrame, order: Sequence[str], leading: int, majority: bool, labels: Mapping[int, str]) -> Way | None:
    """Every category large enough to show, taken together: the answer must lead in each."""
    cells = tally[tally["grain"] == "cell"]
    known = list(dict.fromkeys([*(one for one in order if one in set(cells["category"])), *cells["category"]]))
    found = {one: _way(one, cells[cells["category"] == one].set_index("option")["people"], None, leading, majority, labels) for one in known}
    told = {one: way for one, way in found.items() if way.word != UNKNOWN}
    if len(told) < 2:
        return None
    against = [one for one, way in told.items() if way.word == NOT]
    listed = "; ".join(f"{label(one, 40)} {way.share}" for one, way in told.items())
    left = len(found) - len(told)
    note = (
        f"{listed}."
        + (f" {left} too small to show." if left else "")
        + (f" Not in {', '.join(label(one, 40) for one in against)}." if against else "")
    )
    return Way(name, "–", "–", NOT if against else HOLDS, note)


def left_out(people: float) -> str:
    """How many a way of counting leaves out, as it may be said."""
    return f"{responses(people)} left out" if people >= FEWEST else "fewer than 10 left out"
