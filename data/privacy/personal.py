"""Finding personal details: in a column's heading, in a column's cells, and in what people wrote.

Automatic checks miss things: a person must read comments before sharing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from data.privacy.detectors import CARD, HEALTH, MOBILE, WHOLE, WRITTEN
from data.privacy.personal_abroad import label_abroad
from data.privacy.personal_words import ALONE, ASKING, CHOICE, FOLLOWING, KINDS, LABEL, NEVER, PARTIAL, PURPOSE, THINGS, YES_OR_NO

# Columns are judged by at most this many of their values, taken evenly from first to last.
_SAMPLE = 2000
_SHARE = 0.2

# A check digit is right by chance one time in ten, and any long number may begin like a mobile's: of these a column must hold half.
_UNSURE = (CARD, HEALTH, MOBILE)
_HALF = 0.5

# Written answers are searched this far. A detail may run over the edge, so the search itself looks a little farther.
LONGEST = 10_000
_EDGE = 250

# A heading says what it holds early on; and the code some programs set before it ("Q12.", "G01Q05[SQ002].") is no part of it.
_READ = 2000
_CODE = re.compile(
    r"\A\s*(?:(?:q(?:uestion)?\s?)?\d{1,3}[a-z]?(?:[._]\d{1,3}){0,3}[.:)]?\s|[a-z]{1,3}\d{1,4}\w{0,8}(?:\[[^\]]{0,20}\])?[.:)](?=\s*\S))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A personal detail in a text: what it looks like, and where it starts and ends (not included), counted from 0."""

    kind: str
    start: int
    end: int


def personal_heading(heading: str) -> str | None:
    """What personal detail a column's heading says the column holds ("name", "e-mail", "postcode", …), or None.

    A heading says so in one of two ways: it is nothing but a label for the detail ("RecipientEmail", "Home address (optional)"), or it
    asks for it ("Please leave your name and number"). Asking about it is not asking for it: "How would you like to be contacted?". Where
    a heading stands on several rows, give it whole ("How did you report it? - Phone"), since the last part alone reads as a label.
    The first part of a postcode is not personal.
    """
    text = re.sub(r"<[^<>]{0,200}>", " ", unicodedata.normalize("NFKC", heading[:_READ]))
    text = _CODE.sub("", re.sub(r"\((s|es)\)", r"\1", text, flags=re.IGNORECASE))
    *heads, last = re.split(r"\s[-–—|]\s?|[:\n?\[]\s?", text.rstrip(" :?]\n"))
    choice = not heads or CHOICE.search(_words(" ".join(heads)))
    bare = re.sub(r"\([^()]{0,500}\)", " ", text)
    kind = _label(text) or _label(bare) or _asked(text) or _asked(bare) or (None if choice else _label(last))
    return None if kind == "postcode" and PARTIAL.search(_words(text)) else kind


def personal_content(values: Sequence[str]) -> str | None:
    """What personal detail a column holds, going by its cells, or None.

    `values` are the column's distinct values; blanks do not count. A column is personal when at least a fifth of its values are, from end
    to end, an e-mail, a telephone number, a full postcode or the like: two of them at the least, or one where there are fewer than five
    values. Unspaced numbers that could as well be references must be half. A text that merely mentions a detail does not count: see `scan`.
    """
    filled = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    if len(filled) > _SAMPLE:
        filled = [filled[at * len(filled) // _SAMPLE] for at in range(_SAMPLE)]
    kinds: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    for value in filter(lambda value: len(value) <= _EDGE, filled):
        level = _level(value)
        match = next((shape for shape in WHOLE if (found := shape.pattern.fullmatch(level)) and shape.holds(found)), None)
        if match:
            (unsure if match in _UNSURE and level.isdigit() else kinds)[match.kind] += 1
    if unsure.total() >= _HALF * len(filled):
        kinds += unsure
    enough = kinds.total() >= max(_SHARE * len(filled), 1 if len(filled) < 5 else 2)
    return kinds.most_common(1)[0][0] if enough else None


def scan(text: str) -> tuple[Found, ...]:
    """The personal details in a written answer, in the order they stand and never overlapping.

    Names are possible names: the words after a title, a rank or a relation. Health, accusations and who stands out in a village are for a
    person to see. Only the first 10,000 characters are searched; the rest is one last Found of the kind "unchecked rest".
    """
    level = _level(text[: LONGEST + _EDGE])
    numeric = any(character.isdigit() for character in level)
    hits: list[Found] = []
    for shape in WRITTEN:
        if shape.numeric and not numeric:
            continue
        for match in shape.pattern.finditer(level):
            if shape.holds(match):
                hits.append(Found(shape.kind, *match.span("it" if "it" in shape.pattern.groupindex else 0)))
    found = _merged(hit for hit in hits if hit.start < LONGEST)
    unread = max(LONGEST, found[-1].end if found else 0)
    return (*found, Found("unchecked rest", unread, len(text))) if len(text) > unread else tuple(found)


def redact(text: str) -> str:
    """The text with each personal detail found in it replaced by a mark that says what it was: "[telephone removed]"."""
    pieces, at = [], 0
    for found in scan(text):
        pieces += [text[at : found.start], f"[{found.kind} removed]"]
        at = found.end
    return "".join(pieces) + text[at:]


def _merged(hits: Iterable[Found]) -> list[Found]:
    """Those that overlap made one, under the name of the longest."""
    merged: list[Found] = []
    longest = 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        width = hit.end - hit.start
        if not merged or hit.start >= merged[-1].end:
            merged.append(hit)
            longest = width
        else:
            last = merged[-1]
            merged[-1] = Found(hit.kind if width > longest else last.kind, last.start, max(last.end, hit.end))
            longest = max(longest, width)
    return merged


def _label(text: str) -> str | None:
    """The kind of detail that a heading names and does nothing but name."""
    words = PURPOSE.sub("", _words(text))
    first = THINGS.search(words)
    rest = THINGS.sub(" ", words).split()
    if first and all(word in LABEL or word.isdigit() for word in rest):
        return KINDS[first.lastgroup or ""]
    return ALONE.get(words) or label_abroad(words)


def _asked(text: str) -> str | None:
    """The kind of detail that some sentence of a heading asks for."""
    for part in re.split(r"[.?!;,:\n]+(?:\s|$)|[()\[\]]|\s[-–—]\s", text):
        words = _words(part)
        for lead in ASKING.finditer(words):
            before = words[: lead.start()]
            if NEVER.search(before) or (YES_OR_NO.match(words) and "please" not in before):
                continue
            if asked := FOLLOWING.match(words, lead.end()):
                return KINDS[asked.lastgroup or ""]
    return None


def _words(text: str) -> str:
    """A heading as the lists of words know it."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold().replace("’", "'")
    text = re.sub(r"'s\b", "", re.sub(r"\bwhat'?s\b", "what is", text))
    text = re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])|[^a-z0-9]+", " ", text).strip()
    return re.sub(r"\be (?=mail|bost)", "e", text)


def _level(text: str) -> str:
    """A text of the same length with one sort of space, dash, quote and digit."""
    return text if text.isascii() else "".join(map(_plain, text))


@cache
def _plain(character: str) -> str:
    if unicodedata.category(character) in ("Zs", "Cf"):
        return " "
    if character in "‘’ʼ":
        return "'"
    if unicodedata.category(character) == "Pd":
        return "-"
    single = unicodedata.normalize("NFKC", character)
    return single if len(single) == 1 else character
