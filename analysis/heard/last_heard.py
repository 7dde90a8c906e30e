"""The last-heard clock: for each audience in each area, how long since anyone asked them, how often in a year, and by which methodologies."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.measure import SHAPE, measures
from analysis.scope import Frames
from analysis.suppression import FEWEST, Published, publish
from analysis.text import fitted
from data.ages import OLDEST, bounds
from data.days import in_words

ANYWHERE = "Anywhere"
SURVEY = "Survey"
# A year without being heard is the mark that every one of the three strategies' own plans would miss.
LONG = 12


@dataclass(frozen=True)
class Clock:
    """The clock as a finding for each audience anywhere, as the full grid, and as rows to be read.

    `grid` has a row for each audience: its name and a cell for each of `areas`, with `words`, `times` and `kind`. `listed` says of each audience when
    it was last heard, how often and by which methodologies in twelve months, and in which areas it was not.
    """

    finding: Finding
    whole: Finding
    areas: tuple[str, ...]
    grid: tuple[dict[str, object], ...]
    listed: tuple[dict[str, str], ...]
    headline: str


def clock(frames: Frames, today: date, source: str) -> Clock:
    """The clock of every audience and area of the strategy, up to `today`, from activities held and surveys answered."""
    times = occasions(frames, today)
    audiences = tuple(frames["audiences"]["audience"])
    areas = (ANYWHERE, *frames["areas"].loc[~frames["areas"]["whole"].astype(bool), "area"])
    published = _published(times, audiences, areas, today)
    anywhere = Published(published.measure, ("audience",), _oldest_first(published.rows[published.rows["area"] == ANYWHERE].drop(columns="area")))
    headline = _headline(anywhere.rows)
    base = "Base: activities held and surveys answered in the records"
    words = _description(anywhere.rows)
    up_to = f"up to {in_words(today)}"
    finding = Finding(
        name="last-heard",
        headline=_longest(anywhere.rows),
        subtitle=f"Whole months since each audience was last heard, {up_to}.",
        published=anywhere,
        chart="ranked",
        base=base,
        source=source,
        description=words,
        titles=TITLES,
    )
    subtitle = f"Whole months since each audience was last heard in each area, {up_to}."
    whole = replace(finding, name="last-heard-by-area", headline=headline, subtitle=subtitle, published=published, chart="")
    rows = published.rows.set_index(["audience", "area"])
    grid = tuple({"audience": name, "cells": tuple(_cell(rows.loc[(name, area)], area) for area in areas)} for name in audiences)
    listed = tuple(_listed(name, rows, areas, times, today) for name in anywhere.rows["audience"])
    return Clock(finding, whole, areas, grid, listed, headline)


def occasions(frames: Frames, today: date) -> pd.DataFrame:
    """Every time an audience was heard: `activity_id`, `held_on`, `audience`, `area` and `method`; blank where not recorded.

    An activity has a row for each audience, area and methodology. A survey hears the audiences whose groups gave it ten people or more; where
    an audience is everyone, also in each area with ten people or more.
    """
    held = frames["activities"][["activity_id", "held_on"]].dropna(subset=["held_on"])
    for table in ("activity_audiences", "activity_areas", "activity_methods"):
        held = held.merge(frames[table], on="activity_id", how="left")
    asked = _surveyed(frames).merge(frames["surveys"][["survey_id", "closed_on"]], on="survey_id")
    answered = asked.rename(columns={"survey_id": "activity_id", "closed_on": "held_on"}).assign(method=SURVEY)
    found = pd.concat([held, answered.dropna(subset=["held_on"])], ignore_index=True) if len(answered) else held
    return found[found["held_on"] <= pd.Timestamp(today)]


def _surveyed(frames: Frames) -> pd.DataFrame:
    """Which audiences each survey heard, and where."""
    told = frames["respondent_tallies"]
    enough = told[(told["state"] == "answered") & (told["people"] >= FEWEST)]
    rows = []
    for _, group in frames["audience_groups"].iterrows():
        if group["split"] == "all":
            by_area = enough[enough["split"] == "area"]
            rows += [(survey, group["audience"], None) for survey in enough.loc[enough["split"] == "all", "survey_id"]]
            rows += [(row["survey_id"], group["audience"], row["category"]) for _, row in by_area.iterrows()]
        else:
            own = enough[(enough["split"] == group["split"]) & enough["category"].notna()]
            fits = [_is_in(str(category), group["category"], group["split"]) for category in own["category"]]
            rows += [(survey, group["audience"], None) for survey in own.loc[fits, "survey_id"].unique()]
    return pd.DataFrame(rows, columns=["survey_id", "audience", "area"]).drop_duplicates()


def _is_in(category: str, group: str, split: str) -> bool:
    """Whether a survey's category lies wholly within a group of the profile."""
    if split != "age":
        return category == group
    (low, high), (first, last) = bounds(category), bounds(group)
    return low >= first and (OLDEST if high is None else high) <= (OLDEST if last is None else last)


