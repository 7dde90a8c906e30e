"""Answers as SmartSurvey exports them: three heading rows, or one with "-" where nothing was answered."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from data.examples.questionnaire import Asked
from data.examples.respondents import Respondent
from data.examples.waves import Wave

_TOOL = ("UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended", "Tracking Link")
_FIRST_ID = {"residents": 310_000_000, "precept": 350_000_000}
_UNFINISHED = 0.04
_WITH_EMAIL = 0.05
_OWN_WORDS = "Other (please specify)"


def three_heading_rows(
    wave: Wave, asked: Sequence[Asked], people: Sequence[Respondent], links: Sequence[str], throw: Random, weights: Sequence[float] = ()
) -> bytes:
    """UTF-8 with a byte order mark, every cell quoted: questions, their parts, and a row for grids that is blank throughout.

    With `weights`, one a person, interviewers held the survey: nobody leaves an address, and a column of weights stands at the end.
    """
    top, parts = list(_TOOL), [""] * len(_TOOL)
    for number, question in enumerate(asked, 1):
        top += [f"Q{number}. {question.wording}", *[""] * (len(question.labels) - 1)]
        parts += [label if label in ("", _OWN_WORDS) else f"Q{number}.{i}. {label}" for i, label in enumerate(question.labels, 1)]
    rows = _rows(wave, asked, people, links, throw, hidden=None)
    if weights:
        top, parts = [*top, "Weight"], [*parts, ""]
        rows = [[*row[:3], "", "", *row[5:], f"{weight:.4f}"] for row, weight in zip(rows, weights, strict=True)]
    return b"\xef\xbb\xbf" + _quoted([top, parts, [""] * len(top), *rows])


def one_heading_row(wave: Wave, asked: Sequence[Asked], people: Sequence[Respondent], survey: dict[str, Any], throw: Random) -> bytes:
    """UTF-8, every cell quoted, a variable passed in with the link before the first question, "-" where nothing was answered."""
    hidden = survey["hidden"]
    top = [*_TOOL, hidden["name"], *(f"Q{number}. {question.wording}" for number, question in enumerate(asked, 1))]
    rows = _rows(wave, asked, people, survey["links"], throw, hidden["values"])
    first_question = len(_TOOL) + 1
    return _quoted([top, *([*row[:first_question], *(cell or "-" for cell in row[first_question:])] for row in rows)])


def _rows(
    wave: Wave, asked: Sequence[Asked], people: Sequence[Respondent], links: Sequence[str], throw: Random, hidden: Sequence[str] | None
) -> list[list[str]]:
    starts = sorted(_moment(wave, throw) for _ in people)
    rows = []
    user = _FIRST_ID[wave.kind]
    for number, (person, started) in enumerate(zip(people, starts, strict=True), 1):
        user += throw.randint(3, 900)
        left_at = throw.randrange(1, len(asked)) if throw.random() < _UNFINISHED else len(asked)
        ended = "" if left_at < len(asked) else f"{started + timedelta(seconds=throw.randint(120, 1500)):%d/%m/%Y %H:%M:%S}"
        email = f"respondent{number}@example.com" if throw.random() < _WITH_EMAIL else ""
        address = f"192.0.2.{throw.randint(1, 254)}"
        row = [str(user), str(number), "", email, address, "", f"{started:%d/%m/%Y %H:%M:%S}", ended, throw.choice(links)]
        row += [throw.choice(hidden)] if hidden else []
        for place, question in enumerate(asked):
            answered = question.answer(person, throw)
            row += answered if place < left_at else [""] * len(answered)
        rows.append(row)
    return rows


def _moment(wave: Wave, throw: Random) -> datetime:
    """A time of day while the survey was open, most of them in its first weeks and in the evening."""
    day = wave.opened + timedelta(days=int((wave.closed - wave.opened).days * throw.random() ** 1.4))
    return datetime.combine(day, time(7)) + timedelta(seconds=int(throw.triangular(0, 59_000, 45_000)))


def _quoted(rows: Sequence[Sequence[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()
