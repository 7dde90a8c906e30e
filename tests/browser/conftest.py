"""A real server on a free port of this computer, with a store of its own, and a real Chromium to open it in."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome", "chrome") if (found := shutil.which(name))), None)
# Nothing but the pages themselves: without these Chromium looks for its maker's servers at every start.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TODAY = "2026-09-30"


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this computer: the screens are not tested"))


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address and the folder of its store."""

    address: str
    folder: Path

    def url(self, page: str = "", **query: str) -> str:
        words = "&".join(f"{name}={value}" for name, value in query.items())
        return f"{self.address}/{page}{'?' if words else ''}{words}"


def start(folder: Path, *switches: str) -> tuple[subprocess.Popen, str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    settings = os.environ | {"SOUNDING_BOARD_STORE": str(folder), "SOUNDING_BOARD_TODAY": TODAY}
    told = folder.parent / f"server-{port}.log"
    with told.open("w") as log:
        command = [sys.executable, "serve.py", "--no-browser", "--port", str(port), *switches]
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    for _ in range(150):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return process, address
        except OSError:
            assert process.poll() is None, told.read_text(encoding="utf-8")
            time.sleep(0.2)
    raise TimeoutError("the dashboard did not start")


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[Server]:
    """One dashboard for every test of the session."""
    folder = tmp_path_factory.mktemp("browser") / "store"
    process, address = start(folder)
    yield Server(address, folder)
    process.terminate()
    process.wait(timeout=15)


@pytest.fixture
def fresh_server(tmp_path) -> Iterator[Server]:
    """A dashboard nobody has opened yet, with nothing in its store."""
    folder = tmp_path / "fresh"
    process, address = start(folder)
    yield Server(address, folder)
    process.terminate()
    process.wait(timeout=15)


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@contextmanager
def window_of(chromium):
    """A window of a common laptop, in which no request may leave this computer."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    window = context.new_page()
    window.strangers = []
    window.on(
        "request", lambda request: None if request.url.startswith(("http://127.0.0.1", "data:", "blob:")) else window.strangers.append(request.url)
    )
    yield window
    assert window.strangers == [], "a page asked for something outside this computer"
    context.close()


@pytest.fixture
def page(chromium):
    with window_of(chromium) as window:
        yield window


def settle(page, timeout: int = 30_000) -> None:
    """Wait until the script has run, its charts are drawn, and nothing is stale."""
    page.wait_for_selector("h1", timeout=timeout)
    page.wait_for_selector(".sb-foot, .st-key-present-controls", state="attached", timeout=timeout)
    page.wait_for_function(
        """() => !document.querySelector('[data-testid=stStatusWidget]') && !document.querySelector('[data-stale=true]')
             && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))""",
        timeout=timeout,
    )
    page.wait_for_timeout(350)


def open_page(page, server: Server, name: str = "", **query: str) -> None:
    page.goto(server.url(name, **query))
    settle(page)


@pytest.fixture(scope="session")
def example(server, chromium) -> Server:
    """The server with Cleveland's example in it."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    window = context.new_page()
    open_page(window, server)
    window.get_by_role("button", name="Try OPCC for Cleveland").click()
    window.wait_for_selector(".sb-cards", timeout=60_000)
    context.close()
    return server
