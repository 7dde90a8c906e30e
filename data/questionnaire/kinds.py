"""What kind of question a column is, told from the whole column and never from its first rows."""

import re

from data.logbook.terms import plain
from data.questionnaire.coding import Coded
from data.questionnaire.scales import scale_order
from data.questionnaire.states import state_of

_NUMBER = re.compile(r"[-+]?(\d{1,3}(,\d{3}){1,4}|\d{1,15})(\.\d{1,15})?%?")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}([ T].{0,20})?")
# "How would you describe your ethnic group?" offers a list; "please describe" asks for words.
_ASKS_FOR_WORDS = re.compile(
    r"\b(please (describe|explain|comment|tell|give|specify|provide|list)|comments?\b|in your own words|why\b|anything else|tell us|explain\b"
    r"|(?<!would you )(?<!do you )(?<!best )describe\b|suggest|what (would|could|can|do|should) (you|we|the police)|if (yes|no|other|so),)",
    re.IGNORECASE,
)
_ASKS_FOR_A_POINT = re.compile(
    r"\b(scale|nps|net promoter|out of (5|7|10)|rate|rating"
    r"|how (likely|satisfied|confident|safe|important|easy|useful|helpful|well)|0.{1,4}10|1.{1,4}(5|7|10))\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_NUMBER = re.compile(r"\bhow (many|much|often|old|long)\b", re.IGNORECASE)
_NAMES_A_NUMBER = re.compile(r"\b(number of|percentage|per cent|age|height|year|years|hours|minutes|days|score|total|amount|count)\b", re.IGNORECASE)
_SURELY = 0.9
YES_NO = frozenset({"yes", "no", "y", "n", "true", "false", "ydw", "nac ydw", "ja", "nein", "oui", "non", "sí", "sì"})
TICKS = frozenset({"yes", "y", "true", "1", "x", "checked", "selected", "ticked", "✓", "✔", "ja", "oui", "sí", "sì", "sim", "tak", "oes"})
NOT_TICKS = frozenset(
    {"no", "n", "false", "0", "unchecked", "not selected", "not checked", "unticked", "nein", "nee", "non", "não", "nie", "nac oes"}
)


def is_number(label: str) -> bool:
    return bool(_NUMBER.fullmatch(label.strip().lstrip("£")))


def to_number(label: str) -> float:
    return float(label.strip().lstrip("£").rstrip("%").replace(",", ""))


def asks_for_words(wording: str) -> bool:
    """Whether a question asks people to say something in their own words."""
    return bool(_ASKS_FOR_WORDS.search(wording))


def asks_for_a_number(wording: str) -> bool:
    """Whether a question asks for an amount or a point of a scale, so that numbers answer it."""
    return bool(_ASKS_FOR_A_NUMBER.search(wording) or _ASKS_FOR_A_POINT.search(wording) or _NAMES_A_NUMBER.search(wording))


def kind_of(column: Coded, wording: str) -> str:
    """One answer, rating, number, date or written, for a question that stands in one column."""
    labels = [label for label in column.labels if state_of(label) == "answered"]
    if not labels:
        return "written" if asks_for_words(wording) else "one answer"
    if all(_DATE.fullmatch(label) for label in labels):
        return "date"
    if all(is_number(label) for label in labels):
        return "rating" if _is_scale_of_numbers(labels, column, wording) else "number"
    if scale_order(list(column.labels)):
        return "rating"
    if _mostly_numbers(column, labels):
        return "number"
    return "written" if _is_written(column, labels, wording) else "one answer"


def _mostly_numbers(column: Coded, labels: list[str]) -> bool:
    """Many different numbers, and now and then "about 20" or "30-40": an amount was asked for."""
    times = dict(zip(column.labels, column.counts().tolist(), strict=True))
    numbers = [label for label in labels if is_number(label)]
    return len(numbers) >= 10 and sum(times[label] for label in numbers) >= _SURELY * sum(times[label] for label in labels)


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
    """Phrases that only one person used are writing; phrases that come again were offered. Short answers may be either."""
    if all(plain(label) in YES_NO for label in labels):
        return False
    if max(map(len, labels)) > 250:
        return True
    asks = asks_for_words(wording)
    times = dict(zip(column.labels, column.counts().tolist(), strict=True))
    answered, distinct = sum(times[label] for label in labels), len(labels)
    alone = sum(1 for label in labels if times[label] == 1 and len(label.split()) > 3)
    if alone and alone >= (0.05 if asks else 0.4) * answered:
        return True
    repeated = answered / distinct
    if asks and repeated < 3:
        return True
    if (distinct <= 30 and repeated >= 2) or repeated >= 5:
        return False
    return distinct > 20 and answered >= 25
