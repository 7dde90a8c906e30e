"""What came of what people said, in plain words for the people who said it: ready to read out, send or translate."""

import pandas as pd

from analysis.text import says_something
from analysis.thread.threads import Thread
from data.days import in_words

LENGTHS = {"letter": "Letter or e-mail", "easy": "Short sentences", "post": "One short post"}
# Room in one post of the tightest of the channels in use.
_POST = 280


def words_for(thread: Thread, row: pd.Series, length: str, office: str) -> str:
    """The words for one finished thing: what people said, what was decided, what changed or why nothing did, and how it can be checked.

    Nothing is said that the log does not hold; what is blank is left out.
    """
    said, source = _sentence(_quoted(thread.said)), thread.link("asked")
    refused = thread.stage_name == "not taken forward"
    did, why, proof = _text(row["we_did"]), _text(row["decided"]), _text(row["evidence"])
    if length == "post":
        return _post(thread.said, f"We did not change this: {why}" if refused else f"We did: {did}", office)
    came = f"You told us this at: {source.words}." if source.state == "whole" else ""
    seen = _seen(row)
    changed = f"We have not changed this. The reason: {_sentence(why)}" if refused else f"What we did: {_sentence(did)}" if did else ""
    done = f"It was done on {in_words(row['done_on'])}." if not refused and not pd.isna(row["done_on"]) else ""
    check = f"You can check this: {_sentence(proof)}" if proof and not refused else ""
    decided = f"The decision: {_sentence(why)}" if why and not refused else ""
    thanks = f"Thank you. {office}"
    if length == "easy":
        return "\n\n".join(filter(None, [f"You said: {said}", seen, changed, done, check, thanks]))
    opening = " ".join(filter(None, [f"You told us: {said}", came]))
    body = " ".join(filter(None, [seen, decided]))
    return "\n\n".join(filter(None, [opening, body, " ".join(filter(None, [changed, done])), check, thanks]))


def _seen(row: pd.Series) -> str:
    if not says_something(row["considered_by"]):
        return ""
    on = f" on {in_words(row['considered_on'])}" if not pd.isna(row["considered_on"]) else ""
    return f"It was looked at by: {_text(row['considered_by'])}{on}."


def _post(said: str, came: str, office: str) -> str:
    """One post; what people said is cut short before what came of it is."""
    tail = f" {_sentence(came)} – {office}"
    room = max(20, _POST - len(tail) - len("You said: “”."))
    short = said if len(said) <= room else f"{said[: room - 1].rstrip()}…"
    return f"You said: “{short.rstrip('.')}”.{tail}"


def _quoted(said: str) -> str:
    return f"“{said.rstrip('.')}”"


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) and says_something(value) else ""
