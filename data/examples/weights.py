"""Weights as an agency delivers them with a survey of people chosen to match quotas: age, sex and area made to agree with the census."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from data.examples.respondents import Respondent, census
from data.profile import Profile

_MARGINS = ("age", "sex", "area")
_ROUNDS = 30


def weights(profile: Profile, people: Sequence[Respondent]) -> list[float]:
    """One weight a person, one on average (raking, Deming and Stephan 1940): each margin in turn is made to agree, round after round."""
    shares = {margin: _shares(profile, margin) for margin in _MARGINS}
    found = [1.0] * len(people)
    for margin in _MARGINS * _ROUNDS:
        held: dict[str, float] = defaultdict(float)
        for person, weight in zip(people, found, strict=True):
            held[person.about[margin]] += weight
        wanted = shares[margin]
        there = sum(wanted[category] for category in held)
        found = [
            weight * wanted[person.about[margin]] / there * len(people) / held[person.about[margin]]
            for person, weight in zip(people, found, strict=True)
        ]
    return found


def _shares(profile: Profile, margin: str) -> Counter[str]:
    """How many adults there are in each category of one margin, over all areas."""
    total: Counter[str] = Counter()
    for area in profile.areas:
        if not area.whole:
            counts = census(area.code, "age" if margin == "area" else margin)
            total.update({area.name: sum(counts.values())} if margin == "area" else counts)
    return total
