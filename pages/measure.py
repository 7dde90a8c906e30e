"""One measure whole: how it stands, how it has moved, where and with whom, the records it was counted from, and its definition."""

import streamlit as st

from analysis.aims import NO_TARGET
from analysis.evidence_rows import evidence
from analysis.findings import of_reading, ranked
from analysis.process_findings import by_month, of_months
from analysis.text import label
from analysis.wording import aim_words, change, figure, unit_words
from pages.parts import filters, session, show
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.measure_picker import pick_measure
from pages.parts.paging import in_two_columns, part_of
from pages.parts.places import freshness, source_of
from pages.parts.render import render
from pages.parts.view_picker import pick_view

ROWS = 20
DIMENSIONS = {"area": "area", "audience": "audience", "method": "methodology"}
VIEWS = {
    "moved": "How it stands and has moved",
    "parts": "By area, audience and methodology",
    "records": "The records it was counted from",
    "definition": "How it is defined",
}

begin("Measure")
if not session.office() or session.frames()["imports"].empty:
    empty("No file has been added yet.", "any")
else:
    heading = session.slot()
    scope, period = filters.scope()
    aims, watch = session.readings(scope, period)
    left, right = st.columns(2, gap="small")
    with left:
        reading = pick_measure([*aims, *watch])
    in_parts = reading.measure.needs[0] == "activities" and reading.measure.kind == "count"
    view = pick_view(right, VIEWS if in_parts else {name: words for name, words in VIEWS.items() if name != "parts"})
    found = of_reading(reading, source_of(reading))
    with heading:
        head(found.headline, freshness(), eyebrow="Measure")
    recorded = session.history(scope)
    if view == "moved":
        wide, narrow = st.columns([2, 1], gap="large")
        with narrow:
            status = None if reading.status == NO_TARGET else reading.status
            value, aim = f"{figure(reading.now)} {unit_words(reading.now)}".strip(), aim_words(reading)
            render("measure_stands.html", status=status, value=value, when=reading.when, change=change(reading), aim=aim, why=reading.why)
        with wide:
            show.finding(found)
        months = by_month(reading.measure, recorded.so_far(), recorded.last) if recorded.last else None
        if months:
            show.finding(of_months(reading.title, months, source_of(reading), reading.target if reading.aim == "at least" else None))
    elif view == "parts":
        publish = session.publisher(scope, period)
        split = [
            ranked(
                publish(reading.measure.name, [by]), "Highest for {top}: {value}", f"{reading.title} by {words}, {reading.when}.", source_of(reading)
            )
            for by, words in DIMENSIONS.items()
        ]
        in_two_columns(split, show.finding)
    elif view == "records":
        headings, rows = evidence(reading.measure, recorded.at(recorded.cut(period)))
        shown = part_of(rows, ROWS, "Records", f"records.{label(reading.title)}")
        words = f"{len(rows):,} record{'s' if len(rows) != 1 else ''} of the period are in the log this measure reads."
        render("evidence_rows.html", headings=headings, rows=shown, words=words)
    else:
        render("measure_definition.html", measure=reading.measure)
foot()
