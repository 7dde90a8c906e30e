"""The records that tests of duties look at, from typed-in rows: what matters is given, everything else is blank."""

import pandas as pd

from analysis.duties.duty_tests import Records
from tests.store import rows

AUDIENCES = rows("audience audience_group", ("General public", ""), ("Victims", ""), ("Businesses", ""), ("Young people", ""), ("Older people", ""),
                 ("Partners", ""), ("Rural communities", ""))  # fmt: skip
METHODS = rows("method channel", ("Focus group", "face to face"), ("Online survey", "online"))
DUTIES = rows(
    "duty name act section asks every",
    ("views-on-policing", "Views on policing", "Police Act 1996", "s.96(1)", "Views.", "year"),
    ("plan", "Plan", "Police Act 1996", "s.96(1A)", "Views.", "term"),
    ("precept", "Precept", "Police Act 1996", "s.96(1B)", "Views.", "year"),
)
_BLANK = {
    "activity_id": "a", "activity_ref": None, "title": "Survey", "ended_on": None, "survey": None, "partner": None, "heard": None, "lead": None,
    "participants_low": None, "duties": (), "audiences": (), "areas": (), "methods": (), "characteristics": (),
}  # fmt: skip
_SETS = ("duties", "audiences", "areas", "methods", "characteristics")


def activities(*given):
    """Each a dictionary with at least `held_on`; the last day is the first unless `ended_on` says otherwise."""
    made = [_BLANK | one | {name: frozenset(one.get(name, ())) for name in _SETS} for one in given]
    frame = pd.DataFrame(made, columns=[*_BLANK, "held_on"])
    for column in ("held_on", "ended_on"):
        frame[column] = pd.to_datetime(frame[column])
    frame["participants_low"] = frame["participants_low"].astype("float64")
    frame["last_on"] = frame["ended_on"].fillna(frame["held_on"])
    return frame


def records(*given, key_dates=(), year_start="2023-04-01", end="2024-03-31", term_start="2021-05-13", asked=(), duties=DUTIES):
    return Records(
        duties=duties,
        activities=activities(*given),
        audiences=AUDIENCES,
        methods=METHODS,
        key_dates=rows("what fell_on", *key_dates),
        asked=pd.Series(list(asked), dtype="str"),
        year_start=pd.Timestamp(year_start),
        term_start=pd.Timestamp(term_start),
        end=pd.Timestamp(end),
    )
