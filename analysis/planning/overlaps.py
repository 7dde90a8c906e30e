"""Activities that ask the same people at the same time, and the same work done twice by different organisations."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.planning.same_people import same_people
from analysis.text import label
from data.days import in_words

# Two organisations asking the same audience in the same place within four weeks could have asked together.
TWICE_DAYS = 28
_PAIR = ["first", "second", "when", "days", "audience", "area", "leads"]


def overlapping(frames: dict[str, pd.DataFrame]) -> list[dict[str, str]]:
    """Pairs of activities of more than a day that were open at the same time for the same audience and the same area, most days together first.

    The whole force area meets every area. One record a pair: `first` and `second` titles, `when` and how many `days` they were open together, the
    `audience` and `area` they share, and the `leads`.
    """
    rows = _rows(frames)
    lasting = rows[rows["closed"] > rows["opened"]]
    found = []
    for one, other in _pairs(lasting):
        first, last = max(one.opened, other.opened), min(one.closed, other.closed)
        if first <= last and _shared(one, other):
            found.append((int((last - first).days) + 1, _record(one, other, first, int((last - first).days) + 1)))
    return [record for _, record in sorted(found, key=lambda pair: -pair[0])]


def twice_by_others(frames: dict[str, pd.DataFrame]) -> list[dict[str, str]]:
    """Pairs of activities by different leads within four weeks of each other, for the same audience in the same area, nearest first.

    The whole force area and one of its areas are not the same here: a poll of everyone and a meeting in one town are different work. Activities done
    with the other as partner were done together.
    """
    found = []
    for one, other in _pairs(_rows(frames)):
        apart = abs(int((one.opened - other.opened).days))
        if apart <= TWICE_DAYS and one.everywhere == other.everywhere and _different(one, other) and _shared(one, other):
            found.append((apart, _record(one, other, max(one.opened, other.opened), apart)))
    return [record for _, record in sorted(found, key=lambda pair: pair[0])]


def _rows(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    dated = frames["activities"][frames["activities"]["held_on"].notna()]
    rows = dated.assign(opened=dated["held_on"], closed=dated["ended_on"].where(dated["ended_on"] >= dated["held_on"], dated["held_on"]))
    whole = set(frames["areas"].loc[frames["areas"]["whole"].astype(bool), "area"])
    named = {
        column: frames[table].groupby("activity_id")[column].agg(frozenset).reindex(rows["activity_id"])
        for table, column in (("activity_audiences", "audience"), ("activity_areas", "area"))
    }
    everywhere = [isinstance(areas, frozenset) and bool(areas & whole) for areas in named["area"]]
    return rows.assign(audiences=named["audience"].to_numpy(), areas=named["area"].to_numpy(), everywhere=everywhere).sort_values(
        "opened", kind="stable"
    )


def _pairs(rows: pd.DataFrame) -> Iterator[tuple[Any, Any]]:
    """Each two activities that could be within four weeks of each other, or open together."""
    listed: list[Any] = list(rows.itertuples())
    for i, one in enumerate(listed):
        for other in listed[i + 1 :]:
            if other.opened > one.closed + pd.Timedelta(days=TWICE_DAYS):
                break
            yield one, other


def _shared(one: Any, other: Any) -> tuple[str, str] | None:
    """An audience and an area in common; beside something for the whole force area, the area of the other."""
    found = same_people((one.audiences, other.audiences), (one.areas, other.areas), one.everywhere or other.everywhere)
    if found is None:
        return None
    audiences, areas = found
    return audiences[0], (areas or sorted(other.areas if one.everywhere else one.areas))[0]


def _different(one: Any, other: Any) -> bool:
    leads = [text.casefold().strip() if isinstance(text, str) else "" for text in (one.lead, other.lead)]
    partners = [text.casefold() if isinstance(text, str) else "" for text in (one.partner, other.partner)]
    together = (leads[0] and leads[0] in partners[1]) or (leads[1] and leads[1] in partners[0])
    return bool(leads[0] and leads[1] and leads[0] != leads[1] and not together)


def _record(one: Any, other: Any, when: pd.Timestamp, days: int) -> dict[str, str]:
    audience, area = _shared(one, other) or ("", "")
    leads = dict.fromkeys(text for text in (one.lead, other.lead) if isinstance(text, str))
    values = (label(one.title or "No title"), label(other.title or "No title"), in_words(when), str(days), label(audience), label(area))
    return dict(zip(_PAIR, (*values, label(", ".join(leads)) or "Not recorded"), strict=True))
