"""The links that are broken, as a list of what to do: the oldest first, with how long each has waited."""

from collections import Counter
from dataclasses import dataclass

from analysis.thread.threads import LINKS, Thread

# What the officer can do about each.
_TO_DO = {
    "asked": "Name the activity or survey it came from",
    "heard": "Write down what was said",
    "considered": "Take it to a board, or record which one saw it",
    "decided": "Ask for a decision, or record it",
    "changed": "Record what was done, or why nothing was",
    "evidence": "Name the evidence, or it is not counted",
    "told": "Tell people what came of it",
}

# What is missing where each is broken.
_LACKS = {
    "asked": "where it was asked",
    "heard": "what was said",
    "considered": "where it was considered",
    "decided": "a decision",
    "changed": "what was done",
    "evidence": "evidence",
    "told": "word back to people",
}


@dataclass(frozen=True)
class BrokenLink:
    """One thing to do: the link, the outcome it belongs to, how old it is in words, and in days for the order."""

    link: str
    title: str
    ref: str
    said: str
    words: str
    to_do: str
    days: int


def broken_links(threads: list[Thread]) -> list[BrokenLink]:
    """Every broken link of the threads, the longest broken first."""
    found = [
        BrokenLink(link.name, link.title, one.ref, one.said, f"{_capital(one.age)}, {link.words}", _TO_DO[link.name], link.days)
        for one in threads
        for link in one.broken
    ]
    return sorted(found, key=lambda broken: -broken.days)


def by_link(broken: list[BrokenLink]) -> list[tuple[str, str, int]]:
    """How many links of each sort are broken, in the order of the thread: name, title, number."""
    many = Counter(one.link for one in broken)
    return [(name, title, many[name]) for name, title in LINKS.items() if many[name]]


def in_a_sentence(threads: list[Thread], broken: list[BrokenLink]) -> str:
    """How many threads are whole, and what the others lack most often."""
    if not threads:
        return "There is nothing to follow here."
    whole = sum(not one.broken for one in threads)
    start = f"{whole} of {len(threads)} things people said have no step missing."
    counted = by_link(broken)
    if not counted:
        return start
    most = max(many for _, _, many in counted)
    lacking = [_LACKS[name] for name, _, many in counted if many == most]
    times = f"{most} time{'s' if most != 1 else ''}{' each' if len(lacking) > 1 else ''}"
    return f"{start} Missing most often: {' and '.join(lacking)}, {times}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
