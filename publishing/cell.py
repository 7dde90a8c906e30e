"""One cell of a file that leaves the house: what a respondent typed must stay text, whatever program opens it."""

import re
import unicodedata

# The characters XML 1.0 has no place for; one of them would make a workbook unreadable.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STARTS_A_FORMULA = frozenset("=+-@|%\t\r\n")
# What spreadsheet programs pass over before they look whether a formula begins: spaces, quotes and what cannot be seen.
_PASSED_OVER = re.compile("[ '\"\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*")


def clean(text: str) -> str:
    """A text without characters a workbook cannot hold."""
    return _ILLEGAL.sub("", text)


def could_run(text: str) -> bool:
    """Whether a spreadsheet program could take a text for a formula: by its first character that counts, full-width forms like the plain ones."""
    first = text[_PASSED_OVER.match(text).end() :][:1]  # type: ignore[union-attr]
    return unicodedata.normalize("NFKC", first) in _STARTS_A_FORMULA


def inert(text: str) -> str:
    """A text for a CSV cell. One that could start a formula gets an apostrophe before it."""
    text = clean(text)
    return f"'{text}" if could_run(text) else text
