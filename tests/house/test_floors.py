"""The floors of the house: pages → publishing → analysis → data, and imports only go down."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("data", "analysis", "publishing", "pages")
MODULES = sorted(path for floor in (*FLOORS, ".") for path in (ROOT.glob("*.py") if floor == "." else (ROOT / floor).rglob("*.py")))
# Analysis knows the words of the data floor, how a day is said and what an age band means, and nothing that was uploaded or decided.
WORDS = {"data.vocabulary", "data.ages", "data.days"}
# Commands for the terminal: where a file is opened and handed to analysis, as a page does for the screen. Nothing imports them.
COMMANDS = {"analysis/tabulate.py"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "core"}


def floor_of(path: Path) -> str:
    top = path.relative_to(ROOT).parts[0]
    return top if top in FLOORS else "pages"


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_floor_imports_only_from_floors_below_it(path):
    own = FLOORS.index(floor_of(path))
    for module in imported(path):
        top = module.split(".")[0]
        if top in FLOORS:
            assert FLOORS.index(top) <= own, f"{name(path)} reaches up to {module}"


@pytest.mark.parametrize("path", [path for path in MODULES if floor_of(path) == "analysis" and name(path) not in COMMANDS], ids=name)
def test_analysis_takes_only_words_from_the_data_floor(path):
    for module in imported(path):
        if module.split(".")[0] == "data" and module != "data":
            assert any(module == words or module.startswith(f"{words}.") for words in WORDS), f"{name(path)} imports {module}"


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_command_is_run_and_never_imported(command):
    source = (ROOT / command).read_text(encoding="utf-8")
    assert 'if __name__ == "__main__":' in source
    module = command.removesuffix(".py").replace("/", ".")
    assert not [name(path) for path in MODULES if module in imported(path)]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_library_has_its_place(path):
    tops = {module.split(".")[0] for module in imported(path)}
    if "duckdb" in tops:
        assert name(path) == "data/store.py"
    if "plotly" in tops:
        assert name(path).startswith("analysis/charts/")
    if "streamlit" in tops:
        assert floor_of(path) == "pages"
    if "openpyxl" in tops:
        assert floor_of(path) in ("data", "publishing")


@pytest.mark.parametrize("path", [path for path in MODULES if floor_of(path) != "data"], ids=name)
def test_no_sql_stands_above_the_data_floor(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"\b(SELECT\s.+\sFROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b", node.value, re.DOTALL), (
                f"{name(path)}:{node.lineno}"
            )


@pytest.mark.parametrize("path", [path for path in MODULES if floor_of(path) == "pages" and "parts" not in path.parts], ids=name)
def test_pages_reach_figures_only_published(path):
    assert not imported(path) & {"analysis.measure.compute", "data.store"}, "pages get figures from pages.parts.session, which publishes them"


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name == "statistics"], ids=name)
def test_a_method_knows_nothing_of_what_it_is_used_for(path):
    assert all(module.startswith("analysis.statistics") for module in imported(path) if module.split(".")[0] in FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_has_one_subject_and_fits_on_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    assert path.stem not in DRAWERS


def test_half_of_the_modules_are_under_eighty_lines():
    lines = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES)
    assert lines[len(lines) // 2] < 80


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{name(path)} has no docstring"
