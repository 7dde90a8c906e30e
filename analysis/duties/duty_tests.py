"""What each duty demands beside an activity that names it: dates, audiences, characteristics. Evidence, not legal advice.

Police Act 1996 s.96 as amended by the Police Reform and Social Responsibility Act 2011 s.14; s.34 of the latter; Equality Act 2010 s.149.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.check import GAP, SHOWN, UNKNOWN, Check, shown_if
from analysis.duties.regard import six_heads
from analysis.text import label
from analysis.thread.each_row import each_row
from data.days import in_words
from data.vocabulary import CHARACTERISTICS

VICTIMS, RATEPAYERS = "Victims", "Businesses"
# A plan's own consultation is looked for this far back where no earlier plan is written down.
_BEFORE_A_PLAN, _BEFORE_A_PRECEPT = 24, 12


@dataclass(frozen=True)
class Records:
    """What the tests look at, up to the end of the period.

    `activities` has a row an activity with the sets `duties`, `audiences`, `areas`, `methods` and `characteristics`, and `last_on`, its last day;
    `key_dates` the columns what and fell_on; `asked` the characteristics asked about by surveys of the year, once for each survey.
    """

    duties: pd.DataFrame
    activities: pd.DataFrame
    audiences: pd.DataFrame
    methods: pd.DataFrame
    key_dates: pd.DataFrame
    asked: pd.Series
    year_start: pd.Timestamp
    term_start: pd.Timestamp
    end: pd.Timestamp

    @property
    def this_year(self) -> pd.DataFrame:
        return self.activities[(self.activities["held_on"] >= self.year_start) & (self.activities["held_on"] <= self.end)]

    def answering(self, duty: str) -> pd.DataFrame:
        """The activities that name a duty, newest first."""
        own = having(self.activities, "duties", lambda named: duty in named)
        return own[own["held_on"] <= self.end].sort_values("held_on", ascending=False, kind="stable")

    def days(self, what: str) -> list[pd.Timestamp]:
        """The key dates of a kind up to the end of the period, newest first."""
        days = self.key_dates.loc[self.key_dates["what"] == what, "fell_on"]
        return sorted(days[days <= self.end], reverse=True)

    @staticmethod
    def words(row: Any) -> str:
        """An activity as evidence: title, day and reference."""
        title = row.title if isinstance(row.title, str) and row.title else "Untitled activity"
        ref = f" ({row.activity_ref})" if isinstance(row.activity_ref, str) and row.activity_ref else ""
        return f"{label(title, 90)}, {in_words(row.held_on)}{ref}"


def having(activities: pd.DataFrame, column: str, test: Callable[[frozenset[str]], bool]) -> pd.DataFrame:
    """The activities whose terms of a sort pass a test."""
    return activities[activities[column].map(test).astype("bool")]


def _plan(records: Records) -> tuple[Check, ...]:
    issued = records.days("plan issued")
    if not issued:
        return (Check("Before the plan was issued", UNKNOWN, "write down the day it was issued, and the dates are tested"),)
    since = issued[1] if len(issued) > 1 else issued[0] - pd.DateOffset(months=_BEFORE_A_PLAN)
    return _before(records, "plan", since, issued[0], "the plan was issued", {"People": None, "Victims": VICTIMS})


def _precept(records: Records) -> tuple[Check, ...]:
    days = [day for day in records.days("precept set") if day >= records.year_start]
    if not days:
        return (Check("Before the precept was set", UNKNOWN, "write down the day it was set this year, and the dates are tested"),)
    since = days[0] - pd.DateOffset(months=_BEFORE_A_PRECEPT)
    return _before(records, "precept", since, days[0], "the precept was set", {"People": None, "Ratepayers' representatives": RATEPAYERS})


def _before(records: Records, duty: str, since: pd.Timestamp, day: pd.Timestamp, what: str, who: dict[str, str | None]) -> tuple[Check, ...]:
    """For each group, whether an activity that sought its views was over before the day. The day itself is not before it."""
    own = records.answering(duty)
    own = own[(own["held_on"] > since) & (own["held_on"] <= day)]
    special = {name for name in who.values() if name}
    checks = []
    for group, audience in who.items():
        asks = f"{group} heard before {what} on {in_words(day)}"
        of_group = having(own, "audiences", _seeks(audience, special))
        in_time, late = of_group[of_group["last_on"] < day], of_group[of_group["last_on"] >= day]
        if len(in_time):
            first = in_time.iloc[0]
            more = f" and {len(in_time) - 1} more" if len(in_time) > 1 else ""
            checks.append(Check(asks, SHOWN, f"{label(first['title'], 60)} closed on {in_words(first['last_on'])}{more}"))
            checks += [
                Check(f"{label(row.title, 60)} was over before {what}", GAP, f"it closed on {in_words(row.last_on)}") for row in each_row(late)
            ]
        elif len(late):
            closed = late.iloc[0]
            checks.append(Check(asks, GAP, f"{label(closed['title'], 60)} closed on {in_words(closed['last_on'])}, which is not before that day"))
        else:
            checks.append(Check(asks, GAP, "no activity for them names this duty in that time"))
    return tuple(checks)


def _seeks(audience: str | None, special: set[str]) -> Callable[[frozenset[str]], bool]:
    """Whether an activity seeks an audience; people in general are sought unless only special audiences are named."""
    return lambda named: audience in named if audience else not named or bool(named - special)


def _victims(records: Records) -> tuple[Check, ...]:
    own = records.this_year
    sought = having(own, "audiences", lambda named: VICTIMS in named)
    unmarked = [row for row in each_row(sought) if "views-of-victims" not in row.duties]
    found = shown_if("Victims named as the audience this year", bool(len(sought)), f"{_activities(len(sought))}", "no activity names them")
    if not unmarked:
        return (found,)
    words = f"not named by {_activities(len(unmarked))} for victims; if they answer it, mark them"
    return found, Check("Each activity for victims names this duty", UNKNOWN, words)


def _equality(records: Records) -> tuple[Check, ...]:
    sought = records.this_year["characteristics"].explode().value_counts()
    asked = records.asked.value_counts()
    checks = []
    for name, title in CHARACTERISTICS.items():
        held, surveys = int(sought.get(name, 0)), int(asked.get(name, 0))
        words = f"{_activities(held)} meant to hear it; asked by {surveys} survey{'s' if surveys != 1 else ''}"
        checks.append(shown_if(title, bool(held or surveys), words, "no activity meant to hear it, and no survey asked"))
    return tuple(checks)


def _regard(records: Records) -> tuple[Check, ...]:
    return six_heads(records.this_year, records.audiences, records.methods, records.year_start, records.end)


def _meetings(records: Records) -> tuple[Check, ...]:
    own = records.answering("meetings")
    days = own.loc[own["held_on"] >= records.year_start, "held_on"].sort_values()
    longest = int(pd.concat([pd.Series([records.year_start]), days, pd.Series([records.end])]).diff().dt.days.max())
    words = f"{len(days)} recorded; the longest time without one was {longest} days"
    return (shown_if("Meetings are regular", len(days) > 1, words, f"{len(days)} recorded in the year"),)


def _activities(number: int) -> str:
    return f"{number} activit{'y' if number == 1 else 'ies'}"


TESTS: dict[str, Callable[[Records], tuple[Check, ...]]] = {
    "views-of-victims": _victims,
    "plan": _plan,
    "precept": _precept,
    "regulations-2010": _regard,
    "equality": _equality,
    "meetings": _meetings,
}
