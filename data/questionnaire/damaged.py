"""Ranges that a spreadsheet turned into dates: "10-49" became "Oct-49", "2-5" became "5-Feb". Beside other ranges they can only be ranges."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.problems import Problem
from data.questionnaire.question import Option, Question
from data.sheet import Sheet, address

_MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
_DAMAGED = re.compile(r"(?P<day>\d{1,2})-(?P<month>[A-Za-z]{3})|(?P<named>[A-Za-z]{3})-(?P<year>\d{2})|(?P<iso>\d{4}-\d\d-\d\d)")
_RANGE = re.compile(
    r"[<>≤≥]?\s*\d[\d,]*\s*(-|–|to)\s*\d[\d,]*.*|[<>≤≥]\s*\d[\d,]*.*|\d[\d,]*\s*(\+|or more|or over|plus).*|(under|over|less than|more than) \d.*",
    re.IGNORECASE,
)
_SPOKEN = range(1970, 2035)


def as_range(label: str) -> str:
    """The range a damaged label was: "Oct-49" is 10-49, and "5-Feb" 2-5, for ranges go up. '' for any other label."""
    found = _DAMAGED.fullmatch(label.strip())
    if not found:
        return ""
    if found["iso"]:
        try:
            day = date.fromisoformat(found["iso"])
        except ValueError:
            return ""
        if day.day == 1 and day.year not in _SPOKEN:
            return f"{day.month}-{day.year % 100}"
        return "-".join(map(str, sorted((day.day, day.month))))
    month = _MONTHS.get((found["month"] or found["named"]).casefold(), 0)
    if not month:
        return ""
    return f"{month}-{found['year']}" if found["year"] else "-".join(map(str, sorted((int(found["day"]), month))))


def mended(questions: Sequence[Question], sheet: Sheet, heading_row: int) -> tuple[list[Question], list[Problem]]:
    """The questions with damaged labels read as ranges, where ranges stand beside them; and what was read, told once a question."""
    done: list[Question] = []
    told: list[Problem] = []
    for question in questions:
        labels = [option.label for option in question.options if option.state == "answered"]
        ranges = {label: was for label in labels if (was := as_range(label))}
        if not ranges or question.kind == "date" or not any(_RANGE.fullmatch(label) and label not in ranges for label in labels):
            done.append(question)
            continue
        done.append(replace(question, options=tuple(Option(ranges.get(option.label, option.label), option.state) for option in question.options)))
        where, read = address(heading_row, question.columns[0]), ", ".join(f"{label} as {was}" for label, was in ranges.items())
        told.append(
            Problem("damaged", sheet.name, where, question.wording[:120], ", ".join(ranges), "ranges of numbers, as beside them", f"read {read}")
        )
    return done, told
