"""What a measure is: one function whose docstring is its published definition, and the one shape every result has."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.dimensions import attach_all, complete

SHAPE = ["numerator", "denominator", "value", "lower", "upper", "base"]


@dataclass(frozen=True)
class Measure:
    """A published number: its name and title, what it is counted in, where it comes from, and the function that works it out.

    `kind` says what the value is: 'count' (the numerator), 'share' or 'ratio' (numerator ÷ denominator) or 'worked out' (by the function itself).
    `counts` is 'records' for complete records, shown exactly, and 'respondents' for people, shown under the disclosure rule.
    `good` is the direction in which it gets better, '' where neither is better.
    """

    name: str
    title: str
    unit: str
    source: str
    kind: str
    counts: str
    good: str
    definition: str
    function: Callable[..., pd.DataFrame]
    needs: tuple[str, ...]
    options: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The first sentence of the definition."""
        return self.definition.split("\n\n")[0].replace("\n", " ").strip()


_FILED: dict[str, Measure] = {}


def measure(title: str, unit: str, source: str, kind: str = "count", counts: str = "records", good: str = "up") -> Callable[..., Any]:
    """File a function as a measure. Its positional parameters name the frames it needs, its keyword parameters its options.

    A positional parameter annotated with a record of frames, a dataclass, is filled with the frames that its fields name.
    """

    def file(function: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
        parameters = inspect.signature(function).parameters.values()
        needs = tuple(need for p in _positional(function) for need in _frames_of(p))
        options = tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY and p.name != "by")
        definition = inspect.cleandoc(function.__doc__ or "")
        name = function.__name__
        _FILED[name] = Measure(name, title, unit, source, kind, counts, good, definition, function, needs, options)
        return function

    return file


@cache
def measures() -> dict[str, Measure]:
    """Every measure there is, by name: found by walking the folder `measures`."""
    package = importlib.import_module("analysis.measures")
    for found in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"analysis.measures.{found.name}")
    return dict(_FILED)


def compute(name: str, frames: dict[str, pd.DataFrame], by: Sequence[str] = (), only: dict[str, str] | None = None) -> pd.DataFrame:
    """Work a measure out of the frames, in all or by dimensions such as year, method or area.

    `only` narrows it to one term of a dimension, or sets one of the measure's own options. Returns one row per combination with the columns
    measure, the dimensions, numerator, denominator, value, lower, upper and base; no rows where there is nothing to speak of.
    A thing with several terms of a dimension counts under each, so parts may add to more than the whole. Raises KeyError for a dimension that
    the measure's records say nothing about.
    """
    chosen = measures()[name]
    only = only or {}
    main = chosen.needs[0]
    given = {need: frames[need] for need in chosen.needs}
    narrowed = {dimension: term for dimension, term in only.items() if dimension not in chosen.options}
    given[main] = attach_all(main, given[main], dict.fromkeys([*narrowed, *by]), frames)
    for dimension, term in narrowed.items():
        given[main] = given[main][given[main][dimension] == term]
    arguments = [_given(p, given) for p in _positional(chosen.function)]
    result = chosen.function(*arguments, by=list(by), **{option: only[option] for option in chosen.options if option in only})
    return _shaped(chosen, result if set(by) & set(narrowed) else complete(result, by, frames), list(by))


def _positional(function: Callable[..., pd.DataFrame]) -> list[inspect.Parameter]:
    return [p for p in inspect.signature(function).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]


def _frames_of(parameter: inspect.Parameter) -> tuple[str, ...]:
    """The frames a positional parameter stands for: its own name, or the fields of the record it is annotated with."""
    kind = parameter.annotation
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else (parameter.name,)


def _given(parameter: inspect.Parameter, frames: dict[str, pd.DataFrame]) -> Any:
    """What a positional parameter is given: its frame, or the record of its frames."""
    kind = parameter.annotation
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{need: frames[need] for need in _frames_of(parameter)})
    return frames[parameter.name]


def _shaped(chosen: Measure, result: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    result = result.copy()
    for column in SHAPE:
        if column not in result:
            result[column] = np.nan
    result[SHAPE] = result[SHAPE].astype("float64")
    if chosen.kind == "count":
        result["value"] = result["numerator"]
    elif chosen.kind in ("share", "ratio"):
        counted = result["numerator"] / result["denominator"].where(result["denominator"] > 0)
        # A weighted share is no ratio of people.
        result["value"] = result["value"].where(result["weighted"].eq(True), counted) if "weighted" in result else counted
    result.insert(0, "measure", chosen.name)
    kept = ["weighted"] if "weighted" in result and result["weighted"].eq(True).any() else []
    return result[["measure", *by, *SHAPE, *kept]].reset_index(drop=True)
