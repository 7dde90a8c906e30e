"""Every screen is a file in pages and a line in app.py; each begins with its frame."""

import ast
from pathlib import Path

import pytest

from app import PAGES

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "pages").glob("*.py"))
LISTED = [name for listed in PAGES.values() for name, _ in listed]


def test_the_list_of_pages_and_the_folder_agree():
    assert sorted(LISTED) == [path.stem for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_begins_with_its_frame(path):
    """The guard is in `begin`: nothing of a page runs before it."""
    body = [
        node
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if not isinstance(node, (ast.Import, ast.ImportFrom, ast.Assign, ast.FunctionDef))
    ]
    first = body[1]  # after the docstring
    assert isinstance(first, ast.Expr) and isinstance(first.value, ast.Call) and getattr(first.value.func, "id", "") == "begin", path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_does_no_arithmetic(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Div, ast.Mult, ast.Pow, ast.Mod)):
            raise AssertionError(f"{path.name}:{node.lineno} works something out; that belongs in analysis")
