"""Gaps and trends as figures to take away: every term with both periods, and the people each activity brought."""

import numpy as np
import pandas as pd

from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.measure import SHAPE, measures
from analysis.planning.movements import CHANCE, DIMENSIONS, Movement
from analysis.statistics.rate_ratio import attendance_ratio
from analysis.suppression import publish
from analysis.wording import number


def table(found: list[Movement], dimension: str, when: str, when_before: str, source: str) -> Finding:
    """The terms of one dimension, each with the activities of both periods, as a chart of now and a table of both."""
    own = [one for one in found if one.dimension == dimension]
    chosen = measures()["activities_held"]
    rows = pd.DataFrame(
        [
            {"measure": chosen.name, "term": one.term, "when": said, "numerator": count, "value": count, "base": count}
            for one in own
            for said, count in ((when, one.now), (when_before, one.before))
            if said
        ],
        columns=["measure", "term", "when", *SHAPE],
    ).astype(dict.fromkeys(SHAPE, "float64"))
    counts = {kind: [one for one in own if one.kind == kind] for kind in ("rising", "falling", "missing")}
    words = ", ".join(f"{len(these)} {kind}" for kind, these in counts.items())
    return Finding(
        name=f"gaps-{dimension}",
        headline=f"{DIMENSIONS[dimension][2]}: {words}",
        subtitle=f"Activities by {TITLES.get(dimension, dimension.capitalize()).lower()}, {when}{f', beside {when_before}' if when_before else ''}.",
        published=publish(rows, chosen, ("term", "when")),
        chart="",
        base=f"Base: {number(sum(one.now for one in own), '')} entries; an activity with several counts under each",
        source=source,
        description=_most(own),
        titles=TITLES | {"term": TITLES.get(dimension, dimension.capitalize()), "when": "Period"},
    )


def people_each(now: pd.DataFrame, before: pd.DataFrame | None, when_before: str) -> str:
    """Whether an activity brings more people than a year before, given how much single activities differ; '' where it cannot be told."""
    if before is None:
        return ""
    later, earlier = (frame["participants_low"].dropna().to_numpy(dtype=float) for frame in (now, before))
    found = attendance_ratio(earlier, later)
    if found is None:
        return ""
    words = f"{number(round(float(np.mean(later))), '')} people to an activity; {number(round(float(np.mean(earlier))), '')} in {when_before}."
    chance = "Single activities differ so much that this could be chance." if found.p >= CHANCE else "More than single activities usually differ by."
    return f"{words} {chance}"


def _most(own: list[Movement]) -> str:
    if not own or not any(one.now for one in own):
        return "None in this period."
    top = max(own, key=lambda one: one.now)
    return f"Most: {top.term}, {top.now}; {top.before} the year before."
