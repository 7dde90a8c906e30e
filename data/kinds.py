"""What kind of question a column is, told from the whole column and never from its first rows."""

import re

import numpy as np

from data.coding import Coded
from data.scales import scale_order
from data.states import state_of
from data.terms import plain

_NUMBER = re.compile(r"[-+]?(\d{1,3}(,\d{3}){1,4}|\d{1,15})(\.\d{1,15})?%?")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}([ T].{0,20})?")
# "How would you describe your ethnic group?" offers a list; "please describe" asks for words.
_ASKS_FOR_WORDS = re.compile(
    r"\b(please (describe|explain|comment|tell|give|specify|provide|list)|comments?\b|in your own words|why\b|anything else|tell us|explain\b"
    r"|(?<!would you )(?<!do you )(?<!best )describe\b|suggest|what (would|could|can|do|should) (you|we|the police)|if (yes|no|other|so),)",
    re.IGNORECASE,
)
_ASKS_FOR_A_POINT = re.compile(
    r"\b(scale|out of (5|7|10)|rate|rating|how (likely|satisfied|confident|safe|important)|0.{1,4}10|1.{1,4}(5|7|10))\b", re.IGNORECASE
)
_ASKS_FOR_A_NUMBER = re.compile(r"\bhow (many|much|often|old)\b", re.IGNORECASE)
YES_NO = frozenset({"yes", "no", "y", "n", "true", "false", "ydw", "nac ydw"})
TICKS = frozenset({"yes", "y", "true", "1", "x", "checked", "selected", "ticked", "✓", "✔"})
NOT_TICKS = frozenset({"no", "n", "false", "0", "unchecked", "not selected", "not checked", "unticked"})


def is_number(label: str) -> bool:
    return bool(_NUMBER.fullmatch(label.strip().lstrip("£")))


def to_number(label: str) -> float:
    return float(label.strip().lstrip("£").rstrip("%").replace(",", ""))


def kind_of(column: Coded, wording: str) -> str:
    """One answer, rating, number, date or written, for a question that stands in one column."""
    labels = [label for label in column.labels if state_of(label) == "answered"]
    if not labels:
        return "written" if _ASKS_FOR_WORDS.search(wording) else "one answer"
    if all(_DATE.fullmatch(label) for label in labels):
        return "date"
    if all(is_number(label) for label in labels):
        return "rating" if _is_scale_of_numbers(labels, column, wording) else "number"
    if scale_order(list(column.labels)):
        return "rating"
    return "written" if _is_written(column, labels, wording) else "one answer"


def _is_scale_of_numbers(labels: list[str], column: Coded, wording: str) -> bool:
    """Whole numbers inside nought to ten, given by enough people that a count of things would have strayed outside."""
    values = {to_number(label) for label in labels}
    whole = all(value == int(value) for value in values)
    if not whole or min(values) < 0 or max(values) > 10:
        return False
    if _ASKS_FOR_A_POINT.search(wording):
        return True
    return column.answered >= 20 and len(values) >= 4 and max(values) >= 5 and not _ASKS_FOR_A_NUMBER.search(wording)


def _is_written(column: Coded, labels: list[str], wording: str) -> bool:
    answered, distinct = column.answered, len(labels)
    if all(plain(label) in YES_NO for label in labels):
        return False
    counts = column.counts()
    words = np.array([len(label.split()) for label in column.labels])
    mean_words = float((words * counts).sum() / max(1, counts.sum()))
    repeated = answered / max(1, distinct)
    if max(map(len, labels)) > 250 or (mean_words > 8 and repeated < 3):
        return True
    if distinct <= 20 and repeated >= 3:
        return False
    if _ASKS_FOR_WORDS.search(wording) and (repeated < 3 or mean_words > 4):
        return True
    if (distinct <= 20 and repeated >= 2) or distinct / answered <= 0.2:
        return False
    # Few respondents, or many different short answers: names of places and services are answers, sentences are writing.
    return mean_words > 3 or (distinct > 20 and answered >= 25)
