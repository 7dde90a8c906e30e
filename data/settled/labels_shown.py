"""Which answers of a released survey are named to readers. One that few gave may be words that a single person typed beside those offered."""

import re

import numpy as np
import pandas as pd

from data.logbook.terms import plain
from data.questionnaire.characteristics import listed
from data.questionnaire.kinds import YES_NO
from data.questionnaire.words import words

NOT_SHOWN = "Answers not shown"
# Their answers are points of a scale, or bands of ours: nobody's words.
_NOT_TYPED = ("rating", "number", "date")
_PRINTED = YES_NO | {"other", "other (please specify)", "none", "none of these", "none of the above"}
_AGES = re.compile(r"(\d{1,3}|to|and|or|over|under|above|below|older|younger|more|less|than|years?|old|aged|[-–+ ])+", re.IGNORECASE)


def named_to_readers(questions: pd.DataFrame, options: pd.DataFrame, cells: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The options and the cells of released surveys with the answers that may be somebody's own words put together as one, without its words.

    An answer keeps its words where a figure of it was released, where it is a way of not answering, a point of a scale, a band, or one of the answers
    to a question about oneself that the reference lists. Decided by released figures and by words alone, so that it tells nothing of a hidden number.
    """
    shown = cells[(cells["what"] == "answer") & cells["people"].notna()]
    released = pd.MultiIndex.from_frame(shown[["question_id", "option"]].astype({"option": "float64"}))
    asked = options.merge(questions[["question_id", "kind", "characteristic"]], on="question_id", how="left")
    known = pd.MultiIndex.from_frame(asked[["question_id", "option"]].astype({"option": "float64"})).isin(released)
    known |= (asked["kind"].isin(_NOT_TYPED) | (asked["state"] != "answered")).to_numpy()
    said = zip(asked["label"], asked["characteristic"].fillna(""), known, strict=True)
    unnamed = options.loc[np.array([not (sure or _is_printed(label, about)) for label, about, sure in said], dtype=bool)]
    first = unnamed.groupby("question_id")["option"].transform("min") == unnamed["option"]
    together, gone = unnamed[first], unnamed[~first]
    labels = options["label"].mask(options.index.isin(together.index), NOT_SHOWN)
    left_out = pd.MultiIndex.from_frame(gone[["question_id", "option"]].astype({"option": "float64"}))
    of = pd.MultiIndex.from_frame(cells[["question_id", "option"]].astype({"option": "float64"}))
    return options.assign(label=labels).drop(index=gone.index), cells[~of.isin(left_out)]


def _is_printed(label: str, characteristic: str) -> bool:
    if plain(label) in _PRINTED or (characteristic == "age" and _AGES.fullmatch(label)):
        return True
    return any(words(label) in meaning.is_ | {words(meaning.category)} for meaning in listed().meanings.get(characteristic, ()))
