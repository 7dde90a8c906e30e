"""Made-up histories of an office whose truth is known: what each kind of activity reaches and takes, and so which is best."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

METHODS = ("Street stall", "Meeting", "Focus group", "Online survey", "School visit")
AUDIENCES = ("Everyone", "Young people", "Victims", "Farmers", "Traders")
AREAS = ("North", "South", "East", "West")
END = date(2026, 3, 31)


@dataclass(frozen=True)
class Truth:
    """What an activity of each kind truly reaches on average, `times` the usual of its methodology, and how many hours it takes."""

    usual: dict[str, float]
    times: dict[tuple[str, str], float]
    hours: dict[str, float]

    def people(self, method, audience):
        return self.usual[method] * self.times[method, audience]


def truth_of(seed):
    rng = np.random.default_rng(seed)
    usual = dict(zip(METHODS, rng.permutation([8.0, 15.0, 30.0, 60.0, 120.0]), strict=True))
    times = {(method, audience): float(np.exp(rng.normal(0, 0.5))) for method in METHODS for audience in AUDIENCES}
    return Truth(usual, times, dict(zip(METHODS, rng.permutation([3.0, 5.0, 8.0, 12.0, 20.0]), strict=True)))


def history(seed, activities=120, audiences=AUDIENCES):
    """The truth, and the frames of an office that held so many activities, the last audience and area seldom."""
    rng, truth = np.random.default_rng(1000 + seed), truth_of(seed)
    rows = []
    for i in range(activities):
        audience = str(rng.choice(audiences, p=None if len(audiences) < 5 else (0.4, 0.25, 0.2, 0.1, 0.05)))
        method = str(rng.choice(METHODS))
        people = truth.people(method, audience) * np.exp(rng.normal(-0.08, 0.4))
        day = END - timedelta(days=int(rng.integers(0, 1000)))
        rows.append((f"a{i}", day, round(people), truth.hours[method], 1000, method, audience, str(rng.choice(AREAS, p=(0.5, 0.3, 0.15, 0.05)))))
    return truth, frames(rows)


def frames(rows):
    """The frames the planner is given, from (id, day, people, hours, pence, methodology, audience, area)."""
    columns = ["activity_id", "held_on", "participants_low", "staff_hours", "cost_pence", "method", "audience", "area"]
    log = pd.DataFrame(rows, columns=columns).astype({"participants_low": "float64", "staff_hours": "float64", "cost_pence": "float64"})
    log["held_on"] = pd.to_datetime(log["held_on"])
    areas = [*AREAS, "Everywhere"]
    return {
        "activities": log.drop(columns=["method", "audience", "area"]),
        "activity_methods": log[["activity_id", "method"]],
        "activity_audiences": log[["activity_id", "audience"]],
        "activity_areas": log[["activity_id", "area"]],
        "areas": pd.DataFrame({"area": areas, "area_code": ["n", "s", "e", "w", ""], "whole": [False] * 4 + [True]}),
        "audiences": pd.DataFrame({"audience": AUDIENCES, "audience_group": "Communities"}),
        "population": pd.DataFrame({"area_code": list("nsew"), "characteristic": "all", "people": 1000.0}),
        "window": pd.DataFrame([{"as_at": END, "end": END, "year_start": date(2025, 4, 1)}]),
    }


def true_gain(truth, kinds, short):
    """The people lacking that a programme of kinds (methodology, audience, area) brings on average, and its hours."""
    left, gain = dict(short), 0.0
    for method, audience, area in kinds:
        for group in (audience, area):
            filled = min(truth.people(method, audience), left.get(group, 0.0))
            left[group] = left.get(group, 0.0) - filled
            gain += filled
    return gain, sum(truth.hours[method] for method, _, _ in kinds)
