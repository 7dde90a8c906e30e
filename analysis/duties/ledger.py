"""The duties to consult beside the log: what answers each, what its own dates and audiences demand, and the gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.check import GAP, SHOWN, Check
from analysis.duties.duty_tests import TESTS, Records
from analysis.thread.each_row import each_row
from data.days import in_words

# Duties of the Chief Constable, which the Commissioner oversees.
OVERSEEN = ("crime-and-disorder", "information", "meetings")


@dataclass(frozen=True)
class DutyRecord:
    """One duty: the law, who must be heard and when, the activities that answer it in time, newest first, and its tests."""

    duty: str
    name: str
    law: str
    asks: str
    every: str
    overseen: bool
    last: str
    evidence: tuple[str, ...]
    checks: tuple[Check, ...]

    @property
    def met(self) -> bool:
        """Whether an activity in time answers it: what the measure of duties counts."""
        return bool(self.evidence)

    @property
    def gaps(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.state == GAP)

    @property
    def shown(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.state == SHOWN)

    @property
    def open(self) -> tuple[Check, ...]:
        """What is not shown: the gaps, and what cannot be told."""
        return tuple(check for check in self.checks if check.state != SHOWN)


def ledger(records: Records) -> list[DutyRecord]:
    """One record a duty, those with gaps first.

    A yearly duty is answered within the twelve months to the end of the period, one due once for each plan since the strategy began.
    """
    found = [_record(duty, records) for duty in each_row(records.duties)]
    return sorted(found, key=lambda one: (one.met, not one.gaps))


def headline(rows: Sequence[DutyRecord]) -> str:
    """How many duties have evidence, and how many have a gap to close."""
    met, gaps = sum(row.met for row in rows), sum(bool(row.gaps) for row in rows)
    words = f"{met} of {len(rows)} duties have evidence"
    return f"{words}; {gaps} {'has' if gaps == 1 else 'have'} a gap to close" if gaps else f"{words}, and no gap was found"


def _record(duty: Any, records: Records) -> DutyRecord:
    name, every = duty.duty, duty.every
    answers = records.answering(name)
    since = records.term_start if every == "term" else records.year_start
    within = answers[answers["held_on"] >= since]
    checks = TESTS[name](records) if name in TESTS else ()
    if not len(within):
        checks = (Check("An activity in time answers it", GAP, "none is recorded"), *checks)
    return DutyRecord(
        duty=name,
        name=duty.name,
        law=f"{duty.act} {duty.section}",
        asks=duty.asks,
        every="once for each plan" if every == "term" else "every year",
        overseen=name in OVERSEEN,
        last=in_words(answers["held_on"].iloc[0]) if len(answers) else "never recorded",
        evidence=tuple(records.words(row) for row in each_row(within)),
        checks=checks,
    )
