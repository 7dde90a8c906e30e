"""Telling an answer from a way of not answering: don't know, prefer not to say and not applicable are three different things."""

from data.logbook.terms import plain

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
    "i don't understand this question": "don't know",
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
    "decline to answer": "prefer not to say",
    "do not wish to answer": "prefer not to say",
    "gwell gennyf beidio â dweud": "prefer not to say",
    "n/a": "not asked",
    "not applicable": "not asked",
    "does not apply": "not asked",
    "doesn't apply": "not asked",
    "not applicable to me": "not asked",
}

# Written answers are asked about by the thousand; none this long is a way of not answering.
_LONGEST = 2 * max(map(len, _STATES))


def state_of(label: str) -> str:
    """What choosing this label says: 'answered', or one of the ways of not answering."""
    return _STATES.get(plain(label), "answered") if len(label) <= _LONGEST else "answered"
