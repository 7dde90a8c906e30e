"""Which activities to hold next: those that, by the office's own log, would bring most people of groups heard too little for each hour."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analysis.periods import Period, a_year_back
from analysis.planning.reach import DRAWS, SEED, drawn_in, reach
from analysis.planning.shortfall import area_shortfall, audience_shortfall

# With less than this the log cannot tell kinds of activity apart, and nothing is proposed.
FEWEST_ACTIVITIES = 20
FEWEST_OF_METHOD = 3
FEWEST_METHODS = 2
FEWEST_FOR_AUDIENCE = 2
PROPOSED = 3
LOAD_DAYS = 91
_ROWS = ["activity_id", "method", "audience", "area"]


@dataclass(frozen=True)
class Option:
    """One kind of activity that could be held. Ranges hold in eight of ten re-runs of the history; `gain` counts people the gaps lack, in an area
    and in an audience each for itself. `beats` is the share of re-runs in which it does better for each hour than the middling option.

    `held` is how many past activities of the methodology it rests on, `held_for` how many of them for the audience, `held_in` in the area.
    `asked` is how often the audience was asked in the three months before. `area_short` and `audience_short` are the people still
    lacking, `area_gain` and `audience_gain` those of them it would bring.
    """

    method: str
    audience: str
    area: str
    people: float
    people_range: tuple[float, float]
    gain: float
    gain_range: tuple[float, float]
    hours: float
    cost: float | None
    beats: float
    held: int
    held_for: int
    held_in: int
    asked: int
    area_short: float
    audience_short: float
    area_gain: float
    audience_gain: float

    @property
    def per_hour(self) -> float:
        return self.gain / self.hours


@dataclass(frozen=True)
class Programme:
    """The activities proposed, best first; none where `why_none` says why. `gap` is how many people all groups are short of, `activities` how many
    past ones could be learnt from, `left_out` how many lacked a number of people, hours, a methodology, an audience or an area. `untried` are the
    audiences that lack people and for whom the log is too thin to propose anything."""

    options: tuple[Option, ...]
    why_none: str
    gap: float
    activities: int
    left_out: int
    untried: tuple[str, ...]


def next_engagement(frames: dict[str, pd.DataFrame], seed: int = SEED) -> Programme:
    """Propose up to three activities that together close most of the gap for each hour of staff time.

    The gap is that of the twelve months to the day of `window`: people short by area against the census and by audience against the middle audience.
    What an activity of each methodology reaches, for whom and where, is learnt from the whole log, as are its hours. A methodology needs three past
    activities, and two of them for the audience; an area may be new to it. No kind of activity is proposed twice. A person fills the gap of an area
    and of an audience, never more of either than is short. The first is the option with most gain for each hour, the next the one that adds most to
    it, and so on: a greedy choice, which for gains that shrink as gaps fill comes near the best there is (Nemhauser, Wolsey and Fisher 1978; with
    costs, Wolsey 1982).
    """
    rows, left_out = _history(frames)
    year = _twelve_months(frames)
    by_area = area_shortfall(year, frames["activity_areas"], frames["areas"], frames["population"])
    by_audience = audience_shortfall(year, frames["activity_audiences"], frames["audiences"])
    held = rows.drop_duplicates(["activity_id", "method"])["method"].value_counts()
    usable = rows[rows["method"].isin(held[held >= FEWEST_OF_METHOD].index)]
    count, gap = rows["activity_id"].nunique(), float(by_area["short"].sum() + by_audience["short"].sum())
    why_none = _why_none(count, usable, gap)
    options = () if why_none else _chosen(usable, frames, by_area, by_audience, seed)
    return Programme(options, why_none, gap, count, left_out, _untried(usable, by_audience))


def twelve_months(to: date) -> Period:
    """The twelve months up to a day, in which the gap is counted."""
    return Period("twelve-months", "the last twelve months", a_year_back(to) + timedelta(days=1), to)


def _history(frames: dict[str, pd.DataFrame]) -> tuple[pd.DataFrame, int]:
    """A row for each past activity, methodology, audience and area of which people and hours are known, and how many activities lack something."""
    past = _until(frames["activities"], frames["window"]["end"].iloc[0])
    known = past[past["participants_low"].notna() & (past["staff_hours"] > 0)].rename(columns={"participants_low": "value"})
    for table in ("activity_methods", "activity_audiences", "activity_areas"):
        known = known.merge(frames[table], on="activity_id")
    columns = [*_ROWS, "value", "staff_hours", "cost_pence", "held_on"]
    return known[columns].reset_index(drop=True), len(past) - known["activity_id"].nunique()


def _twelve_months(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    start, end = frames["window"]["year_start"].iloc[0], frames["window"]["end"].iloc[0]
    past = _until(frames["activities"], end)
    return past[past["held_on"] >= pd.Timestamp(start)]


def _until(activities: pd.DataFrame, end: object) -> pd.DataFrame:
    return activities[activities["held_on"] <= pd.Timestamp(end)]


def _why_none(activities: int, usable: pd.DataFrame, gap: float) -> str:
    if activities < FEWEST_ACTIVITIES:
        return (
            f"Not enough history: {activities} past activities record people, hours, methodology, audience and area; {FEWEST_ACTIVITIES} are needed."
        )
    if usable["method"].nunique() < FEWEST_METHODS:
        return f"Not enough history: fewer than two methodologies were used {FEWEST_OF_METHOD} times or more, so there is no choice to weigh."
    return "" if gap > 0 else "No area and no audience is short of its share in the last twelve months."


def _chosen(rows: pd.DataFrame, frames: dict[str, pd.DataFrame], by_area: pd.DataFrame, by_audience: pd.DataFrame, seed: int) -> tuple[Option, ...]:
    model, hours = reach(rows, PROPOSED, seed=seed), usual_hours(rows)
    short = pd.concat([by_area, by_audience])
    left = {group: np.full(DRAWS, people) for group, people in zip(short["group"], short["short"], strict=True) if people > 0}
    kinds = [kind for kind in _kinds(rows, frames["areas"], set(by_area["group"])) if _worth(kind, left, rows)]
    picked: list[Option] = []
    for turn in range(PROPOSED if kinds else 0):
        people = [model.people(*kind, turn) for kind in kinds]
        gains = [sum(np.minimum(reached, left[group]) for group in kind[1:] if group in left) for kind, reached in zip(kinds, people, strict=True)]
        rates = np.array([gain / hours[kind[0]] for kind, gain in zip(kinds, gains, strict=True)])
        best = int(rates.mean(axis=1).argmax())
        if rates[best].mean() <= 0:
            break
        beats = float((rates[best] > np.median(rates, axis=0)).mean())
        picked.append(_option(kinds[best], people[best], np.asarray(gains[best]), beats, hours, rows, frames, left))
        for group in set(kinds[best][1:]) & set(left):
            left[group] = left[group] - np.minimum(people[best], left[group])
        kinds = [kind for kind in kinds if kind != kinds[best] and _worth(kind, left, rows)]
        if not kinds:
            break
    return tuple(picked)


def usual_hours(rows: pd.DataFrame) -> dict[str, float]:
    """The hours one more activity of each methodology may be expected to take: the mean of its past ones, drawn to the mean of all.

    `rows` as for reach, with `staff_hours`.
    """
    once = rows.drop_duplicates(["activity_id", "method"])
    names = list(dict.fromkeys(once["method"]))
    codes = once["method"].map({name: i for i, name in enumerate(names)}).to_numpy()
    values = once["staff_hours"].to_numpy(dtype=float)[:, None]
    return dict(zip(names, drawn_in(values, codes, np.ones_like(values), to_mean=True)[:, 0].tolist(), strict=True))


def _kinds(rows: pd.DataFrame, areas: pd.DataFrame, single: set[str]) -> list[tuple[str, str, str]]:
    """Every methodology, for audiences it was held for before, in every single area if it was held in any, and for the whole if it was so held."""
    whole = set(areas.loc[areas["whole"].astype(bool), "area"])
    found = []
    for (method, audience), held in rows.groupby(["method", "audience"], sort=True):
        if held["activity_id"].nunique() >= FEWEST_FOR_AUDIENCE:
            of_method = set(rows.loc[rows["method"] == method, "area"])
            places = [*(sorted(single) if of_method & single else []), *sorted(set(held["area"]) & whole)]
            found += [(str(method), str(audience), str(area)) for area in places]
    return found


def _untried(rows: pd.DataFrame, by_audience: pd.DataFrame) -> tuple[str, ...]:
    """The audiences that lack people and that no methodology was held for often enough."""
    times = rows.groupby(["method", "audience"])["activity_id"].nunique()
    tried = set(times[times >= FEWEST_FOR_AUDIENCE].index.get_level_values("audience")) if len(times) else set()
    return tuple(group for group in by_audience.loc[by_audience["short"] >= 1, "group"] if group not in tried)


def _worth(kind: tuple[str, str, str], left: dict[str, np.ndarray], rows: pd.DataFrame) -> bool:
    """Whether a kind of activity could fill a gap: its audience lacks people, or its area does and it is for the methodology's usual audience."""
    method, audience, area = kind
    lacking = {group for group, people in left.items() if people.mean() >= 1}
    return audience in lacking or (area in lacking and audience == rows.loc[rows["method"] == method, "audience"].mode().iloc[0])


