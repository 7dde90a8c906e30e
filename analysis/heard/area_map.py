"""A figure by area drawn a second time, as a map, where boundaries have been uploaded. The numbers are those of the figure and no others."""

from dataclasses import replace

import pandas as pd

from analysis.finding import Finding

_CREDIT = (
    "Areas are numbered in the order of the bars; the darker, the higher the figure. Boundaries as uploaded; those of the Office for National "
    "Statistics are used under the Open Government Licence v3.0 and contain OS data © Crown copyright and database right."
)


def on_a_map(finding: Finding | None, boundaries: pd.DataFrame) -> Finding | None:
    """The same finding with the outlines of its areas; None where there is nothing to draw.

    `boundaries` has one row per corner: area, outline, longitude, latitude. What is on no map is named; the figures stay in the bars and the table.
    """
    if finding is None or not finding.chart or finding.published.empty or boundaries.empty:
        return None
    outlines: dict[str, list[tuple[tuple[float, float], ...]]] = {}
    for (area, _), ring in boundaries.groupby(["area", "outline"], sort=False):
        outlines.setdefault(str(area), []).append(tuple(zip(ring["longitude"].tolist(), ring["latitude"].tolist(), strict=True)))
    (by,) = finding.published.by
    shown = finding.published.rows[by]
    if not shown.isin(list(outlines)).any():
        return None
    missing = [finding.term(area) for area in shown if area not in outlines]
    words = f"{_CREDIT} Not on the map: {', '.join(missing)}." if missing else _CREDIT
    kept = {area: tuple(rings) for area, rings in outlines.items()}
    return replace(finding, name=f"{finding.name}-map", chart="map", subtitle=words, outlines=kept)
