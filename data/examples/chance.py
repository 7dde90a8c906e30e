"""Chance that falls the same way every time: dice seeded with what they are thrown for."""

from collections.abc import Mapping
from random import Random
from typing import TypeVar

T = TypeVar("T")


def dice(*about: object) -> Random:
    """Dice for one subject of one office. The same subject always throws the same, on every machine and in any order."""
    return Random(" / ".join(map(str, about)))


def pick(throw: Random, weights: Mapping[T, float]) -> T:
    """One of several things, each as likely as its weight."""
    return throw.choices(list(weights), list(weights.values()))[0]


def between(throw: Random, least: float, most: float) -> float:
    """An amount from the least to the most, small ones likelier, as costs and crowds are."""
    return least if least == most else least + (most - least) * throw.random() ** 1.6
