"""The measures an office reports, read for one scope: the value now, the one before, how it has moved, and how that stands against the aim."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

import pandas as pd

from analysis.aims import Status, judge
from analysis.measure import Measure, compute, measures
from analysis.periods import Period, a_year_back, before, up_to
from analysis.scope import DATES, Frames, Scope, narrow
from analysis.suppression import Published, publish

# A trend is drawn over the period and the four before it.
_YEARS = 5
# The log whose days say how far the records behind a frame reach: the activities', unless another is named here. '' is all logs together,
# for how long people have waited and for how long ago a duty was answered.
_LOGS = {"outcomes": "outcomes", "outcomes_heard": "", "duty_history": "", **dict.fromkeys(("questions", "tallies", "respondent_tallies"), "surveys")}


class AimLike(Protocol):
    """What a reading needs to know of an aim; the profile's aims are this."""

    @property
    def measure(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def only(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def aim(self) -> str: ...
    @property
    def target(self) -> float | None: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True)
class Reading:
    """One measure of the strategy as it stands.

    `trend` has a row per year, or per wave for what a survey tracks; `when` says what `now` speaks of.
    """

    title: str
    measure: Measure
    why: str
    aim: str
    target: float | None
    period: Period
    when: str
    when_before: str
    now: Published
    before: Published | None
    trend: Published
    status: Status
    evidence: str = ""


class History:
    """The frames narrowed to each year a trend needs, each narrowed once however many measures are read.

    `first` and `last` are the days the records reach from and to.
    """

    def __init__(self, frames: Frames, scope: Scope, today: date, term_start: date) -> None:
        self._frames, self._scope, self._today, self._term_start = frames, scope, today, term_start
        days = {"activities": ("held_on",), "outcomes": ("counted_on", "heard_on", "told_on"), "surveys": ("closed_on",)}
        self._reach = {log: _reach(today, *(frames[log][column] for column in columns)) for log, columns in days.items()}
        known = [reach for reach in self._reach.values() if reach]
        self.first = min((first for first, _ in known), default=None)
        self.last = max((last for _, last in known), default=None)
        self._reach[""] = (self.first, self.last) if self.first and self.last else None
        self._kept: dict[Period | None, Frames] = {}
        self._happened: Frames | None = None

    def reach(self, frame: str) -> tuple[date, date] | None:
        """The first and the last day there are records of in the log behind a frame; None where there are none."""
        return self._reach[_LOGS.get(frame, "activities")]

    def cut(self, period: Period, reach: tuple[date, date] | None = None) -> Period:
        """The period as far as there are records of it: up to the end of `reach`, or else of all records."""
        return up_to(period, reach[1] if reach else self.last, self._today)

    def at(self, period: Period | None) -> Frames:
        """The frames of a period, or of everything recorded, with the windows that duties, plan and feedback look through."""
        if period not in self._kept:
            self._kept[period] = narrow(self._frames, self._scope, period) | self._windows(period)
        return self._kept[period]

    def so_far(self) -> Frames:
        """Everything recorded up to today. What is dated later has not happened, though it may stand in a log; only a plan looks ahead."""
        if self._happened is None:
            now = pd.Timestamp(self._today)
            dated = {name: self._frames[name] for name in DATES if name in self._frames and name != "plan"}
            past = {name: frame[~(frame[DATES[name]] > now)] for name, frame in dated.items()}
            self._happened = narrow(self._frames | past, self._scope, None) | self._windows(None)
        return self._happened

    def _windows(self, period: Period | None) -> Frames:
        activities = self._frames["activities"]
        end = min(period.end, self._today) if period else self._today
        window = {"as_at": end, "end": end, "year_start": a_year_back(end) + timedelta(days=1), "term_start": self._term_start}
        return {
            "window": pd.DataFrame([window]),
            "duty_history": self._frames["activity_duties"].merge(activities[["activity_id", "activity_ref", "title", "held_on"]], on="activity_id"),
            "activity_dates": activities[["activity_ref", "held_on"]].dropna(),
        }


def _reach(today: date, *days: pd.Series) -> tuple[date, date] | None:
    """The first and the last day of a log, days still to come left out."""
    known = pd.concat([each[each <= pd.Timestamp(today)] for each in days])
    return (known.min().date(), known.max().date()) if len(known) else None


def read_aims(aims: Iterable[AimLike], history: History, period: Period) -> list[Reading]:
    """Each aim read for the period. An incomplete year is compared with the same part of the year before."""
    return [_read(aim, history, period) for aim in aims]


def _read(aim: AimLike, history: History, asked: Period) -> Reading:
    chosen = measures()[aim.measure]
    period = history.cut(asked, history.reach(chosen.needs[0]))
    only = dict(aim.only)
    by_wave = "tracked" in chosen.needs or "tracked" in chosen.options
    read = _by_wave if by_wave else _by_year
    now, earlier, trend, when, when_before, evidence = read(chosen, only, history, period)
    status = judge(now, earlier, aim.aim, aim.target, period.so_far, evidence)
    return Reading(aim.title or chosen.title, chosen, aim.why, aim.aim, aim.target, period, when, when_before, now, earlier, trend, status, evidence)


def _by_year(chosen: Measure, only: dict[str, str], history: History, period: Period) -> tuple[Published, Published | None, Published, str, str, str]:
    years = [period]
    for _ in range(_YEARS - 1):
        years.append(before(years[-1]))
    reach = history.reach(chosen.needs[0])
    years = [year for year in years if year == period or (reach and year.end >= reach[0])]
    results = [compute(chosen.name, history.at(year), only=only).assign(year=year.label) for year in reversed(years)]
    trend = pd.concat(results, ignore_index=True)
    shape = ["measure", "year", *(column for column in trend.columns if column not in ("measure", "year"))]
    earlier = publish(results[-2].drop(columns="year"), chosen) if len(results) > 1 else None
    same_part = f"the same part of {years[1].label}" if period.so_far and len(years) > 1 else years[1].label if len(years) > 1 else ""
    return publish(results[-1].drop(columns="year"), chosen), earlier, publish(trend[shape], chosen, ("year",)), period.said, same_part, ""


def _by_wave(chosen: Measure, only: dict[str, str], history: History, period: Period) -> tuple[Published, Published | None, Published, str, str, str]:
    result = compute(chosen.name, history.at(None), by=["wave", "evidence", "closed_on"], only=only)
    closed = result[result["closed_on"] < pd.Timestamp(period.end) + pd.Timedelta(days=1)]
    # Waves of different standing are not the same measurement, so only those like the last are shown beside it.
    waves = closed[closed["evidence"].isin(closed["evidence"].tail(1))]
    plain = waves.drop(columns=["wave", "evidence", "closed_on"])
    current = len(waves) and waves["closed_on"].iloc[-1] >= pd.Timestamp(period.start)
    now = publish(plain.tail(1) if current else plain.head(0), chosen)
    earlier = publish(plain.iloc[-2:-1], chosen) if current and len(waves) > 1 else None
    trend = publish(waves.drop(columns=["evidence", "closed_on"]), chosen, ("wave",))
    names = list(waves["wave"])
    when = names[-1] if current else period.said
    return now, earlier, trend, when, names[-2] if earlier else "", waves["evidence"].iloc[-1] if current else ""
