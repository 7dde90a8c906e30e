"""How a day is said: 4 April 2026. Written without the platform's own short cuts, which differ between Linux and Windows."""

from datetime import date


def in_words(day: date) -> str:
    """A day, or the day of a moment, in full."""
    return f"{day.day} {day:%B %Y}"


def day_and_month(day: date) -> str:
    """A day without its year: 4 April."""
    return f"{day.day} {day:%B}"
