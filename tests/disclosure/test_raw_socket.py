"""What a client of one's own gets out of the server: another site's page, a reader who asks for an officer's room, a link that was overheard."""

import json
import re
import time
import uuid

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app import PAGES
from data.profile import load
from data.settled.releases import release
from pages.parts.doors import FADES
from pages.parts.role import OFFICERS_ROOMS
from pages.parts.session_releases import draft_of
from tests.browser.conftest import start
from tests.data.made_export import export
from tests.disclosure.raw_socket import asked, hashes, session, words_of
from tests.disclosure.serving import logged, serving, store_of
from tests.store import saved

PROFILE = load("cleveland")
ROOMS = [name for listed in PAGES.values() for name, title in listed if title in OFFICERS_ROOMS]
REFUSED = "This page is for the engagement officer"
KEPT_BACK = re.compile(r"Kept back|kumquat|\b1,?237\b|\b513\b")
STRANGERS = ["http://evil.example", "https://evil.example", "http://127.0.0.1:3000", "http://localhost", "null", "file://", "http://[", ""]


@pytest.fixture(scope="module", params=["reader", "officer"])
def server(request, tmp_path_factory):
    """A server for readers only or for the officer, with one survey released and one not; who it serves, its address, its folder, the survey."""
    folder = tmp_path_factory.mktemp(f"raw-{request.param}") / "store"
    with store_of(folder) as store:
        out = saved(store, export(1237), PROFILE, series="Residents survey").import_id
        saved(store, export(613, skip=100), PROFILE, name="Other.csv", series="Kept back")
        release(store, out, draft_of(store, PROFILE, out).shown, "an officer", "10-5", "passed")
        revision = store.revision()
    with serving(folder, request.param) as address:
        yield request.param, address, folder, out
    with store_of(folder) as store:
        assert store.revision() == revision, "nothing any client said changed the store"
    log = logged(folder)
    assert not KEPT_BACK.search(log) and "an officer" not in log


@pytest.fixture
def readers(server):
    if server[0] != "reader":
        pytest.skip("the officer may enter")
    return server


@pytest.fixture
def officers(server):
    if server[0] != "officer":
        pytest.skip("of the officer's server")
    return server


@pytest.mark.parametrize("origin", STRANGERS)
def test_a_page_of_another_site_or_another_program_is_not_let_in(server, origin):
    _, address, *_ = server
    with pytest.raises(InvalidStatus, match="403"), session(address, additional_headers={"Origin": origin}):
        raise AssertionError("a stranger was let in")
    for path in ("/", "/media/abc.csv", "/_stcore/health", "/_stcore/host-config"):
        assert asked(address, path, Origin=origin)[0] == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "169.254.169.254", ""])
def test_a_name_made_to_point_at_this_computer_is_not_answered(server, host):
    _, address, *_ = server
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec_WebSocket_Version": "13"}
    for path, more in (("/", {}), ("/media/abc.csv", {}), ("/_stcore/stream", upgrade)):
        status, body = asked(address, path, Host=host, **({"Origin": f"http://{host}"} | more))
        assert status in (400, 403) and b"Sounding" not in body


