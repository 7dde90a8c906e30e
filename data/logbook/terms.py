"""The office's spellings → the strategy's own terms. Whole words only: a term is never found inside another word."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from itertools import pairwise

from data.profile import Term

# Strong separators always part a list; weak ones only where a known term then stands beside them, and never inside one
# ("Middlesbrough and Stockton", but "Redcar and Cleveland" is one area).
_STRONG = re.compile(r"\s*[;\n|]\s*")
_WEAK = re.compile(r"\s*(?:,|/|&|\+(?=\s)|\band\b|\bwith\b)\s*", re.IGNORECASE)
_LONGEST = 200
# No term has more separators of its own than "Victims of crime, domestic abuse and anti-social behaviour".
_MOST_JOINED = 4


def plain(text: str, longest: int = _LONGEST) -> str:
    """A spelling without the differences that never matter: case, width of letters, punctuation, "&" for "and", outer "the"."""
    text = unicodedata.normalize("NFKC", text[:longest]).casefold().replace("&", " and ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    text = re.sub(r"[^\w+'/]+", " ", text.replace("_", " ")).strip()
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", text))


class Terms:
    """A controlled list, ready to be asked what a cell means. A spelling that two terms share names neither: it is asked about."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._spelled = _unshared(self.terms, plain)
        self._singular = _unshared(self.terms, lambda spelling: _singular(plain(spelling)))

    def find(self, text: str) -> str | None:
        """The term a text names, by any spelling the profile knows."""
        key = plain(text)
        return self._spelled.get(key) or self._singular.get(_singular(key))

    def near(self, text: str) -> str:
        """The term a text most nearly names, to be offered and never applied unasked; '' where none is near."""
        close = get_close_matches(plain(text), self._spelled, n=1, cutoff=0.75)
        return self._spelled[close[0]] if close else ""

    def read(self, text: str) -> tuple[list[str], list[str]]:
        """Every term a cell names, and the parts that name none. A cell may hold several, parted by semicolons or new lines."""
        found: list[str] = []
        unknown: list[str] = []
        for part in filter(None, (piece.strip(" .") for piece in _STRONG.split(text.strip()))):
            pieces = self._pieces(part)
            # "Redcar & Clevland" is one area misspelt, not Redcar and another one.
            misspelt = not all(name for _, name in pieces) and bool(_WEAK.search(self.near(part)))
            if any(name for _, name in pieces) and not misspelt:
                found += [name for _, name in pieces if name]
                unknown += [piece for piece, name in pieces if not name]
            else:
                unknown.append(part)
        return list(dict.fromkeys(found)), unknown

    def _pieces(self, part: str) -> list[tuple[str, str | None]]:
        """A part of a cell cut at its weak separators, save those that stand inside a term, and the term each piece names."""
        if whole := self.find(part):
            return [(part, whole)]
        marks = [(0, 0), *(mark.span() for mark in _WEAK.finditer(part)), (len(part), len(part))]
        spans = [(before[1], after[0]) for before, after in pairwise(marks) if before[1] < after[0]]
        pieces: list[tuple[str, str | None]] = []
        at = 0
        while at < len(spans):
            last = min(len(spans), at + _MOST_JOINED)
            runs = ((stop, self.find(part[spans[at][0] : spans[stop - 1][1]])) for stop in range(last, at, -1))
            stop, name = next(((stop, name) for stop, name in runs if name), (at + 1, None))
            pieces.append((part[spans[at][0] : spans[stop - 1][1]].strip(), name))
            at = stop
        return pieces


def _unshared(terms: Iterable[Term], key: Callable[[str], str]) -> dict[str, str]:
    """Key of a spelling → the one term spelled so; a term's own name outranks another's second spelling."""
    spelled: dict[str, set[str]] = {}
    for term in terms:
        for spelling in filter(None, (term.code, *term.also)):
            spelled.setdefault(key(spelling), set()).add(term.name)
    return {text: names.pop() for text, names in spelled.items() if len(names) == 1} | {key(term.name): term.name for term in terms}


def _singular(text: str) -> str:
    return " ".join(map(_singular_word, text.split()))


def _singular_word(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
