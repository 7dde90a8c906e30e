"""Themes suggested from the comments themselves, on this computer: what words go together, and which coded comments a new one is most like.

Suggestions are for the officer to take or leave; nothing is coded by them.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer

# Comments longer than this are judged by their beginning, and of very many a sample taken evenly is: suggestions need no more.
_LONGEST, _MOST = 1000, 2000
_FEWEST, _WORDS_EACH = 20, 4
# A comment is compared with the coded ones nearest to it; words in common with none of them say nothing.
_NEIGHBOURS, _NEAR = 5, 0.05
# A theme is ticked beforehand where most of what is near has it, and something is near enough.
TICKED_SHARE, TICKED_NEAR = 0.5, 0.3


@dataclass(frozen=True)
class Suggestion:
    """For one comment: the themes it seems to have, and how sure that is, from 0 (like nothing coded yet) to 1."""

    themes: tuple[str, ...]
    sure: float


def words_that_go_together(texts: Sequence[str], most: int = 8) -> list[tuple[str, ...]]:
    """Sets of words that tend to stand in the same comments, each a possible theme, commonest first; none for fewer than 20 comments.

    TF-IDF of words found in at least three comments, parted by non-negative matrix factorisation (Lee and Seung 1999).
    """
    read = _evenly([text[:_LONGEST] for text in texts])
    if len(read) < _FEWEST:
        return []
    vectors = TfidfVectorizer(min_df=3, max_df=0.5, stop_words="english", sublinear_tf=True, strip_accents="unicode")
    try:
        table = vectors.fit_transform(read)
    except ValueError:  # No word stands in three comments.
        return []
    parts = min(most, table.shape[1] // _WORDS_EACH)
    if parts < 1:
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = NMF(n_components=parts, init="nndsvda", random_state=0, max_iter=200)
        shares = model.fit_transform(table)
    names = vectors.get_feature_names_out()
    order = np.argsort(-shares.sum(axis=0), kind="stable")
    return [tuple(str(names[at]) for at in np.argsort(-model.components_[part], kind="stable")[:_WORDS_EACH]) for part in order]


def suggest(texts: Sequence[str], coded: Sequence[tuple[str, Sequence[str]]], themes: Mapping[str, str]) -> list[Suggestion]:
    """What themes comments seem to have, by the coded comments nearest to each.

    `coded` are comments with the themes they were given; `themes` gives for each theme's id its name and definition, which count as a first example
    of it. Nearness is the cosine between TF-IDF vectors of runs of three to five letters, so that "patrols" is near "patrolling".
    """
    examples = [
        *((text[:_LONGEST], frozenset(given)) for text, given in _evenly(coded)),
        *((words, frozenset([one])) for one, words in themes.items()),
    ]
    if not themes or not texts:
        return [Suggestion((), 0.0)] * len(texts)
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, strip_accents="unicode")
    try:
        known = vectors.fit_transform([text for text, _ in examples])
    except ValueError:  # Nothing but blanks and marks.
        return [Suggestion((), 0.0)] * len(texts)
    has = np.array([[one in given for one in themes] for _, given in examples], dtype=float)
    found: list[Suggestion] = []
    for start in range(0, len(texts), 500):
        near = (vectors.transform([text[:_LONGEST] for text in texts[start : start + 500]]) @ known.T).toarray()
        found += [_of_nearest(row, has, list(themes)) for row in near]
    return found


def _of_nearest(near: np.ndarray, has: np.ndarray, themes: list[str]) -> Suggestion:
    nearest = np.argsort(-near, kind="stable")[:_NEIGHBOURS]
    weights = np.where(near[nearest] >= _NEAR, near[nearest], 0.0)
    if not weights.any():
        return Suggestion((), 0.0)
    shares = weights @ has[nearest] / weights.sum()
    closest = float(weights.max())
    ticked = tuple(theme for theme, share in zip(themes, shares, strict=True) if share >= TICKED_SHARE and closest >= TICKED_NEAR)
    return Suggestion(ticked, float(np.abs(2 * shares - 1).min()) * closest)


def _evenly(things: Sequence[Any]) -> list[Any]:
    """All of them, or as many as are needed, from first to last."""
    return list(things) if len(things) <= _MOST else [things[at * len(things) // _MOST] for at in range(_MOST)]
