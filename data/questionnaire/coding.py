"""A column of texts → its distinct answers and, for each row, which one it is. Whatever must be said of answers is said once per distinct one."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

# What tidying could change: a space at an end, two in a row, anything that is not plain text.
_UNTIDY = "^ | $|  |[^ -~]"
_WHOLE = re.compile(r"-?\d{1,15}\.0|NA|NaN|nan")
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


def tidy(text: str) -> str:
    """A text without stray spaces, non-breaking spaces, line breaks or invisible characters."""
    return " ".join((text if text.isascii() else text.translate(_INVISIBLE)).split())


@dataclass(frozen=True)
class Coded:
    """`labels` are the distinct answers in order of first appearance; `codes` gives each row's, -1 where the cell is blank."""

    labels: tuple[str, ...]
    codes: np.ndarray

    @property
    def answered(self) -> int:
        return int((self.codes >= 0).sum())

    def counts(self) -> np.ndarray:
        """How many rows gave each label."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.labels))

    def relabelled(self, name: Callable[[str], str]) -> "Coded":
        """The same rows under other labels; labels that become the same are one."""
        places: dict[str, int] = {}
        new = np.array([places.setdefault(name(label), len(places)) for label in self.labels] + [-1], dtype=np.int32)
        return Coded(tuple(places), new[self.codes])

    def reordered(self, labels: list[str]) -> "Coded":
        """The same rows with the labels in another order; labels nobody gave may be among them."""
        place = {label: i for i, label in enumerate(labels)}
        new = np.array([place[label] for label in self.labels] + [-1], dtype=np.int32)
        return Coded(tuple(labels), new[self.codes])


def code(column: pa.ChunkedArray | pa.Array, blank: frozenset[str] = frozenset()) -> Coded:
    """Code one column. Cells that are empty, or hold one of the platform's texts for no answer, are blank.

    Two cells that differ only in case are the same answer, under the commoner of its spellings: "yes" and "Yes".
    """
    encoded = (column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column).dictionary_encode()
    places: dict[str, int] = {}
    texts = _tidied(encoded.dictionary)
    lookup = [-1 if not text or text in blank else places.setdefault(text, len(places)) for text in texts]
    codes = np.array([*lookup, -1], dtype=np.int32)[encoded.indices.to_numpy(zero_copy_only=False)]
    return _one_case(_whole(Coded(tuple(places), codes)))


def _tidied(texts: pa.Array) -> list[str]:
    """Every text tidied. Few ever need it, and which ones is asked of the whole column at once."""
    tidied = texts.to_pylist()
    for at in np.flatnonzero(pc.match_substring_regex(texts.cast(pa.string()), _UNTIDY).to_numpy(zero_copy_only=False)):
        tidied[at] = tidy(tidied[at])
    return tidied


def _whole(coded: Coded) -> Coded:
    """Codes that a program wrote "1.0" and "2.0", for a blank among them made numbers of all, as "1" and "2"."""
    if not any(label.endswith(".0") for label in coded.labels) or not all(map(_WHOLE.fullmatch, coded.labels)):
        return coded
    return coded.relabelled(lambda label: label.removesuffix(".0"))


def _one_case(coded: Coded) -> Coded:
    if len(set(map(str.casefold, coded.labels))) == len(coded.labels):
        return coded
    folded: dict[str, list[int]] = {}
    for place, label in enumerate(coded.labels):
        folded.setdefault(label.casefold(), []).append(place)
    counts = coded.counts()
    best = {key: coded.labels[max(places, key=lambda p: counts[p])] for key, places in folded.items()}
    return coded.relabelled(lambda label: best[label.casefold()])
