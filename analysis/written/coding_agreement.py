"""How far two readers agree about the themes of the same comments, theme by theme and over all, and whether that is enough to publish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np

from analysis.statistics.agreement import cohen_kappa, krippendorff_alpha, verdict

# A second reader reads a tenth of the comments, and a hundred at the least.
SHARE, FEWEST = 0.1, 100
VERDICTS = {
    "publish": "Agreed well enough to publish",
    "indicative": "Indicative only",
    "recode": "Define it more sharply and read again",
}


@dataclass(frozen=True)
class Agreement:
    """Of one theme, or over all where `theme` is '': the share of comments on which the readers agree, kappa, alpha, and what may be done.

    `kappa` and `alpha` are None, and `verdict` '', where every comment was coded alike by both and chance alone would do the same.
    """

    theme: str
    comments: int
    agreed: float
    kappa: float | None
    alpha: float | None
    verdict: str


def wanted(comments: int) -> int:
    """How many comments a second reader should read: a tenth, at least a hundred, or all where there are fewer."""
    return min(comments, max(FEWEST, ceil(SHARE * comments)))


def agreements(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]], themes: Mapping[str, str]) -> list[Agreement]:
    """Over all and then theme by theme, for comments both read; `first[i]` and `second[i]` are the themes of comment i; `themes` names each id.

    Over all, two readers agree on a comment only when they gave it the same themes, all of them. Cohen (1960); Krippendorff (2004).
    """
    if not first:
        return []
    whole = _of([tuple(sorted(given)) for given in first], [tuple(sorted(given)) for given in second], "")
    return [whole, *(_of([one in given for given in first], [one in given for given in second], name) for one, name in themes.items())]


def _of(first: list[Any], second: list[Any], theme: str) -> Agreement:
    values = {value: at for at, value in enumerate(dict.fromkeys([*first, *second]))}
    table = np.zeros((len(values), len(values)))
    codings = np.zeros((len(first), len(values)))
    for comment, (one, other) in enumerate(zip(first, second, strict=True)):
        table[values[one], values[other]] += 1
        codings[comment, values[one]] += 1
        codings[comment, values[other]] += 1
    alpha = krippendorff_alpha(codings)
    return Agreement(theme, len(first), float(np.trace(table)) / len(first), cohen_kappa(table), alpha, verdict(alpha) if alpha is not None else "")
