"""A wording as whole words, so that "female" never holds "male" and "car" never begins "carer"."""

import re
import unicodedata

Words = tuple[str, ...]
# A phrase is runs of words; between two runs up to this many other words may stand.
Phrase = tuple[Words, ...]
_BETWEEN = 4

_APOSTROPHES = re.compile("['’‘ʼ`´]")
_WORD = re.compile(r"[^\W_]+")
# Where one sentence, or one part of an answer, ends and the next begins. A hyphen parts only where spaces stand around it, or none
# would be left of Stockton-on-Tees.
_SENTENCE = re.compile(r"[?!:;()\[\]|\n]|\.(?=\s|$)|\s[-–—]+\s|\s/\s")
_PIECE = re.compile(r"[:;()\[\]|\n,/]|\s[-–—]+\s|(?<=\w)[–—](?=\w)")
_NUMBERING = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d+[a-z]?\s*[.):\-]\s*", re.IGNORECASE)


def words(text: str) -> Words:
    """The words of a text without case, accents, apostrophes or punctuation: "Don't know / N/A" is dont, know, n, a."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    bare = "".join(c for c in unicodedata.normalize("NFD", _APOSTROPHES.sub("", folded)) if not unicodedata.combining(c))
    return tuple(_WORD.findall(bare))


def phrase(text: str) -> Phrase:
    """A phrase as the reference files write it; "…" stands for up to four other words."""
    return tuple(filter(None, (words(run) for run in text.split("…"))))


def sentences(text: str) -> list[Words]:
    """The sentences of a question, brackets and asides apart, without its number."""
    return [found for part in _SENTENCE.split(_NUMBERING.sub("", text)) if (found := words(part))]


def pieces(text: str) -> list[Words]:
    """The parts of an answer: "White – British (UK)" is three."""
    return [found for part in _PIECE.split(text) if (found := words(part))]


def starts(text: Words, run: Words) -> bool:
    return text[: len(run)] == run


def holds(text: Words, runs: Phrase) -> bool:
    """Whether the runs of a phrase stand in a text, in order and near enough to each other."""
    first = runs[0][0]
    return any(word == first and _follows(text, at, runs) for at, word in enumerate(text))


def _follows(text: Words, at: int, runs: Phrase) -> bool:
    if not runs:
        return True
    if not starts(text[at:], runs[0]):
        return False
    after = at + len(runs[0])
    return len(runs) == 1 or any(_follows(text, after + gap, runs[1:]) for gap in range(_BETWEEN + 1))
