"""Words for the labels of widgets that read markup: every mark that could mean something made to mean itself."""

import re

from analysis.text import label

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")


def plain(text: str, longest: int = 60) -> str:
    """A text as one short line in which nothing is a link, a picture, a heading or a badge."""
    return _MARKS.sub(r"\\\1", label(text, longest))
