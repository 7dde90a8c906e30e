"""Uploaded words made fit for a label: one line, no control or direction marks, not too long. Escaping is the renderer's."""

import re
import unicodedata
from textwrap import wrap

_LONGEST = 80
# Headlines are read from the back of a room: no longer than this, in characters and in words.
_HEADLINE, _WORDS = 75, 12
# Controls part words as a space does; zero-width characters and marks that turn the reading direction could hide or forge what a label says.
_CONTROLS = re.compile(r"[\u0000-\u001f\u007f-\u009f]")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
# What people write in a cell that has nothing to say.
_SAYS_NOTHING = frozenset(
    ("", "-", "–", "—", "?", "n/a", "na", "#n/a", "nil", "no", "none", "none yet", "none recorded", "no evidence", "no evidence yet",
     "not applicable", "not known", "not recorded", "not yet", "unknown", "tbc", "tbd", "to be confirmed", "to be decided", "to follow",
     "awaited", "pending")
)  # fmt: skip


def label(text: str, longest: int = _LONGEST) -> str:
    """A text as one short line. What is cut off ends in an ellipsis; the table beneath a chart has the whole."""
    seen = _UNSEEN.sub("", _CONTROLS.sub(" ", unicodedata.normalize("NFC", str(text))))
    line = re.sub(r"\s+", " ", seen).strip()
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def ended(words: str) -> str:
    """Words that another sentence is to follow, with a full stop where they have no end of their own."""
    return words if words.rstrip().endswith((".", "?", "!", "…", ":")) else f"{words.rstrip()}."


def wrapped(text: str, width: int = 34, lines: int = 3) -> list[str]:
    """A label broken between words into lines of at most `width`, the last cut short where there are more."""
    return wrap(label(text, width * lines), width, max_lines=lines, placeholder="…") or [""]


def fitted(words: str, **names: str) -> str:
    """A headline with names put into its braces, each shortened only as far as the whole needs to have at most twelve words and 75 characters."""
    whole = words.format(**{name: label(text, _HEADLINE) for name, text in names.items()})
    if len(whole) <= _HEADLINE and len(whole.split()) <= _WORDS:
        return whole
    frame = words.format(**dict.fromkeys(names, ""))
    room, most = (max(1, (total - used) // max(1, len(names))) for total, used in ((_HEADLINE, len(frame)), (_WORDS, len(frame.split()))))
    return words.format(**{name: _few_words(label(text, max(2, room)), most) for name, text in names.items()})


def says_something(text: object) -> bool:
    """Whether a cell says anything: not when it is blank, nor when it only says that there is nothing to say, as "N/A" and "to follow" do."""
    return isinstance(text, str) and label(text).casefold().strip(" .") not in _SAYS_NOTHING


def _few_words(text: str, most: int) -> str:
    words = text.split(" ")
    return text if len(words) <= most else f"{' '.join(words[: max(1, most)]).rstrip(',;:')}…"
