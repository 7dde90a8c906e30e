"""What day it is where the office is."""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def today() -> date:
    """Today in London; `SOUNDING_BOARD_TODAY` (2024-03-31) puts another day in its place, for rehearsing a meeting and for tests."""
    said = os.environ.get("SOUNDING_BOARD_TODAY")
    return date.fromisoformat(said) if said else datetime.now(LONDON).date()
