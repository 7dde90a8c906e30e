"""Logs made up at random for tests, as dictionaries and as rows of the store: blanks, several terms, no dates, noughts and days out of order."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

LEVELS = ("consult", "involve", "inform", None)
STAGES = ("heard", "under way", "done", "done", "done", "not taken forward", None)
KINDS = ("strategy or policy", "commissioned service", "policing practice", "communication", "no change", None)


def log(seed, profile, size=40):
    """Activities, outcomes and a plan that hang together as an office's do."""
    rng = np.random.default_rng(seed)
    names = {part: [term.name for term in getattr(profile, part)] for part in ("methods", "areas", "audiences")}
    duties = [duty.id for duty in profile.duties]
    activities = [_activity(rng, i, names, duties) for i in range(int(rng.integers(0, size)))]
    outcomes = [_outcome(rng, i) for i in range(int(rng.integers(0, size)))]
    plan = [_planned(rng, i, activities) for i in range(int(rng.integers(0, 15)))]
    return {"activities": activities, "outcomes": outcomes, "plan": plan}


def tables(made):
    """The same as the rows of the store's tables."""
    activities, outcomes, plan = made["activities"], made["outcomes"], made["plan"]
    bridges = {
        "activity_methods": ("method", "methods"),
        "activity_areas": ("area", "areas"),
        "activity_audiences": ("audience", "audiences"),
        "activity_duties": ("duty", "duties"),
    }
    lists = {column for _, column in bridges.values()} | {"all_methods"}
    found = {
        table: pd.DataFrame([(a["activity_id"], term) for a in activities for term in a[column]], columns=["activity_id", name], dtype="str")
        for table, (name, column) in bridges.items()
    }
    found["activities"] = pd.DataFrame([{k: v for k, v in a.items() if k not in lists} for a in activities], columns=_columns(activities, lists))
    found["outcomes"] = pd.DataFrame(outcomes)
    found["plan"] = pd.DataFrame(plan)
    return {name: frame for name, frame in found.items() if len(frame)}


def a_day(rng, first=date(2022, 3, 1), days=1300):
    return first + timedelta(days=int(rng.integers(days)))


def _columns(activities, lists):
    return [name for name in activities[0] if name not in lists] if activities else []


def _some(rng, names, most=3):
    return [str(name) for name in rng.choice(names, size=int(rng.integers(0, most + 1)), replace=False)]


def _perhaps(rng, value, chance=0.8):
    return value if rng.random() < chance else None


def _activity(rng, i, names, duties):
    low = _perhaps(rng, int(rng.choice([0, 1, 7, 30, 412])))
    how = "not recorded" if low is None else str(rng.choice(["counted", "estimated", "at least"]))
    high = None if low is None or how == "at least" else low + int(rng.choice([0, 0, 10]))
    if low is None and rng.random() < 0.3:
        high, how = 50, "at most"
    methods = _some(rng, names["methods"])
    return {
        "activity_id": f"a{i}",
        "activity_ref": _perhaps(rng, f"A{i}"),
        "held_on": _perhaps(rng, a_day(rng), 0.9),
        "level": LEVELS[rng.integers(len(LEVELS))],
        "participants_low": low,
        "participants_high": high,
        "participants_how": how,
        "staff_hours": _perhaps(rng, float(rng.choice([0, 0.5, 7.4]))),
        "cost_pence": _perhaps(rng, int(rng.choice([0, 1999, 50000]))),
        "methods": methods,
        "all_methods": methods,
        "areas": _some(rng, names["areas"]),
        "audiences": _some(rng, names["audiences"]),
        "duties": _some(rng, duties, 2),
    }


def _outcome(rng, i):
    stage = STAGES[rng.integers(len(STAGES))]
    heard = a_day(rng)
    return {
        "outcome_id": f"o{i}",
        "you_said": _perhaps(rng, str(rng.choice(["More patrols", "Better lighting"]))),
        "heard_on": heard,
        "decided_on": _perhaps(rng, a_day(rng), 0.3),
        "we_did": _perhaps(rng, str(rng.choice(["Patrols moved", "Lights mended", " "]))),
        "changed": _perhaps(rng, str(rng.choice(["Victims strategy", "victims  STRATEGY", "Estate plan", "N/A", "Night bus"]))),
        "kind": KINDS[rng.integers(len(KINDS))],
        "stage": stage,
        "done_on": a_day(rng) if stage == "done" and rng.random() < 0.8 else None,
        "evidence": _perhaps(rng, str(rng.choice(["Minutes of the board", "TBC", "none", "-", "", "Contract 12"]))),
        "told_whom": _perhaps(rng, "Residents", 0.3),
        "told_how": _perhaps(rng, str(rng.choice(["Newsletter", "n/a"])), 0.3),
        "told_on": _perhaps(rng, heard + (a_day(rng) - a_day(rng)), 0.5),
    }


def _planned(rng, i, activities):
    references = [a["activity_ref"] for a in activities if a["activity_ref"]]
    return {
        "plan_id": f"p{i}",
        "due_to": _perhaps(rng, a_day(rng), 0.9),
        "status": _perhaps(rng, str(rng.choice(["planned", "held", "postponed", "dropped"]))),
        "activity_ref": _perhaps(rng, str(rng.choice(references)), 0.6) if references else None,
    }
