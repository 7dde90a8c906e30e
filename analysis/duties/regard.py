"""The six heads of regard in SI 2010/421 regulation 2, each against the log of a year. It shows where there is evidence, and declares nothing."""

import pandas as pd

from analysis.check import Check, shown_if

# The groups the regulation names, by the words that audiences of the strategies have in their name or group.
GROUPS = {
    "people under 21": ("young", "youth", "student"),
    "people over 65": ("older", "over 65", "pensioner"),
    "businesses": ("business", "retail"),
    "the voluntary sector": ("voluntary", "third sector", "partner"),
    "people seldom heard": (
        *("lesser-heard", "under-represented", "rural", "isolated", "minority", "disab", "lgbt", "faith"),
        *("traveller", "offended", "justice", "emerging", "protected characteristics"),
    ),
}
_QUARTERS = 4
_LAW = {"a": "Groups", "b": "Number and range", "c": "Often enough", "d": "Range of routes", "e": "Not duplicating partners", "f": "Local concern"}


def six_heads(year: pd.DataFrame, audiences: pd.DataFrame, methods: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp) -> tuple[Check, ...]:
    """One test a head, (a) to (f). `year` has the activities of the twelve months from `start` to `end` with their terms as sets."""
    groups = dict(zip(audiences["audience"], audiences["audience_group"], strict=True))
    reached = {
        group: sum(any(_is(name, groups.get(name, ""), words) for name in named) for named in year["audiences"]) for group, words in GROUPS.items()
    }
    missing = [group for group, many in reached.items() if not many]
    named = set().union(*year["audiences"]) if len(year) else set()
    people = year["participants_low"].sum()
    quarters = {min(_QUARTERS - 1, (day - start).days * _QUARTERS // max(1, (end - start).days + 1)) for day in year["held_on"]}
    used = set().union(*year["methods"]) if len(year) else set()
    channels = sorted(set(methods.loc[methods["method"].isin(used), "channel"]))
    partners = int(year["partner"].fillna("").str.strip().astype(bool).sum())
    heard = int(year["heard"].fillna("").str.strip().astype(bool).sum())
    areas = set().union(*year["areas"]) if len(year) else set()
    total = len(year)
    listed = "; ".join(f"{group}: {many}" for group, many in reached.items() if many)
    return (
        shown_if(
            _head("a"), not missing, f"activities for {listed}", f"none for {', '.join(missing)}" + (f"; activities for {listed}" if listed else "")
        ),
        shown_if(_head("b"), people > 0, f"{people:,.0f} people or more at {total} activities for {len(named)} audiences", "nobody is recorded"),
        shown_if(
            _head("c"),
            len(quarters) == _QUARTERS,
            f"{total} activities, some in each quarter of the year",
            f"activities in {len(quarters)} of {_QUARTERS} quarters",
        ),
        shown_if(
            _head("d"),
            len(channels) > 1,
            f"{len(used)} methodologies: {', '.join(channels)}",
            f"{len(used)} methodologies by {', '.join(channels) or 'no channel recorded'}",
        ),
        shown_if(_head("e"), partners > 0, f"{partners} of {total} activities were held with partners", "no activity names a partner"),
        shown_if(
            _head("f"),
            heard > 0,
            f"what was heard is recorded for {heard} of {total} activities, in {len(areas)} areas",
            "what was heard is not recorded for any activity",
        ),
    )


def _head(letter: str) -> str:
    return f"({letter}) {_LAW[letter]}"


def _is(name: str, group: str, words: tuple[str, ...]) -> bool:
    said = f"{name} {group}".casefold()
    return any(word in said for word in words)
