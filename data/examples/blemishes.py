"""What is wrong with one row or another of every real log: a day that never was, no day, a reference given twice, slips of the hand."""

from dataclasses import dataclass, field
from itertools import pairwise

from data.examples.activities import Activity
from data.examples.chance import dice
from data.examples.handwriting import COUNTS, counts_of, day_as_text
from data.examples.material import Material

_SHORT_MONTHS = (4, 6, 9, 11)
_DATES_AS_TEXT = 7


@dataclass
class Blemishes:
    """Rows by the reference of their activity: the cell that goes in place of what should stand there."""

    dates: dict[str, str | None] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    counts: dict[str, str] = field(default_factory=dict)
    slips: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def spoiled(self, ref: str) -> bool:
        """Whether this activity may no longer be found by its date or its reference."""
        return ref in self.dates or ref in self.refs or ref in self.refs.values()


def blemishes(made: list[Activity], own: Material) -> Blemishes:
    """Where they fall: in the two years that are over, and never on a survey or on the answer to a duty, which a log must get right."""
    found = Blemishes()
    throw = dice(own.prefix, "blemishes", made[0].ref)
    ordinary = [one for one in made if one.year < 2 and not one.survey and not one.theme.duties]
    for year in (0, 1):
        one = throw.choice([one for one in ordinary if one.year == year and one.held_on.month in _SHORT_MONTHS])
        found.dates[one.ref] = f"31/{one.held_on:%m/%Y}"
    found.dates[throw.choice([one.ref for one in ordinary if one.ref not in found.dates])] = None
    twice = [(before.ref, one.ref) for before, one in pairwise(ordinary) if not {before.ref, one.ref} & found.dates.keys()]
    before, ref = throw.choice(twice)
    found.refs[ref] = before
    for one in throw.sample(ordinary, _DATES_AS_TEXT):
        found.dates.setdefault(one.ref, day_as_text(throw, one.held_on))
    for how in COUNTS:
        could = [one for one in ordinary if how in counts_of(one.theme) and (one.people or 0) >= 15 and one.ref not in found.counts]
        found.counts[throw.choice(could).ref] = how
    for column, slips in own.slips.items():
        for slip, meant in slips.items():
            could = [one for one in made if one.year < 2 and not one.survey and meant in getattr(one, column)]
            free = [one for one in could if (one.ref, column) not in found.slips]
            found.slips[throw.choice(free).ref, column] = (slip, meant)
    return found
