"""A question of a survey with everything given to it, as every reader of one makes it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from data.questionnaire.states import state_of

GIVEN = pa.schema([("respondent", pa.int32()), ("option", pa.int32()), ("place", pa.int32()), ("number", pa.float64()), ("written", pa.string())])


@dataclass(frozen=True)
class Option:
    """One answer a question offers, and whether choosing it is an answer at all."""

    label: str
    state: str = "answered"


@dataclass(frozen=True)
class Question:
    """One question of a survey with everything given to it.

    `given` has one row per respondent (counted from 0) and answer: the option's place in `options`, or the rank, number or words.
    `columns` says where in the sheet it stood; `battery` is the wording it shares with other statements on its scale.
    """

    wording: str
    kind: str
    options: tuple[Option, ...]
    given: pa.Table
    columns: tuple[int, ...]
    battery: str = ""
    characteristic: str = ""
    tracks: str = ""


def with_options(
    wording: str, kind: str, labels: Iterable[str], respondent: np.ndarray, option: np.ndarray, at: tuple[int, ...], battery: str = ""
) -> Question:
    options = tuple(Option(label, state_of(label)) for label in labels)
    return Question(wording, kind, options, given(respondent, option=pa.array(option, pa.int32())), at, battery)


def given(respondent: np.ndarray, **columns: pa.Array) -> pa.Table:
    empty = {field.name: pa.nulls(len(respondent), field.type) for field in GIVEN if field.name != "respondent"}
    return pa.table({"respondent": pa.array(respondent, pa.int32()), **empty, **columns}, schema=GIVEN)
