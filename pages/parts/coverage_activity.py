"""Who was sought by activity and survey: the last-heard clock, and what a period's activity reached."""

import streamlit as st

from analysis.finding import Finding
from analysis.findings import ranked
from analysis.heard.area_map import on_a_map
from pages.parts import filters, session, session_coverage, show
from pages.parts.frame import head
from pages.parts.paging import in_two_columns
from pages.parts.places import source
from pages.parts.render import render


def activity(heading: st.delta_generator.DeltaGenerator) -> None:
    """The whole view; `heading` is filled with its finding."""
    found = session_coverage.last_heard()
    with heading:
        head(found.headline, found.finding.description)
    show.finding(found.finding)
    render("clock.html", areas=found.areas, grid=found.grid)
    show.downloads(found.whole)
    render("clock_listed.html", rows=found.listed)
    if session.missing("activities"):
        return
    render(
        "section.html",
        title="Audiences and areas reached by activity",
        words="Whom activity was meant for, and where it was held. It does not say who came.",
    )
    scope, period = filters.scope(area=False, audience=False, method=False)
    when = session.history(scope).cut(period).said
    publish = session.publisher(scope, period)
    audiences = ranked(
        publish("activities_held", ["audience"]),
        "{top} were sought most: {value} activities",
        f"Activities held by audience, {when}.",
        source("activities"),
        name="audiences-reached",
    )
    areas = ranked(
        publish("activities_held", ["area"]),
        "{top} had most activity: {value}",
        f"Activities held by area, {when}.",
        source("activities"),
        name="areas-reached",
    )
    in_two_columns([audiences, areas], _one)


def _one(found: Finding) -> None:
    show.finding(found, also=on_a_map(found, session.frames()["boundaries"]))
