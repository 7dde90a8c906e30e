"""Which of the things a strategy worries about need attention now, in sentences made from their figures."""

from analysis.aims import BEHIND, MISSED
from analysis.readings import Reading
from analysis.wording import better, change, figure


def lines(watch: list[Reading]) -> list[dict[str, str]]:
    """One line a watch item that moved the wrong way, missed its aim, or has no figure; the worst first."""
    found = []
    for reading in watch:
        worse = better(reading) is False
        if reading.now.empty:
            found.append((1, {"tag": "No data", "kind": "", "words": f"{reading.title}, {reading.when}. {change(reading)}", "why": reading.why}))
        elif worse or reading.status in (MISSED, BEHIND):
            tag = "Worse" if worse else reading.status.word
            found.append((0, {"tag": tag, "kind": "bad", "words": f"{reading.title}: {figure(reading.now)}. {change(reading)}", "why": reading.why}))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]
