"""Telling an answer from a way of not answering: don't know, prefer not to say and not applicable are three different things."""

import re

from data.logbook.terms import plain

# Codes, and notes on who said it, that statistics programs leave beside the words: "-8 Don't know", "9. Refused", "Don't know (spontaneous)".
_CODE = re.compile(r"^\W*-?\d{1,4}\W+(?=[^\W\d])")
_ASIDE = re.compile(r"\s*(?:\((?:dk|ref|na|vol\.?|volunteered|spontaneous|do not read out)\)|[-–:]\s*(?:spontaneous|volunteered))\s*", re.IGNORECASE)
_STATES = {
    "don't know": "don't know",
    "dont know": "don't know",
    "do not know": "don't know",
    "i don't know": "don't know",
    "i do not know": "don't know",
    "not sure": "don't know",
    "i'm not sure": "don't know",
    "unsure": "don't know",
    "no opinion": "don't know",
    "don't know / not sure": "don't know",
    "don't know/not sure": "don't know",
    "not sure / don't know": "don't know",
    "don't know / no opinion": "don't know",
    "can't say": "don't know",
    "can't remember": "don't know",
    "don't remember": "don't know",
    "i don't remember": "don't know",
    "i can't remember": "don't know",
    "i don't understand this question": "don't know",
    "don't know/refused": "don't know",
    "don't know / refused": "don't know",
    "don't know/refusal": "don't know",
    "don't know or refused": "don't know",
    "dk": "don't know",
    "d/k": "don't know",
    "dk/refused": "don't know",
    "ddim yn gwybod": "don't know",
    "prefer not to say": "prefer not to say",
    "prefer not to answer": "prefer not to say",
    "prefer not say": "prefer not to say",
    "i prefer not to say": "prefer not to say",
    "i'd prefer not to say": "prefer not to say",
    "i would prefer not to say": "prefer not to say",
    "i'd rather not say": "prefer not to say",
    "rather not say": "prefer not to say",
    "would rather not say": "prefer not to say",
    "refused": "prefer not to say",
    "refusal": "prefer not to say",
    "refused to answer": "prefer not to say",
    "refused/prefer not to say": "prefer not to say",
    "declined": "prefer not to say",
    "declined to answer": "prefer not to say",
    "decline to answer": "prefer not to say",
    "do not wish to answer": "prefer not to say",
    "gwell gennyf beidio â dweud": "prefer not to say",
    "n/a": "not asked",
    "not applicable": "not asked",
    "does not apply": "not asked",
    "doesn't apply": "not asked",
    "not applicable to me": "not asked",
    "inapplicable": "not asked",
    "item not applicable": "not asked",
    "schedule not applicable": "not asked",
    "not asked": "not asked",
    "no answer": "no answer",
    "no answer/refused": "no answer",
    "not answered": "no answer",
    "not stated": "no answer",
    "no response": "no answer",
    "refused/no answer": "no answer",
    "refused/not stated": "no answer",
    "refused/not answered": "no answer",
}

# How a label with a code or a note begins, and how it ends.
_BEGUN, _ENDED = frozenset("0123456789-\N{MINUS SIGN}([{"), frozenset("sd)")
# Written answers are asked about by the thousand; none this long is a way of not answering.
_LONGEST = 2 * max(map(len, _STATES))


def state_of(label: str) -> str:
    """What choosing this label says: 'answered', or one of the ways of not answering."""
    if len(label) > _LONGEST or not any(map(str.isalpha, label)):  # dates and numbers are many, and none is a way of not answering
        return "answered"
    if label[0] not in _BEGUN and label[-1] not in _ENDED:
        return _STATES.get(plain(label), "answered")
    return _STATES.get(plain(label)) or _STATES.get(plain(_ASIDE.sub(" ", _CODE.sub("", label))), "answered")
