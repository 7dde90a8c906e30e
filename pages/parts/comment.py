"""One comment in the reading room: its words, what could be personal in them marked with the reason, and what is known about it."""

from analysis.text import label
from analysis.written.reading_queue import Card
from data.privacy.personal import LONGEST, scan
from pages.parts.render import render

_LONG = 700


def pieces(written: str) -> list[tuple[str, str]]:
    """A comment in pieces, each with the personal detail it seems to be, '' where it seems to be none; marks that forge or hide are gone."""
    text = label(written, LONGEST)
    found, at = [], 0
    for one in scan(text):
        found += [(text[at : one.start], ""), (text[one.start : one.end], one.kind)]
        at = one.end
    return [(words, kind) for words, kind in (*found, (text[at:], "")) if words]


def comment(card: Card) -> None:
    """Draw it; where several people wrote nearly the same, say how many."""
    render("comment.html", card=card, pieces=pieces(card.written), long=len(card.written) > _LONG, people=len(card.people))
