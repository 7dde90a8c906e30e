"""Fifty canaries: whatever a reader opens, chooses or downloads, nothing that came over the wire holds a word, a name or an id of any of them."""

import csv
import io
import re
import zipfile

import pytest
from openpyxl import load_workbook

from app import PAGES
from pages.parts.role import OFFICERS_ROOMS
from tests.browser.conftest import TODAY, Server, open_page, settle, start
from tests.browser.made_canary import TOKEN, save_canaries

LISTED = [(name, title) for listed in PAGES.values() for name, title in listed]
OPEN = [name for name, title in LISTED if title not in OFFICERS_ROOMS]
ROOMS = [name for name, title in LISTED if title in OFFICERS_ROOMS]
# Pickers of the office's own records are tried at their first choices; those of a survey at every one.
TRIED = 3
OF_SURVEYS = ("survey", "split", "questions", "by", "characteristic", "question")


@pytest.fixture(scope="module", params=["reader", "officer"])
def canaries(request, tmp_path_factory):
    """A released survey of fifty canaries, served to readers only or to the officer; with the server's log."""
    folder = tmp_path_factory.mktemp(f"canaries-{request.param}") / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDING_BOARD_STORE", str(folder))
        patch.setenv("SOUNDING_BOARD_TODAY", TODAY)
        save_canaries()
    process, address = start(folder, *(["--readers"] if request.param == "reader" else []))
    yield request.param, Server(address, folder)
    process.terminate()
    process.wait(timeout=15)


class Wire:
    """Everything that reached one window: the frames of its socket, the answers to its requests, its addresses, and what it downloaded."""

    def __init__(self, page):
        self.said, self.files, self.addresses = [], [], []
        page.on("websocket", lambda socket: [socket.on(way, self._frame) for way in ("framereceived", "framesent")])
        page.on("response", self._answer)
        page.on("request", lambda request: self.addresses.append(request.url))

    def _frame(self, payload):
        self.said.append(payload if isinstance(payload, bytes) else payload.encode())

    def _answer(self, response):
        if "/static/" not in response.url and "/media/" not in response.url:
            self.said.append(response.body())

    def tokens(self):
        whole = b"\n".join([*self.said, *map(str.encode, self.addresses), *self.files]).decode("utf-8", "replace")
        return sorted(set(TOKEN.findall(whole)))


def path(name):
    return "" if name == "overview" else name


def choices(page, at):
    """The choices of one picker of the page."""
    page.locator("[data-testid=stMain] [data-testid=stSelectbox] [role=combobox], [data-testid=stMain] [data-testid=stSelectbox] input").nth(
        at
    ).click()
    page.wait_for_selector("[role=option]")
    return page.locator("[role=option]")


def every_choice(page):
    """Choose each choice of each picker in turn; the page is settled at every yield."""
    yield
    boxes = page.locator("[data-testid=stMain] [data-testid=stSelectbox]")
    for at in range(boxes.count()):
        named = (boxes.nth(at).locator("label").first.text_content() or "").strip().casefold()
        offered = choices(page, at)
        count = offered.count() if named.startswith(OF_SURVEYS) else min(TRIED, offered.count())
        page.keyboard.press("Escape")
        for which in [*range(1, count), 0]:
            choices(page, at).nth(which).click()
            settle(page)
            yield


def take_downloads(page, wire):
    """Every download the page offers, with what a workbook has inside."""
    for button in page.locator("[data-testid=stDownloadButton] button").all():
        with page.expect_download(timeout=15_000) as begun:
            button.click()
        content = begun.value.path().read_bytes()
        wire.files.append(content)
        if content[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                wire.files += [parts.read(part) for part in parts.namelist()]


def test_no_word_name_or_id_of_a_respondent_crosses_the_wire(page, canaries):
    role, server = canaries
    wire = Wire(page)
    for name in OPEN:
        open_page(page, server, path(name), office="cleveland")
        assert "something went wrong" not in page.inner_text("body"), name
        for _ in every_choice(page) if role == "reader" else [None]:
            pass
        take_downloads(page, wire)
    assert len(wire.said) > 100 and len(wire.files) > 20
    own = [token for token in wire.tokens() if role == "reader" or not token.startswith(TYPED)]
    assert own == []
    log = next(server.folder.parent.glob("server-*.log")).read_text(encoding="utf-8")
    assert TOKEN.findall(log) == []
