"""Everything given to one question of a survey's export."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from data.logbook.terms import plain


@dataclass(frozen=True)
class Reply:
    """`option` gives, for each `respondent` (counted from 0) and answer, the place of the answer in `labels`.

    `states` says of each label whether it is an answer at all; `many` is true where a person may have given several.
    """

    name: str
    labels: tuple[str, ...]
    states: tuple[str, ...]
    respondent: np.ndarray
    option: np.ndarray
    many: bool


def settled(reply: Reply, counted: Collection[str], left_out: Collection[str]) -> Reply:
    """The same with what the officer says of its labels: these count as answers, those do not."""
    into, out = ({plain(label) for label in labels} for labels in (counted, left_out))
    states = [
        "answered" if plain(label) in into else "no answer" if plain(label) in out and state == "answered" else state
        for label, state in zip(reply.labels, reply.states, strict=True)
    ]
    return replace(reply, states=tuple(states))
