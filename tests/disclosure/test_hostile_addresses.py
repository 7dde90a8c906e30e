"""Whatever stands in the address of any page: nothing breaks, nothing of it becomes part of the page's markup, and nothing of it is written down."""

import os
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from app import PAGES
from data.imports import withdraw
from data.profile import load
from data.settled.releases import release
from pages.parts.session_releases import draft_of
from tests.data.made_export import export
from tests.data.made_files import FILES
from tests.disclosure.raw_socket import hashes, session
from tests.disclosure.serving import logged, serving, store_of
from tests.store import saved

PROFILE = load("cleveland")
NAMES = [name for listed in PAGES.values() for name, _ in listed]
PARAMETERS = ["period", "area", "audience", "method", "view", "survey", "question", "by", "measure", "only", "screen", "data", "reader", "role"]
MARK = "zqxhostile"
HOSTILE = [
    f"<script>{MARK}()</script>",
    f'"><img src=x onerror={MARK}()>',
    f"../../../etc/{MARK}\x00.duckdb",
    "9" * 10_000,
    f"{MARK}' OR 1=1; DROP TABLE imports; --",
    f"[{MARK}](javascript:alert(1)) :blue-badge[{MARK}] $\\href{{x}}$",
    f"{MARK}:%00,%ff|a:b|{MARK}%3Cscript%3E" + "\u202e" * 500,
    "None",
]
# Each page is tried with a few of the combinations, the next page with the next few; a run to quote takes ADDRESSES=8, which is all of them.
EACH = int(os.environ.get("ADDRESSES", "1"))


@pytest.fixture(scope="module", params=["reader", "officer"])
def server(request, tmp_path_factory):
    """A server with data of two offices: its address, its folder, and the ids of a survey of the other office and of one withdrawn."""
    folder = tmp_path_factory.mktemp(f"addresses-{request.param}") / "store"
    with store_of(folder, "gwent") as store:
        elsewhere = saved(store, export(90), load("gwent"), name="elsewhere.csv", series="Elsewhere").import_id
    with store_of(folder) as store:
        for name in ("log.csv", "outcomes.csv", "plan.csv"):
            saved(store, FILES[name], PROFILE, name)
        survey = saved(store, export(120), PROFILE, name="survey.csv").import_id
        gone = saved(store, export(420, skip=300), PROFILE, name="gone.csv", series="Withdrawn one").import_id
        withdraw(store, gone, "an officer")
        release(store, survey, draft_of(store, PROFILE, survey).shown, "an officer", "10-5", "passed")
    with serving(folder, request.param) as address:
        yield address, folder, (elsewhere, gone)
    log = logged(folder)
    assert MARK not in log and "99999" not in log and "Reference" not in log and "Traceback" not in log


class Markup(HTMLParser):
    """Everything in a page's HTML that no template of ours has."""

    def __init__(self):
        super().__init__()
        self.forged = []

    def handle_starttag(self, tag, attrs):
        hostile = any(name.startswith("on") or (value or "").strip().startswith("javascript:") for name, value in attrs)
        # The small pictures of a trend carry themselves.
        fetched = tag == "img" and not (dict(attrs).get("src") or "").startswith("data:image/")
        if tag in ("script", "iframe", "form", "svg") or fetched or hostile:
            self.forged.append(tag)


def visited(address, name, query):
    """What a new session hears that comes straight to a page."""
    written = {parameter: quote(value, safe="") for parameter, value in query.items()}
    with session(address) as own:
        known = hashes(own.open(**written)) if not _HASHES else {}
        _HASHES.update(known)
    with session(address) as own:
        return own.open(name, _HASHES["" if name == "overview" else name], **written)


_HASHES: dict[str, str] = {}


def elements(heard, kind):
    return [m.delta.new_element for m in heard if m.HasField("delta") and m.delta.HasField("new_element") and m.delta.new_element.HasField(kind)]


def checked(heard, where):
    assert heard and heard[-1].WhichOneof("type") == "script_finished" and not elements(heard, "exception"), where
    seen = " ".join(one.html.body for one in elements(heard, "html"))
    assert "something went wrong" not in seen and "<h1" in seen, where
    read = Markup()
    read.feed(seen)
    assert read.forged == [], where
    # What is named as not known is cut short; nothing is handed back whole.
    assert "9" * 200 not in seen and MARK not in " ".join(one.markdown.body for one in elements(heard, "markdown")), where


def values(shift):
    """Each parameter with one of the hostile values; over the shifts each has every one."""
    return {parameter: HOSTILE[(i + shift) % len(HOSTILE)] for i, parameter in enumerate(PARAMETERS)}


@pytest.mark.parametrize("name", NAMES)
def test_no_address_breaks_a_page_or_becomes_part_of_it(name, server):
    address, _, others = server
    first = NAMES.index(name) * EACH
    for shift in range(first, first + EACH):
        checked(visited(address, name, values(shift) | {"office": "cleveland"}), (name, shift))
    for survey in others[: 1 + EACH // 2]:
        query = {"office": "cleveland", "survey": survey, "question": f"{survey}.1", "only": f"{survey}.1:Yes", "by": f"{survey}.2"}
        heard = visited(address, name, query)
        checked(heard, (name, survey))
        if name != "imports":
            said = b"".join(message.SerializeToString() for message in heard)
            assert b"Elsewhere" not in said and b"Withdrawn one" not in said, (name, survey)


@pytest.mark.parametrize("office", [*HOSTILE, "../cleveland", "cleveland-example", "CLEVELAND", "gwent\x00"])
def test_an_office_that_is_none_is_nobodys(office, server):
    address, folder, _ = server
    before = sorted(path.name for path in folder.iterdir())
    checked(visited(address, "overview", {"office": office, "data": office}), office[:40])
    assert sorted(path.name for path in folder.iterdir()) == before
