"""No test reaches the office's own store, whatever it forgets to set; and one browser at a time is enough for a computer."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_collection_modifyitems(items):
    """One worker has all tests of a file, which share what it prepares, and one has every browser test: two browsers keep each other waiting."""
    for item in items:
        path = item.path.relative_to(ROOT)
        item.add_marker(pytest.mark.xdist_group("browser" if "browser" in path.parts else str(path)))


@pytest.fixture(autouse=True)
def _no_real_store(tmp_path, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(tmp_path / "store"))
    monkeypatch.delenv("SOUNDING_BOARD_TODAY", raising=False)
    monkeypatch.chdir(ROOT)
    assert not os.environ["SOUNDING_BOARD_STORE"].startswith(str(ROOT))
