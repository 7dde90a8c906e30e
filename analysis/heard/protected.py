"""The nine protected characteristics as evidence: asked, answered, covered, under-represented; by survey and over a period."""

from dataclasses import dataclass

import pandas as pd

from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.heard.coverage import COMPARED, coverage
from analysis.measure import compute, measures
from analysis.scope import Frames
from analysis.suppression import FEWEST, publish
from analysis.wording import base_line, responses
from data.vocabulary import CHARACTERISTICS


@dataclass(frozen=True)
class Evidence:
    """`rows` say of each characteristic over the period what was asked, answered and covered; `grid` the same survey by survey.

    `surveys` name the columns of the grid; `finding` is the share of those asked who said.
    """

    rows: tuple[dict[str, str], ...]
    surveys: tuple[str, ...]
    grid: tuple[dict[str, object], ...]
    finding: Finding
    headline: str
    sentence: str


def evidence(frames: Frames, when: str, source: str) -> Evidence:
    """What the surveys and activities in the frames say of each of the nine, in rounded numbers and words. `when` names the period."""
    surveys = frames["surveys"].sort_values("closed_on", kind="stable")
    found = {name: _of_one(frames, surveys, name) for name in CHARACTERISTICS}
    asked = [name for name, one in found.items() if one["asked"] != "0"]
    covered = [name for name in asked if found[name]["enough"]]
    unasked = [CHARACTERISTICS[name].lower() for name in CHARACTERISTICS if name not in asked]
    headline = f"{len(asked)} of nine characteristics asked about, {len(covered)} covered" if len(surveys) else "No survey in this period"
    sentence = (
        f"{when}: {_counted(len(surveys), 'survey')} asked respondents about {len(asked)} of the nine protected characteristics"
        + (f"; not about {_listed(unasked)}" if unasked else "")
        + f". {len(covered)} were answered by at least ten people in two groups or more."
    )
    rows = tuple({key: str(value) for key, value in one.items()} for one in found.values())
    titles = tuple(str(title) for title in surveys["title"])
    grid: tuple[dict[str, object], ...] = tuple(
        {"title": CHARACTERISTICS[name], "cells": tuple(_cell(frames, survey, name) for survey in surveys["survey_id"])} for name in CHARACTERISTICS
    )
    return Evidence(rows, titles, grid, _stated(frames, when, source), headline, sentence)


def _of_one(frames: Frames, surveys: pd.DataFrame, name: str) -> dict[str, object]:
    asking = surveys[[_asked(frames, survey, name) for survey in surveys["survey_id"]]] if len(surveys) else surveys
    told = _told(frames, name)
    told = told[told["survey_id"].isin(asking["survey_id"])]
    states = told.groupby("state")["people"].sum()
    groups = told[(told["state"] == "answered") & told["category"].notna()]
    enough = groups[groups["people"] >= FEWEST].groupby("survey_id")["category"].nunique()
    offered = groups["category"].nunique()
    under = dict.fromkeys(group for survey in asking["survey_id"] for group in _under(frames, surveys, survey, name))
    meant = frames["activity_characteristics"]
    return {
        "title": CHARACTERISTICS[name],
        "asked": f"{len(asking)}",
        "surveys": f"{len(asking)} of {len(surveys)}",
        "said": _about(states.get("answered", 0.0)) if len(asking) else "–",
        "not_said": _about(states.get("prefer not to say", 0.0)) if len(asking) else "–",
        "unsure": _about(states.get("don't know", 0.0)) if len(asking) else "–",
        "silent": _about(states.get("no answer", 0.0)) if len(asking) else "–",
        "covered": f"{groups.loc[groups['people'] >= FEWEST, 'category'].nunique()} of {offered} groups" if offered else "–",
        "enough": "yes" if (enough >= 2).any() else "",
        "under": "; ".join(under) or ("None found" if name in COMPARED and len(asking) else "Not compared"),
        "activities": f"{meant.loc[meant['characteristic'] == name, 'activity_id'].nunique()}",
    }


def _asked(frames: Frames, survey: str, name: str) -> bool:
    questions = frames["questions"]
    return bool(((questions["survey_id"] == survey) & (questions["characteristic"] == name)).any())


def _told(frames: Frames, name: str) -> pd.DataFrame:
    tallies = frames["respondent_tallies"]
    return tallies[tallies["split"] == name]


def _under(frames: Frames, surveys: pd.DataFrame, survey_id: str, name: str) -> list[str]:
    """The groups a survey clearly heard too little of; under the disclosure rule, as the page of that survey says it."""
    if name not in COMPARED:
        return []
    tallies = frames["respondent_tallies"]
    survey = surveys[surveys["survey_id"] == survey_id].iloc[0]
    one = coverage(tallies[tallies["survey_id"] == survey_id], frames["population"], frames["areas"], name, survey)
    return [row["group"] for row in one.judged if row["kind"] == "bad"] if one else []


def _cell(frames: Frames, survey: str, name: str) -> dict[str, str]:
    if not _asked(frames, survey, name):
        return {"words": "Not asked", "kind": ""}
    told = _told(frames, name)
    own = told[told["survey_id"] == survey]
    said = own.loc[own["state"] == "answered", "people"].sum()
    groups = own[(own["state"] == "answered") & own["category"].notna()]
    return {"words": f"{_about(said)} said; {int((groups['people'] >= FEWEST).sum())} of {len(groups)} groups covered", "kind": "good"}


def _stated(frames: Frames, when: str, source: str) -> Finding:
    """How many of those asked said, characteristic by characteristic, as a figure to take away."""
    tallies = frames["respondent_tallies"]
    asked = frames["questions"][["survey_id", "characteristic"]].drop_duplicates()
    own = tallies[tallies["split"].isin(list(CHARACTERISTICS))].assign(characteristic=lambda rows: rows["split"])
    own = own.merge(asked, on=["survey_id", "characteristic"])
    result = compute("characteristic_stated", frames | {"respondent_tallies": own}, ["characteristic"])
    place = {name: i for i, name in enumerate(CHARACTERISTICS)}
    result = result.sort_values("characteristic", key=lambda column: column.map(place), ignore_index=True)
    published = publish(result, measures()["characteristic_stated"], ("characteristic",))
    known = published.rows.dropna(subset=["value"])
    words = "Nobody has been asked yet"
    description = "No survey of this period asked respondents about themselves."
    if len(known):
        least = known.sort_values("value", kind="stable").iloc[0]
        words = f"Fewest said their {CHARACTERISTICS[least['characteristic']].lower()}: {least['value']:.0%}"
        description = f"Of those asked, between {known['value'].min():.0%} and {known['value'].max():.0%} said."
    return Finding(
        "characteristics-stated", words, f"Share of those asked who said, by characteristic, {when}.", published, "ranked" if len(known) else "",
        base_line(published), source, description, titles=TITLES, terms=CHARACTERISTICS,
        notes=("A characteristic no survey asked about is left out: that is not the same as no answer.",),
    )  # fmt: skip


def _about(people: float) -> str:
    return "Fewer than 10" if people < FEWEST else f"About {responses(people)}"


def _counted(number_of: int, thing: str) -> str:
    return f"{number_of} {thing}{'' if number_of == 1 else 's'}"


def _listed(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
