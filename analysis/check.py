"""One test of a duty: what is asked, whether the records show it, and the evidence or the gap in words."""

from dataclasses import dataclass

SHOWN, GAP, UNKNOWN = "shown", "gap", "not known"


@dataclass(frozen=True)
class Check:
    """`asks` is the test, `state` whether the records show it, show a gap, or cannot tell; `words` the evidence or what is missing."""

    asks: str
    state: str
    words: str


def shown_if(asks: str, shown: bool, evidence: str, gap: str) -> Check:
    """A test that the records either show or do not."""
    return Check(asks, SHOWN if shown else GAP, evidence if shown else gap)
