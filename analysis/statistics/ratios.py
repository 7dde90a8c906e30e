"""This year against last, and pounds against people: the two sums a leadership team asks for first."""

from dataclasses import dataclass

import pandas as pd

SMALLEST_BASE = 10


@dataclass(frozen=True)
class Change:
    """The change in a recorded count. `relative` is a share of the earlier count (0.13 is 13% more), None where `note` says why."""

    difference: int
    relative: float | None
    note: str = ""


@dataclass(frozen=True)
class CostPerParticipation:
    """Pounds for each participation. `value` is None when nobody took part in anything whose cost is known."""

    value: float | None
    cost: float
    participations: int
    activities: int
    without_cost: int
    participations_without_cost: int
    without_attendance: int


def change(earlier: int | None, later: int | None) -> Change | None:
    """How a recorded count changed from one period to the next: a fact, not an estimate, so it has no interval and no test.

    A percentage needs an earlier count of 10 or more; from nothing the count is "new". None when either count is not known.
    """
    if earlier is None or later is None:
        return None
    if earlier == 0:
        return Change(later, None, "new" if later else "none in either year")
    if earlier < SMALLEST_BASE:
        return Change(later - earlier, None, "too few for a percentage")
    return Change(later - earlier, (later - earlier) / earlier)


def cost_per_participation(cost: pd.Series, participations: pd.Series) -> CostPerParticipation:
    """What each participation cost, as total pounds over total participations, so that one tiny event cannot dominate.

    One entry an activity, blank where not recorded. Activities lacking either figure are left out of both totals and counted;
    an activity nobody came to keeps its cost. The ratio estimator (Cochran 1977).
    """
    known_cost, known_people = cost.notna(), participations.notna()
    both = known_cost & known_people
    pounds, people = float(cost[both].sum()), int(participations[both].sum())
    return CostPerParticipation(
        value=pounds / people if people else None,
        cost=pounds,
        participations=people,
        activities=int(both.sum()),
        without_cost=int((~known_cost).sum()),
        participations_without_cost=int(participations[~known_cost & known_people].sum()),
        without_attendance=int((~known_people).sum()),
    )
