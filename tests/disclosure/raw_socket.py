"""A client of our own in place of a browser: it says to the server whatever it likes, and hears everything it is sent."""

import socket
from contextlib import contextmanager
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

SCRIPT_FINISHED = "script_finished"


class RawSocket:
    """One session of a server."""

    def __init__(self, wire):
        self.wire = wire
        self.name = ""

    def say(self, message):
        self.wire.send(message.SerializeToString())

    def hear(self, seconds=60.0, until=SCRIPT_FINISHED):
        """Every message up to the first of a kind."""
        heard = []
        while True:
            try:
                message = ForwardMsg.FromString(self.wire.recv(timeout=seconds))
            except (TimeoutError, ConnectionClosed):
                return heard
            heard.append(message)
            if message.HasField("new_session"):
                self.name = message.new_session.initialize.session_id
            if message.WhichOneof("type") == until and (until != SCRIPT_FINISHED or message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY):
                return heard

    def open(self, page="", page_hash="", widgets=(), **query):
        """Ask for a page as a browser does, and hear what comes."""
        message = BackMsg()
        message.rerun_script.query_string = "&".join(f"{name}={value}" for name, value in query.items())
        message.rerun_script.page_name = page
        message.rerun_script.page_script_hash = page_hash
        for name, value in widgets:
            widget = message.rerun_script.widget_states.widgets.add(id=name)
            setattr(widget, {bool: "bool_value", str: "string_value"}[type(value)], value)
        self.say(message)
        return self.hear()


@contextmanager
def session(address, **more):
    """A session of the server at an address. Raises InvalidStatus where the server does not let it in."""
    place = urlsplit(address)
    with connect(f"ws://{place.netloc}/_stcore/stream", max_size=None, subprotocols=["streamlit"], **more) as wire:
        yield RawSocket(wire)


def words_of(heard):
    """Everything in the messages, as one text."""
    return b"\n".join(message.SerializeToString() for message in heard).decode("utf-8", "replace")


def hashes(heard):
    """The hash of every page the server speaks of, by its name in the address."""
    return {page.url_pathname: page.page_script_hash for message in heard if message.HasField("navigation") for page in message.navigation.app_pages}


def asked(address, path, method="GET", **headers):
    """The status and the body of the answer to a request, with headers as they are given here and no others."""
    place = urlsplit(address)
    given = {"Host": place.netloc, "Connection": "close"} | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items()), "", ""]
    with socket.create_connection((place.hostname, place.port), timeout=20) as wire:
        wire.sendall("\r\n".join(lines).encode())
        answer = b""
        while part := wire.recv(65_536):
            answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body
