"""What is written is used: a function or class that only its own tests know is not part of the house."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.house.test_floors import MODULES, ROOT, name

# What is found by its place or its decorator and called by no name: formats give these to the register.
BY_PLACE = {"recognises", "read", "refuses"}


def names(path: Path) -> Counter[str]:
    """Every name a module reads, imports, takes as an attribute or says as a text, as frames are named."""
    found: Counter[str] = Counter()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found[node.id] += 1
        elif isinstance(node, ast.Attribute):
            found[node.attr] += 1
        elif isinstance(node, ast.ImportFrom):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found[node.value] += 1
    return found


USED = sum((names(path) for path in (*MODULES, *(ROOT / "benchmarks").glob("*.py"))), Counter())


def is_measure(path: Path) -> bool:
    """Measures are registered by their decorator; that each is shown somewhere is a test of its own."""
    return path.parent == ROOT / "analysis" / "measures"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_everything_a_module_defines_is_used_somewhere(path):
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name not in BY_PLACE and not (node.decorator_list and is_measure(path)):
            assert USED[node.name], f"{name(path)} has {node.name}, which nobody uses"
