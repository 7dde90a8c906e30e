"""Uploaded words reach the screen through one gateway, which escapes them."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREENS = sorted([*(ROOT / "pages").rglob("*.py"), ROOT / "app.py", ROOT / "serve.py"])
TEMPLATES = sorted((ROOT / "pages" / "parts" / "templates").glob("*.html"))
# These read markdown, or HTML: what a respondent typed could forge a heading or fetch a picture.
READS_MARKUP = {
    "markdown", "write", "caption", "error", "warning", "info", "success", "title", "header", "subheader", "metric", "table", "toast", "latex",
    "radio", "pills", "segmented_control", "tabs", "checkbox", "toggle", "popover", "chat_message", "badge", "exception", "html", "iframe", "json",
}  # fmt: skip
GATEWAY = "render.py"


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def calls(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node


@pytest.mark.parametrize("path", [path for path in SCREENS if path.name != GATEWAY], ids=name)
def test_nothing_that_reads_markup_is_given_words_that_are_not_written_in_the_code(path):
    for call in calls(path):
        if call.func.attr in READS_MARKUP and call.args and not isinstance(call.args[0], ast.Constant):
            raise AssertionError(f"{name(path)}:{call.lineno} gives st.{call.func.attr} words that could have been uploaded; use a template")


@pytest.mark.parametrize("path", SCREENS, ids=name)
def test_html_is_written_only_by_the_gateway(path):
    text = path.read_text(encoding="utf-8")
    assert "unsafe_allow_html" not in text and "unsafe_allow_javascript" not in text
    if path.name != GATEWAY:
        assert not any(call.func.attr == "html" and isinstance(call.func.value, ast.Name) and call.func.value.id == "st" for call in calls(path))
        assert "Markup(" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_never_turns_escaping_off(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|<script", text)


@pytest.mark.parametrize(
    "path",
    [*SCREENS, *sorted((ROOT / "data").rglob("*.py")), *sorted((ROOT / "analysis").rglob("*.py")), *sorted((ROOT / "publishing").rglob("*.py"))],
    ids=name,
)
def test_nothing_runs_what_was_uploaded(path):
    text = path.read_text(encoding="utf-8")
    for banned in ("pickle", ".eval(", ".query(", "exec(", "read_pickle", "shell=True"):
        assert banned not in text, f"{name(path)} uses {banned}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_scrolls_sideways_can_be_scrolled_by_keyboard_and_has_a_name(path):
    for found in re.findall(r'<div class="sb-scroll"[^>]*>', path.read_text(encoding="utf-8")):
        assert 'tabindex="0"' in found and 'role="region"' in found and "aria-label=" in found