def test_a_page_of_its_own_is_let_in(server):
    _, address, *_ = server
    with session(address, origin=address) as own:
        assert "Residents survey" in words_of(own.open("survey_results", office="cleveland"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_reader_who_asks_for_an_officers_room_by_its_hash_gets_a_refusal(readers, room):
    _, address, _, survey = readers
    forged = [
        *((name, False) for name in ("reader", "presenting", "$$ID-0-reader")),
        *((name, "officer") for name in ("role", "page", "office", "view")),
        *((f"$$ID-{uuid.uuid4().hex}-{act}.{survey}", True) for act in ("withdraw", "erase.yes", "release", "save.top")),
        ("imports.erase", survey),
    ]
    with session(address) as own:
        known = hashes(own.open(office="cleveland"))
        for page in ({"page_hash": known[room]}, {"page": room}, {"page": f"/{room}", "page_hash": known[room]}):
            for widgets in ((), forged):
                said = words_of(own.open(**page, widgets=widgets, office="cleveland", role="officer", reader="0"))
                assert REFUSED in said and not KEPT_BACK.search(said), page
                assert "file_uploader" not in said and "deferred" not in said


def test_a_page_nobody_has_opens_nothing(server):
    role, address, *_ = server
    with session(address) as own:
        own.open(office="cleveland")
        for name in ("../data/store", "pages/imports.py", "%2e%2e/imports", "imports\x00", "x" * 10_000):
            said = words_of(own.open(page=name, page_hash="0" * 32, office="cleveland"))
            assert "an officer" not in said and (role == "officer" or not KEPT_BACK.search(said))


def test_what_only_a_developers_server_obeys_is_not_obeyed_and_nonsense_ends_only_its_own_session(server):
    _, address, *_ = server
    for kind in ("debug_shutdown_runtime", "debug_disconnect_websocket", "clear_cache", "stop_script"):
        with session(address) as own:
            message = BackMsg()
            setattr(message, kind, True)
            own.say(message)
    for nonsense in (b"\xff" * 1000, b"", "text", b"\x00" * 100_000):
        with session(address) as own:
            try:
                own.wire.send(nonsense)
                own.hear(2)
            except ConnectionClosed:
                pass
    with session(address) as own:
        message = BackMsg()
        message.backend_operation_request.request_id = "1"
        message.backend_operation_request.install_skills.SetInParent()
        own.say(message)
        assert "Residents survey" in words_of(own.open("survey_results", office="cleveland"))


def test_a_reader_can_send_no_file(readers):
    _, address, *_ = readers
    with session(address) as own:
        own.open(office="cleveland")
        for name in (own.name, uuid.uuid4().hex):
            assert asked(address, f"/_stcore/upload_file/{name}/{uuid.uuid4().hex}", "PUT", Content_Length="0")[0] == 403


def link(own, placeholder):
    """The address of a download, made as the button's click would make it; '' where it is refused."""
    message = BackMsg()
    message.backend_operation_request.request_id = placeholder
    message.backend_operation_request.session_id = own.name
    message.backend_operation_request.deferred_file.file_id = placeholder
    own.say(message)
    (answer,) = [one for one in own.hear(20, "backend_operation_response") if one.HasField("backend_operation_response")]
    return answer.backend_operation_response.deferred_file.url


def placeholders(heard):
    return [
        message.delta.new_element.download_button.deferred_file_id
        for message in heard
        if message.HasField("delta") and message.delta.new_element.HasField("download_button")
    ]


def test_the_link_to_a_download_soon_fades_and_cannot_be_guessed(server):
    _, address, *_ = server
    with session(address) as own, session(address) as other:
        mine = placeholders(own.open("survey_results", office="cleveland"))
        others = placeholders(other.open("survey_results", office="cleveland"))
        assert mine and not set(mine) & set(others) and all(re.fullmatch("[0-9a-f]{32}", one) for one in mine)
        found = link(own, mine[0])
        assert re.fullmatch(r"/media/[0-9a-f]{32,}\.\w+", found)
        assert asked(address, found)[0] == 200
        time.sleep(FADES + 1)
        assert asked(address, found)[0] == 404, "whoever overheard the link comes too late"
        assert link(own, mine[0]) == found and asked(address, found)[0] == 200, "its own button makes it anew"
        assert link(other, uuid.uuid4().hex) == "" and link(other, found.split("/")[-1]) == ""
    for guess in ("0" * 56, "../store/cleveland.duckdb", "%2e%2e%2fserve.py", "*"):
        assert asked(address, f"/media/{guess}")[0] in (400, 404)


def test_a_part_of_a_download_counts_as_the_whole(server):
    _, address, *_ = server
    with session(address) as own:
        found = link(own, placeholders(own.open("survey_results", office="cleveland"))[0])
        assert asked(address, found, Range="bytes=0-9")[0] == 206
        time.sleep(FADES + 1)
        assert asked(address, found)[0] == 404


def test_a_download_nobody_fetched_is_forgotten_when_others_go_on(server):
    _, address, *_ = server
    with session(address) as own:
        found = link(own, placeholders(own.open("survey_results", office="cleveland"))[0])
    with session(address) as other:
        for _ in range(3):
            other.open("coverage", office="cleveland")
        assert asked(address, found)[0] == 404


def test_a_reader_cannot_fetch_what_the_officers_server_made(officers, tmp_path, monkeypatch):
    """Readers are served by a process of their own: what an officer's session made is not in its memory."""
    _, address, *_ = officers
    process, beside = start(tmp_path / "readers", "--readers")
    try:
        with session(address) as own:
            found = link(own, placeholders(own.open("survey_results", office="cleveland"))[0])
            assert asked(beside, found)[0] == 404 and asked(address, found)[0] == 200
    finally:
        process.terminate()
        process.wait(timeout=15)


def test_the_server_says_nothing_of_where_it_stands(server):
    _, address, folder, _ = server
    with session(address) as own:
        said = words_of(own.open(office="cleveland"))
    assert str(folder) not in said
    status, body = asked(address, "/_stcore/host-config")
    assert status == 200 and json.loads(body)["allowedOrigins"] == []
