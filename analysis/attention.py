"""Which of the things a strategy worries about need attention now, in sentences made from their figures."""

from analysis.aims import BEHIND, MISSED, NO_DATA
from analysis.readings import Reading
from analysis.wording import better, change, figure


def lines(watch: list[Reading]) -> list[dict[str, str]]:
    """One line a watch item that moved the wrong way, has nothing recorded, or is a worry by itself; the worst first."""
    found = []
    for reading in watch:
        wrong = reading.status in (MISSED, BEHIND) or better(reading) is False
        if reading.status == NO_DATA or reading.now.empty:
            found.append((1, {"tag": "No data", "kind": "", "words": f"{reading.title}: nothing recorded for {reading.when}.", "why": reading.why}))
        elif wrong:
            found.append((0, {"tag": "Worse", "kind": "bad", "words": f"{reading.title}: {figure(reading.now)}. {change(reading)}", "why": reading.why}))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]
