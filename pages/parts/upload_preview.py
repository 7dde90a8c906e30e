"""The first figures of a file before it is saved, drawn from a store in memory that holds nothing else."""

import streamlit as st

from analysis.answered.question_findings import of_question
from analysis.finding import Finding
from analysis.findings import over_time, ranked
from analysis.measure import compute, measures
from analysis.scope import with_calendar
from analysis.suppression import Published, publish
from data import frames as read
from data.prepare import Prepared
from data.profile import Profile
from data.store import Store
from pages.parts import show

FIRST = 3


def preview(store: Store | None, one: Prepared, profile: Profile) -> None:
    """Up to three charts of what would be saved."""
    if store is None:
        return
    made = _survey(store) if one.kind == "survey" else _activities(store, profile) if one.kind == "activities" else []
    # A figure of too few people to be shown says nothing about whether the file was read rightly.
    found = [finding for finding in made if not finding.published.empty]
    if not found:
        return
    for column, finding in zip(st.columns(len(found), gap="large"), found, strict=True):
        with column:
            show.picture(finding)


def _survey(store: Store) -> list[Finding]:
    survey = read.surveys(store).iloc[0]
    asked = read.questions(store)
    opinions = asked[(asked["kind"] != "written") & (asked["characteristic"] == "")].head(FIRST)
    tallies = read.tallies(store, list(opinions["question_id"]), "all")
    options = read.options(store)
    return [
        of_question(
            question, tallies[tallies["question_id"] == question["question_id"]], options[options["question_id"] == question["question_id"]], survey
        )
        for _, question in opinions.iterrows()
    ]


def _activities(store: Store, profile: Profile) -> list[Finding]:
    frames = with_calendar({"activities": read.activities(store), "activity_methods": read.activity_methods(store)} | read.listed(profile))

    def published(name: str, by: str) -> Published:
        return publish(compute(name, frames, [by]), measures()[name], (by,))

    found = []
    if not frames["activity_methods"].empty:
        found.append(
            ranked(
                published("activities_held", "method"),
                "{top} was used most: {value}",
                "Activities by methodology in this file.",
                "This file",
                name="preview-methods",
            )
        )
    if frames["activities"]["held_on"].notna().any() and (frames["activities"]["participants_how"] != "not recorded").any():
        found.append(over_time(published("people_engaged", "year"), "People engaged by year in this file.", "This file"))
    return found
