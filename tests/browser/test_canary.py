"""Fifty canaries: whatever a reader opens, chooses or downloads, nothing that came over the wire holds a word, a name or an id of any of them."""

import csv
import io
import re
import zipfile

import pytest
from playwright.sync_api import TimeoutError as TooLong

from app import PAGES
from pages.parts.role import OFFICERS_ROOMS
from tests.browser.conftest import TODAY, Server, open_page, settle, start
from tests.browser.made_canary import TOKEN, save_canaries

LISTED = [(name, title) for listed in PAGES.values() for name, title in listed]
OPEN = [name for name, title in LISTED if title not in OFFICERS_ROOMS]
ROOMS = [name for name, title in LISTED if title in OFFICERS_ROOMS]
# The pickers that choose among figures of respondents: each choice of each is tried.
OF_RESPONDENTS = ("survey", "by", "questions", "show")
# Words of respondents' own beside the answers offered: the officer, who reads every word, sees them as answers.
TYPED_BESIDE = re.compile(r"canary(own|listed|race|faith|gender)\d{3}", re.IGNORECASE)


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
    """The choices of one picker of the page. A click that falls while the page is drawn anew opens nothing, and is made again."""
    offered = page.locator("[role=option]")
    for _ in range(10):
        page.locator("[data-testid=stMain] [data-testid=stSelectbox]").nth(at).locator("input").click()
        page.wait_for_timeout(700)
        if offered.count():
            break
    return offered


def every_choice(page, wire):
    """Choose each choice of each picker of figures about respondents in turn, and take every download each time."""
    take_downloads(page, wire)
    boxes = page.locator("[data-testid=stMain] [data-testid=stSelectbox]")
    for at in range(boxes.count()):
        named = (boxes.nth(at).locator("label").first.text_content() or "").strip().casefold()
        if not named.startswith(OF_RESPONDENTS):
            continue
        count = choices(page, at).count()
        page.keyboard.press("Escape")
        for which in [*range(1, count), 0]:
            choices(page, at).nth(which).click()
            settle(page)
            if which:
                take_downloads(page, wire)


def take_downloads(page, wire):
    """Every download the page offers, with what a workbook has inside."""
    buttons = page.locator("[data-testid=stDownloadButton] button")
    for at in range(buttons.count()):
        content = downloaded(page, buttons.nth(at)).read_bytes()
        wire.files.append(content)
        if content[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                wire.files += [parts.read(part) for part in parts.namelist()]


def downloaded(page, button):
    """The file behind a button. A click that falls while the page is being drawn again is made once more, as a person would."""
    for patience in (8_000, 30_000):
        try:
            with page.expect_download(timeout=patience) as begun:
                button.click()
            return begun.value.path()
        except TooLong:
            settle(page)
    raise AssertionError("a download never came")


def exact_counts(files):
    """Every number of respondents in a table that was downloaded which is under ten or no multiple of five."""
    found = []
    for content in files:
        if b"Town survey" not in content or content[:1] == b"<" or content[:2] == b"PK":
            continue
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        table = rows[1 : rows.index([])]
        for at, heading in enumerate(rows[0]):
            if "respondents" in heading.casefold() or "people" in heading.casefold():
                own = [row[at] for row in table if "Residents" not in row and re.fullmatch(r"\d+", row[at])]
                found += [(heading, number) for number in own if int(number) < 10 or int(number) % 5]
    return found


def test_no_word_name_or_id_of_a_respondent_and_no_small_number_crosses_the_wire(page, canaries):
    role, server = canaries
    wire = Wire(page)
    for name in OPEN:
        open_page(page, server, path(name), office="cleveland")
        assert "something went wrong" not in page.inner_text("body"), name
        if role == "reader":
            every_choice(page, wire)
        else:
            take_downloads(page, wire)
    assert len(wire.said) > 100 and len(wire.files) > 20
    assert [token for token in wire.tokens() if role == "reader" or not TYPED_BESIDE.fullmatch(token)] == []
    assert exact_counts(wire.files) == []
    log = next(server.folder.parent.glob("server-*.log")).read_text(encoding="utf-8")
    assert TOKEN.findall(log) == []


@pytest.mark.parametrize("name", ROOMS)
def test_an_officers_room_sends_a_reader_nothing_of_the_survey(page, canaries, name):
    role, server = canaries
    if role == "officer":
        pytest.skip("the officer may enter")
    wire = Wire(page)
    open_page(page, server, name, office="cleveland", view="officer", role="officer", reader="false")
    assert "This page is for the engagement officer" in page.inner_text("h1")
    assert wire.tokens() == [] and b"Town survey" not in b"".join(wire.said)
