"""The office's spellings → the strategy's own terms. Whole words only: a term is never found inside another word."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from data.profile import Term

# Strong separators always part a list; weak ones only where every part is then a known term ("Middlesbrough and Stockton",
# but "Redcar and Cleveland" is one area).
_STRONG = re.compile(r"\s*[;\n|]\s*")
_WEAK = re.compile(r"\s*(?:,|/|&|\+| and | with )\s*", re.IGNORECASE)
_LONGEST = 200


def plain(text: str) -> str:
    """A spelling without the differences that never matter: case, accents of width, punctuation, "&" for "and", outer "the"."""
    text = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold().replace("&", " and ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    text = re.sub(r"[^\w+'/]+", " ", text.replace("_", " ")).strip()
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", text))


class Terms:
    """A controlled list, ready to be asked what a cell means."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._spelled: dict[str, str] = {}
        for term in self.terms:
            for spelling in (term.name, term.code, *term.also):
                if spelling:
                    self._spelled.setdefault(plain(spelling), term.name)
                    self._spelled.setdefault(_singular(plain(spelling)), term.name)

    def find(self, text: str) -> str | None:
        """The term a text names, by any spelling the profile knows."""
        key = plain(text)
        return self._spelled.get(key) or self._spelled.get(_singular(key))

    def near(self, text: str) -> str:
        """The term a text most nearly names, to be offered and never applied unasked; '' where none is near."""
        close = get_close_matches(plain(text), self._spelled, n=1, cutoff=0.75)
        return self._spelled[close[0]] if close else ""

    def read(self, text: str) -> tuple[list[str], list[str]]:
        """Every term a cell names, and the parts that name none. A cell may hold several, parted by semicolons or new lines."""
        found: list[str] = []
        unknown: list[str] = []
        for part in filter(None, (piece.strip(" .") for piece in _STRONG.split(text.strip()))):
            whole = self.find(part)
            pieces = [part] if whole else [piece.strip() for piece in _WEAK.split(part) if piece.strip()]
            names = [whole] if whole else [self.find(piece) for piece in pieces]
            if all(names) or len(pieces) > 1 and any(names):
                found += [name for name in names if name and name not in found]
                unknown += [piece for piece, name in zip(pieces, names, strict=True) if not name]
            else:
                unknown.append(part)
        return found, unknown


def _singular(text: str) -> str:
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in text.split())
