"""Cleveland's frames, and one measure of them, from typed-in rows."""

from datetime import date
from functools import cache

from analysis.measure import compute
from analysis.readings import History
from analysis.scope import with_calendar
from data import frames as stored
from data import profile as profiles
from tests.store import NO_SCOPE, all_frames, filled

OFFICE = profiles.load("cleveland")
TODAY = date(2025, 3, 31)


@cache
def no_records():
    with filled() as store:
        return all_frames(store, OFFICE)


def frames(**tables):
    """Every frame, those of the typed-in rows read back from the store."""
    with filled(**tables) as store:
        read = {name: getattr(stored, name)(store) for name in tables}
    return History(with_calendar(no_records() | read), NO_SCOPE, TODAY, date.fromisoformat(OFFICE.organisation.starts)).at(None)


def one(name, only=None, **tables):
    result = compute(name, frames(**tables), only=only)
    assert len(result) <= 1
    return result.iloc[0] if len(result) else None
