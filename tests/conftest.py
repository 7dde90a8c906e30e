"""No test reaches the office's own store, whatever it forgets to set."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _no_real_store(tmp_path, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(tmp_path / "store"))
    monkeypatch.delenv("SOUNDING_BOARD_TODAY", raising=False)
    monkeypatch.chdir(ROOT)
    assert not os.environ["SOUNDING_BOARD_STORE"].startswith(str(ROOT))
