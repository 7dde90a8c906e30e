"""The measures of a strategy as cards: title, value, status, movement and aim, readable at a glance and by a screen reader."""

from urllib.parse import urlencode

import streamlit as st

from analysis.aims import NO_TARGET
from analysis.charts.spark import spark
from analysis.readings import Reading
from analysis.wording import aim_words, change, figure, unit_words
from pages.parts.render import render

# What of the address goes on to the measure's page: what is selected, and nothing else that somebody put there.
_SELECTION, _LONGEST = ("office", "data", "period", "area", "audience", "method"), 100


def cards(readings: list[Reading], above: list[str], with_status: bool = True) -> None:
    """One card a reading. `above` stands over each title: the objective it serves, or what it speaks of.

    Where nothing is aimed at, as on a page's own summary, statuses are left away.
    """
    render("cards.html", cards=[_card(reading, words, with_status) for reading, words in zip(readings, above, strict=True)])


def _card(reading: Reading, above: str, with_status: bool) -> dict[str, object]:
    image, said = spark(reading)
    unit = unit_words(reading.now)
    return {
        "title": reading.title,
        "link": _link(reading.title) if with_status else "",
        "objective": above,
        "value": figure(reading.now),
        "unit": "" if reading.now.empty or (unit.split()[0:1] and unit.split()[0] in reading.title.casefold()) else unit,
        "status": reading.status if with_status else None,
        "change": change(reading),
        "aim": "" if reading.status == NO_TARGET else aim_words(reading),
        "spark": image,
        "spark_alt": said,
    }


def _link(title: str) -> str:
    """The address at which a measure of the strategy is shown whole, with the same selection."""
    kept = {name: st.query_params[name][:_LONGEST] for name in _SELECTION if name in st.query_params}
    return f"measure?{urlencode({**kept, 'measure': title})}"
