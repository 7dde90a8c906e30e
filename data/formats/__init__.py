"""The files Sounding Board can read, one module each. To add one, put a module in this folder; nothing is registered anywhere.

A module says NAME (as people know it), KIND (what its rows become), `recognises(sheet)` by content and never by name, and `read(sheet)`, which only
says where things stand. A survey tool's module also gives STEPS, how to export responses from it, and may give `refuses(sheet)`: the plain
sentence for a file of that tool which holds no answers. GENERAL = True marks a format that any tool's file could pass for: it is asked last.
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


def of_kind(kind: str) -> ModuleType:
    """The format of a kind of log, of which there is one."""
    return next(module for module in all_formats() if kind == module.KIND)


def key(module: ModuleType) -> str:
    """The short name of a format: its module's."""
    return module.__name__.rsplit(".", 1)[1]


def steps() -> dict[str, str]:
    """How to export the responses from each survey tool, by the name people know the tool's files by."""
    found = {module.NAME: module.STEPS for module in all_formats() if hasattr(module, "STEPS")}
    return dict(sorted(found.items(), key=lambda pair: pair[0].casefold()))


def recognise(sheet: Sheet) -> list[ModuleType]:
    """The formats that know this sheet for theirs: one, or none, or in doubt several. What a tool signs is surer than what a table looks like.

    Raises ImportRefused where a format knows the sheet for a report of its platform that holds no answers of people.
    """
    for module in sorted(all_formats(), key=_doubt):
        sentence = getattr(module, "refuses", lambda _: "")(sheet)
        if sentence:
            raise ImportRefused("E_SUMMARY", sentence, module.STEPS)
    found = [module for module in all_formats() if module.recognises(sheet)]
    surest = min(map(_doubt, found), default=0)
    return [module for module in found if _doubt(module) == surest]


def _doubt(module: ModuleType) -> int:
    return 2 if getattr(module, "GENERAL", False) else 0 if hasattr(module, "STEPS") else 1
