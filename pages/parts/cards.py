"""The measures of a strategy as cards: title, value, status, movement and aim, readable at a glance and by a screen reader."""

from analysis.charts.spark import spark
from analysis.readings import Reading
from analysis.wording import aim_words, change, figure, unit_words
from pages.parts.render import render


def cards(readings: list[Reading], objectives: list[str]) -> None:
    """One card a reading; `objectives` says which part of the strategy each serves."""
    render("cards.html", cards=[_card(reading, objective) for reading, objective in zip(readings, objectives, strict=True)])


def _card(reading: Reading, objective: str) -> dict[str, object]:
    image, said = spark(reading)
    return {
        "title": reading.title,
        "objective": objective,
        "value": figure(reading.now),
        "unit": unit_words(reading.now) if not reading.now.empty else "",
        "status": reading.status,
        "change": change(reading),
        "aim": aim_words(reading),
        "spark": image,
        "spark_alt": said,
    }
