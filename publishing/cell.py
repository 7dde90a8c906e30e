"""One cell of a file that leaves the house: what a respondent typed must stay text, whatever program opens it."""

import re
import unicodedata

# The characters XML 1.0 has no place for; one of them would make a workbook unreadable.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STARTS_A_FORMULA = frozenset("=+-@\t\r\n\x00|%")


def clean(text: str) -> str:
    """A text without characters a workbook cannot hold."""
    return _ILLEGAL.sub("", text)


def inert(text: str) -> str:
    """A text for a CSV cell. One whose first character that counts could start a formula gets an apostrophe before it."""
    text = clean(text)
    first = unicodedata.normalize("NFKC", text.lstrip(" '\"\u00a0"))[:1]
    return f"'{text}" if first in _STARTS_A_FORMULA and first else text
