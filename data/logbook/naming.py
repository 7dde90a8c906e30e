"""Names for what arrives: a title from a file's name, the series a survey belongs to, the wave it is."""

import re
from datetime import date
from pathlib import PurePath

_NOISE = re.compile(
    r"^example [a-z]+\b|\b(raw|data|export|responses?|results?|final|copy|v\d+|download(ed)?|form|sheet\d*|csv|xlsx?)\b|\(.*?\)|\d{6,}", re.IGNORECASE
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WHEN = re.compile(rf"\b(?:{_MONTH}\b[ -]*)?(?:19|20)\d\d(?:[ /-](?:\d\d\b|(?:19|20)\d\d))?|\bwave \d+\b|\b{_MONTH}\b", re.IGNORECASE)


def title_of(file_name: str) -> str:
    """The words of a file's name, without what programs add: "residents_survey_2024 (1).csv" is "Residents survey 2024"."""
    words = re.sub(r"[_\-+.]+", " ", PurePath(file_name).stem)
    title = re.sub(r"\s+", " ", _NOISE.sub(" ", words)).strip(" -–")
    return (title[:1].upper() + title[1:])[:80] or "Untitled"


def series_of(title: str) -> str:
    """A survey's title without the year, month or number of its wave."""
    return re.sub(r"\s+", " ", _WHEN.sub(" ", title)).strip(" -–,") or title


def wave_of(closed_on: date | None, title: str) -> str:
    """When a wave was: the month its last answer came, or else what its title says."""
    if closed_on:
        return f"{closed_on:%B %Y}"
    said = _WHEN.search(title)
    return said.group(0).strip() if said else "undated"
