"""Headings that name a place in a ranking: "1st choice", "(2nd)", "Third priority"."""

import re

_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PLACE = re.compile(
    rf"_?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_WORDS)}))(?:[ _](?:choice|priority|preference|place|most important))?",
    re.IGNORECASE,
)


def place_named(label: str) -> int:
    """The place that a heading names, from 1; 0 where it names none."""
    match = _PLACE.fullmatch(label.strip(" ()[]:–-"))
    return 0 if not match else int(match["number"]) if match["number"] else _WORDS.index(match["word"].casefold()) + 1
