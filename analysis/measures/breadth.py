"""How widely views were sought: methodologies, channels, areas, audiences."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.dimensions import with_each
from analysis.measure import measure
from analysis.statistics.diversity import equally_used, rarefied_richness
from analysis.totals import add_up, distinct


@measure(title="Methodologies used", unit="methodologies", source="Cleveland strategy 2021 to 2024, objective 5")
def methodologies_used(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of different methodologies used in consultation and engagement.

    A methodology counts once however often it was used. Only names in the strategy's own list count, so that a misspelling is not a new
    methodology. The base is the activities whose methodology is recorded.
    """
    return distinct(_used(activities, activity_methods, methods), by, "method", of="activity_id")


@measure(
    title="Equally used methodologies",
    unit="methodologies",
    source="Hill number of order 1 (Hill 1973; Jost 2006), for Cleveland objective 5",
    kind="worked out",
)
def effective_methodologies(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many methodologies there would be if all were used equally often and the variety were the same.

    Seven methodologies of which one carries nearly all the activity come out little above one. It is the exponential of the Shannon entropy of the
    activities' shares by methodology.
    """
    used = _used(activities, activity_methods, methods)
    return _by_group(used, by, equally_used)


@measure(
    title="Methodologies, like for like",
    unit="methodologies",
    source="Rarefaction (Hurlbert 1971)",
    kind="worked out",
)
def methodologies_like_for_like(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many different methodologies to expect had every year held only as many activities as the quietest.

    More activities reach more methodologies by number alone; this takes that away, so that years can be compared.
    """
    used = _used(activities, activity_methods, methods).dropna(subset=by)
    fewest = int(used.groupby(by, observed=True).size().min()) if by and len(used) else len(used)
    return _by_group(used, by, lambda counts: rarefied_richness(counts, fewest))


@measure(
    title="Share held face to face",
    unit="per cent",
    source="Cleveland strategy 2021 to 2024, page 7: over-reliance on face to face",
    kind="share",
    good="",
)
def face_to_face_share(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of activities that used a face to face methodology, of those whose methodology is recorded.

    An activity that was both online and face to face counts as face to face.
    """
    return _channel_share(activities, activity_methods, methods, by, "face to face")


@measure(
    title="Share held online",
    unit="per cent",
    source="Gwent engagement options 2016/17, sections 5 and 9: reach of digital media",
    kind="share",
    good="",
)
def digital_share(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of activities that used an online methodology, of those whose methodology is recorded.

    An activity that was both online and face to face counts as online here too.
    """
    return _channel_share(activities, activity_methods, methods, by, "online")


@measure(title="Share of people reached face to face", unit="per cent", source="Cleveland strategy 2021 to 2024, page 7", kind="share", good="")
def face_to_face_people_share(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of people engaged who were at an activity with a face to face methodology, of those at activities whose methodology is recorded.

    Beside the share of activities it tells what was used from what was offered.
    """
    return _channel_share(activities, activity_methods, methods, by, "face to face", activities["participants_low"].fillna(0))


@measure(title="Areas covered", unit="areas", source="Gwent engagement options 2016/17, section 2: gaps in where people are heard")
def areas_covered(activities: pd.DataFrame, activity_areas: pd.DataFrame, areas: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of the office's areas in which at least one activity was held.

    Activity for the whole force area counts for no single area. The denominator is the number of areas there are, the base the activities held in
    any of them.
    """
    single = areas.loc[~areas["whole"].astype(bool), ["area"]]
    held = with_each(activities, activity_areas.merge(single, on="area"))
    return distinct(held, by, "area", of="activity_id").assign(denominator=len(single))


@measure(title="Audiences reached", unit="audiences", source="Nottinghamshire report 2016/17, paragraph 7.3; Cleveland strategy, page 11")
def audiences_reached(
    activities: pd.DataFrame, activity_audiences: pd.DataFrame, audiences: pd.DataFrame, *, by: list[str], audience_group: str = ""
) -> pd.DataFrame:
    """The number of the strategy's audiences for whom at least one activity was held.

    It says who was sought out, not who came. The denominator is the number of audiences the strategy lists, in all or in one group, the base the
    activities held for any of them.
    """
    listed = audiences[audiences["audience_group"] == audience_group] if audience_group else audiences
    held = with_each(activities, activity_audiences.merge(listed, on="audience"))
    return distinct(held, by, "audience", of="activity_id").assign(denominator=len(listed))


def _used(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame) -> pd.DataFrame:
    """A row for each activity and methodology of the strategy's list."""
    return with_each(activities, activity_methods.merge(methods, on="method"))


def _by_group(used: pd.DataFrame, by: list[str], of_counts: Callable[[np.ndarray], float | None]) -> pd.DataFrame:
    if used.empty:
        return pd.DataFrame({**{d: [] for d in by}, "value": [], "base": []})
    groups = used.groupby(by, dropna=False, observed=True, sort=True) if by else [((), used)]
    rows = []
    for key, group in groups:
        counts = group["method"].value_counts().to_numpy()
        row = {"value": of_counts(counts), "numerator": len(counts), "base": group["activity_id"].nunique()}
        rows.append({**dict(zip(by, key, strict=True)), **row})
    return pd.DataFrame(rows)


def _channel_share(
    activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, by: list[str], channel: str, people: pd.Series | None = None
) -> pd.DataFrame:
    of_channel = methods.loc[methods["channel"] == channel, "method"]
    using = activity_methods.loc[activity_methods["method"].isin(of_channel), "activity_id"]
    recorded = activities["activity_id"].isin(activity_methods["activity_id"])
    weight = people if people is not None else pd.Series(1.0, index=activities.index)
    return add_up(
        activities,
        by,
        numerator=weight.where(activities["activity_id"].isin(using), 0.0),
        denominator=weight.where(recorded, 0.0),
        base=recorded,
    )
