"""Uploaded words made fit for a label: one line, no control or direction marks, not too long. Escaping is the renderer's."""

import re
import unicodedata

_LONGEST = 80
# Controls, zero-width characters and marks that turn the reading direction can hide or forge what a label says.
_UNSEEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


def label(text: str, longest: int = _LONGEST) -> str:
    """A text as one short line. What is cut off ends in an ellipsis; the table beneath a chart has the whole."""
    line = re.sub(r"\s+", " ", _UNSEEN.sub(" ", unicodedata.normalize("NFC", str(text)))).strip()
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def wrapped(text: str, width: int = 34, lines: int = 3) -> list[str]:
    """A label broken between words into lines of about `width`, the last cut short where there are more."""
    rows: list[str] = [""]
    for word in label(text, width * lines).split(" "):
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width and len(rows) < lines:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return rows