def _published(times: pd.DataFrame, audiences: tuple[str, ...], areas: tuple[str, ...], today: date) -> Published:
    chosen = measures()["months_since_heard"]
    window = pd.DataFrame([{"as_at": today}])
    both = pd.concat([times.assign(area=ANYWHERE), times[times["area"].isin(areas)]], ignore_index=True)
    worked = chosen.function(both, window, by=["audience", "area"]).set_index(["audience", "area"])
    everything = pd.MultiIndex.from_product([audiences, areas], names=["audience", "area"])
    result = worked.reindex(everything).reset_index()
    result = result.assign(measure=chosen.name, base=result["base"].fillna(0), numerator=np.nan, denominator=np.nan, lower=np.nan, upper=np.nan)
    result[SHAPE] = result[SHAPE].astype("float64")
    return publish(result[["measure", "audience", "area", *SHAPE]], chosen, ("audience", "area"))


def _oldest_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Those never heard first, then the longest ago."""
    return rows.sort_values("value", ascending=False, na_position="first", kind="stable").reset_index(drop=True)


def _headline(rows: pd.DataFrame) -> str:
    never, old = rows[rows["value"].isna()], rows[rows["value"] >= LONG]
    if len(rows) and len(never) == len(rows):
        return "No audience of the strategy is on record as heard"
    if len(never):
        return fitted("{audience}: no record of being heard", audience=str(never["audience"].iloc[0]))
    if len(old):
        return fitted(f"{{audience}}: not heard for {old['value'].iloc[0]:.0f} months", audience=str(old["audience"].iloc[0]))
    return "Every audience was heard in the last twelve months"


def _longest(rows: pd.DataFrame) -> str:
    """Who has waited longest, of those on record."""
    known = rows.dropna(subset=["value"])
    if known.empty:
        return "No audience is on record as heard"
    longest = float(known["value"].iloc[0])
    if longest < 1:
        return "Every audience on record was heard within a month"
    return fitted(f"{{audience}} waited longest: {_ago(longest).lower()}", audience=str(known["audience"].iloc[0]))


def _description(rows: pd.DataFrame) -> str:
    never, old = int(rows["value"].isna().sum()), int((rows["value"] >= LONG).sum())
    recent = int((rows["value"] < LONG).sum())
    parts = [f"{recent} of {len(rows)} audiences were heard in the last twelve months."]
    parts += [f"{old} longer ago."] if old else []
    parts += [f"{never} never, in these records."] if never else []
    return " ".join(parts)


def _cell(row: pd.Series, area: str) -> dict[str, str]:
    if np.isnan(row["value"]):
        return {"words": "No record", "times": "", "kind": "bad" if area == ANYWHERE else ""}
    return {"words": _ago(row["value"]), "times": _times(row["base"]), "kind": "warn" if row["value"] >= LONG else "good"}


def _listed(name: str, rows: pd.DataFrame, areas: tuple[str, ...], times: pd.DataFrame, today: date) -> dict[str, str]:
    own = rows.xs(name, level="audience")
    months, heard = float(own["value"].to_dict()[ANYWHERE]), own["base"].to_dict()
    recent = times[(times["audience"] == name) & (times["held_on"] > pd.Timestamp(today) - pd.DateOffset(months=12))]
    methods = recent.drop_duplicates(["activity_id", "method"])["method"].dropna().value_counts()
    missed = [area for area in areas[1:] if heard[area] == 0]
    return {
        "audience": name,
        "last": "No record" if np.isnan(months) else _ago(months),
        "times": f"{heard[ANYWHERE]:.0f}",
        "methods": "; ".join(f"{method} ({count})" for method, count in methods.items()) or "None",
        "missed": "All" if len(missed) == len(areas) - 1 else "; ".join(missed) or "None",
    }


def _ago(months: float) -> str:
    return "This month" if months < 1 else f"{months:.0f} month{'' if months == 1 else 's'}"


def _times(count: float) -> str:
    return f"{count:.0f} time{'' if count == 1 else 's'}"
