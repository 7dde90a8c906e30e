"""What a measure is: one function whose docstring is its published definition, and the one shape every result has."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    """File a function as a measure. Its positional parameters name the frames it needs, its keyword parameters its options."""

    def file(function: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
        parameters = inspect.signature(function).parameters.values()
        needs = tuple(p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD)
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
    result = chosen.function(*given.values(), by=list(by), **{option: only[option] for option in chosen.options if option in only})
    return _shaped(chosen, result if set(by) & set(narrowed) else complete(result, by, frames), list(by))


def _shaped(chosen: Measure, result: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    result = result.copy()
    for column in SHAPE:
        if column not in result:
            result[column] = np.nan
    result[SHAPE] = result[SHAPE].astype("float64")
    if chosen.kind == "count":
        result["value"] = result["numerator"]
    elif chosen.kind in ("share", "ratio"):
        result["value"] = result["numerator"] / result["denominator"].where(result["denominator"] > 0)
    result.insert(0, "measure", chosen.name)
    return result[["measure", *by, *SHAPE]].reset_index(drop=True)
