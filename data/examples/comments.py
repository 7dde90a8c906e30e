"""What made-up people write in their own words."""

import re
from collections.abc import Sequence
from random import Random

from data.examples.chance import pick
from data.examples.material import words

_ONE_IN = 100
_SLOT = re.compile(r"\{(\w+)\}")


def comment(throw: Random, topic: str, mood: float, towns: Sequence[str]) -> str:
    """A short comment by someone in that mood; one in a hundred holds a made-up telephone number or e-mail address."""
    said = words("comments")
    weights = {"good": 1 + max(0.0, mood) * 2, "wishes": 3.0, "bad": 1 + max(0.0, -mood) * 2}
    chosen = said["personal"] if throw.randrange(_ONE_IN) == 0 else said[topic][pick(throw, weights)]
    slots = said["slots"] | {"town": towns, "three": [str(throw.randint(100, 999))]}
    text = _filled(throw.choice(chosen), slots, throw)
    return text[:1].upper() + text[1:]


def _filled(sentence: str, slots: dict[str, Sequence[str]], throw: Random) -> str:
    """The sentence with its slots filled, which may hold slots in turn; things named in its midst begin small."""

    def fill(found: re.Match[str]) -> str:
        word = throw.choice(slots[found[1]])
        return _filled(word if found[1] in ("town", "three") else word[:1].lower() + word[1:], slots, throw)

    return _SLOT.sub(fill, sentence)