def _option(
    kind: tuple[str, str, str],
    people: np.ndarray,
    gain: np.ndarray,
    beats: float,
    hours: dict[str, float],
    rows: pd.DataFrame,
    frames: dict[str, pd.DataFrame],
    left: dict[str, np.ndarray],
) -> Option:
    method, audience, area = kind
    own = rows[rows["method"] == method]
    once = own.drop_duplicates("activity_id")
    priced = once[once["cost_pence"].notna()]
    end = pd.Timestamp(frames["window"]["end"].iloc[0])
    recent = frames["activities"][(frames["activities"]["held_on"] > end - pd.Timedelta(days=LOAD_DAYS)) & (frames["activities"]["held_on"] <= end)]
    asked = frames["activity_audiences"]
    short = [float(left[group].mean()) if group in left else 0.0 for group in (area, audience)]
    filled = [float(np.minimum(people, left[group]).mean()) if group in left else 0.0 for group in (area, audience)]
    return Option(
        method=method,
        audience=audience,
        area=area,
        people=float(people.mean()),
        people_range=_range(people),
        gain=float(gain.mean()),
        gain_range=_range(gain),
        hours=hours[method],
        cost=float(priced["cost_pence"].sum()) / 100 / len(priced) if len(priced) else None,
        beats=beats,
        held=len(once),
        held_for=own.loc[own["audience"] == audience, "activity_id"].nunique(),
        held_in=own.loc[own["area"] == area, "activity_id"].nunique(),
        asked=int(asked.loc[asked["audience"] == audience, "activity_id"].isin(recent["activity_id"]).sum()),
        area_short=short[0],
        audience_short=short[1],
        area_gain=filled[0],
        audience_gain=filled[1],
    )


def _range(draws: np.ndarray) -> tuple[float, float]:
    low, high = np.quantile(draws, (0.1, 0.9))
    return float(low), float(high)
