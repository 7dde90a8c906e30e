"""Whether two waves of a survey may be compared at all: the guard before every arrow."""

import re
from dataclasses import dataclass
from datetime import date

from analysis.text import label

# An answer that stands in one wave only was not offered in the other when so many there would have been expected to give it;
# a rarer one may simply not have been chosen.
FEWEST_EXPECTED = 5
OPEN = "People chose whether to take part, and different people may have chosen each time"


@dataclass(frozen=True)
class Asking:
    """How one wave asked: `given` is how many gave each answer by its label, `outside` how many each way of not answering; `closed_on` is when."""

    wave: str
    wording: str
    evidence: str
    mode: str
    weighted: bool
    people: float
    given: tuple[tuple[str, float], ...]
    outside: tuple[tuple[str, float], ...] = ()
    closed_on: date | None = None


def why_not_comparable(before: Asking, after: Asking) -> tuple[str, ...]:
    """What changed between two waves that a change of opinion could be mistaken for; nothing where they may be compared.

    Wording, answers offered, mode, sort of evidence, base and weighting must all be the same, and neither may be open to all comers.
    """
    reasons = []
    if "open" in (before.evidence, after.evidence):
        reasons.append(OPEN)
    elif before.evidence != after.evidence:
        reasons.append(f"The sort of evidence changed, from {_sort(before.evidence)} to {_sort(after.evidence)}")
    if _plain(before.wording) != _plain(after.wording):
        reasons.append("The wording of the question changed")
    scale = _came_or_went(before, after, "given")
    if scale:
        reasons.append(f"The answers offered changed ({scale})")
    if (before.mode or "") != (after.mode or ""):
        reasons.append(f"The way people answered changed, from {before.mode or 'not recorded'} to {after.mode or 'not recorded'}")
    base = _came_or_went(before, after, "outside")
    if base:
        reasons.append(f"Who is in the base changed ({base})")
    if before.weighted != after.weighted:
        reasons.append(f"The weighting changed: {after.wave if after.weighted else before.wave} is weighted and the other is not")
    return tuple(reasons)


def _came_or_went(before: Asking, after: Asking, which: str) -> str:
    """The answers of one wave that the other cannot have offered, in words."""
    first, second = (dict(getattr(wave, which)) for wave in (before, after))
    gone = _absent(first, second, before.people, after.people)
    new = _absent(second, first, after.people, before.people)
    parts = [f"“{label(name, 40)}” was offered only in {wave.wave}" for names, wave in ((gone, before), (new, after)) for name in names[:2]]
    return "; ".join(parts)


def _absent(here: dict[str, float], there: dict[str, float], people_here: float, people_there: float) -> list[str]:
    known = {_plain(name) for name in there}
    expected = people_there / people_here if people_here else 0.0
    return [name for name, people in here.items() if _plain(name) not in known and people * expected >= FEWEST_EXPECTED]


def _plain(words: str) -> str:
    return re.sub(r"[^\w]+", " ", words.casefold()).strip()


def _sort(evidence: str) -> str:
    return {"quota": "a quota survey", "probability": "a random sample"}.get(evidence, "an open survey")
