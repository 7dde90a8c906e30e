"""The files Sounding Board can read, one module each. To add one, put a module in this folder; nothing is registered anywhere.

A module says NAME (as people know it), KIND (what its rows become), `recognises(sheet)` by content and never by name, and `read(sheet)`, which only
says where things stand. A module may also give `refuses(sheet)`: the plain sentence for a file of that platform which holds no answers.
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from data.problems import ImportRefused
from data.sheet import Sheet


@cache
def all_formats() -> tuple[ModuleType, ...]:
    """Every format, by walking this folder."""
    return tuple(importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))


def named(name: str) -> ModuleType:
    return next(module for module in all_formats() if module.__name__.rsplit(".", 1)[1] == name)


def key(module: ModuleType) -> str:
    """The short name of a format: its module's."""
    return module.__name__.rsplit(".", 1)[1]


def recognise(sheet: Sheet) -> list[ModuleType]:
    """The formats that know this sheet for theirs: one, or none, or in doubt several.

    Raises ImportRefused where a format knows the sheet for a report of its platform that holds no answers of people.
    """
    for module in all_formats():
        sentence = getattr(module, "refuses", lambda _: "")(sheet)
        if sentence:
            raise ImportRefused("E_SUMMARY", sentence, module.STEPS)
    return [module for module in all_formats() if module.recognises(sheet)]
