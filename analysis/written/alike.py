"""Comments in nearly the same words, as a campaign sends them: found exactly, so that one decision can stand for all of them."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil

# Two comments are the same where nine tenths of their runs of five words are.
ALIKE = 0.9
RUN = 5
# A campaign is at least this many people with a text of at least so many words; "More patrols" ten times over is only an opinion.
CAMPAIGN_PEOPLE, CAMPAIGN_WORDS = 5, 12
_READ = 10_000


def words_of(text: str) -> tuple[str, ...]:
    """The words of a comment without case, accents' forms, marks or punctuation."""
    return tuple(re.findall(r"\w+", unicodedata.normalize("NFKC", text[:_READ]).casefold()))


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of five words in a comment; a shorter comment is one run."""
    words = words_of(text)
    return frozenset(words[at : at + RUN] for at in range(max(1, len(words) - RUN + 1)))


def grouped(texts: Sequence[str]) -> list[int]:
    """The number of the group each text belongs to, counted from 0 in the order groups begin.

    A text joins the first group whose first text shares at least nine tenths of the runs of five words found in either (Jaccard 0.9), and
    otherwise begins one; so every member is near the first, and none is joined by a chain of others. Two texts this near share one of the
    few rarest runs of either, so only those are looked at: the answer is the same as comparing each with each.
    """
    runs = [runs_of(text) for text in texts]
    common = Counter(run for own in runs for run in own)
    rank = {run: at for at, run in enumerate(sorted(common, key=common.__getitem__))}
    begun: dict[frozenset[int], int] = {}
    leaders: list[frozenset[int]] = []
    by_run: dict[int, list[int]] = defaultdict(list)
    groups: list[int] = []
    for own in (frozenset(map(rank.__getitem__, one)) for one in runs):
        if own not in begun:
            rarest = sorted(own)[: len(own) - ceil(ALIKE * len(own)) + 1]
            near = sorted({number for run in rarest for number in by_run[run]})
            found = next((number for number in near if _alike(own, leaders[number])), len(leaders))
            if found == len(leaders):
                leaders.append(own)
                for run in rarest:
                    by_run[run].append(found)
            begun[own] = found
        groups.append(begun[own])
    return groups


def is_campaign(text: str, people: int) -> bool:
    """Whether so many people sending a text is a campaign and not a common opinion."""
    return people >= CAMPAIGN_PEOPLE and len(words_of(text)) >= CAMPAIGN_WORDS


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
