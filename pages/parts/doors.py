"""Who may knock, before a page is asked for: only pages of this very server, readers bring nothing in, and the link to a download soon fades."""

import asyncio

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.runtime import Runtime

from pages.parts.role import readers_only

_UPLOADS, _DOWNLOADS = "/_stcore/upload_file", "/media/"
FADES = 5.0  # seconds


class OwnPagesOnly:
    """Refuses what a page of another site, or of another program on this computer, asks for through a visitor's browser.

    Streamlit itself lets in any page of this computer, and before it refuses others asks a server elsewhere what this computer's address is.
    A program that is no browser says no origin, and is let in: it runs as somebody at this computer.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            headers = Headers(scope=scope)
            host = headers.get("host", "")
            if any(origin not in (f"http://{host}", f"https://{host}") for origin in headers.getlist("origin")):
                refusal = WebSocketClose() if scope["type"] == "websocket" else PlainTextResponse("Not from here", status_code=403)
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)


class ReadersBringNothing:
    """Refuses every upload where readers only are served: no page of theirs takes a file, and what is sent all the same would fill the memory."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and readers_only() and scope["path"].startswith(_UPLOADS):
            await PlainTextResponse("Not from here", status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


class LinksFade:
    """Forgets a download seconds after it was handed out: its address needs no session, so whoever has the link could fetch it too.

    Streamlit keeps one until some script has run twice more. A browser may ask twice for one click; the button makes the file anew at each.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def forgetting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in (200, 206) and scope["method"] == "GET":
                file_id = scope["path"].removeprefix(_DOWNLOADS).partition(".")[0]
                asyncio.get_running_loop().call_later(FADES, Runtime.instance().media_file_mgr._storage.delete_file, file_id)
            await send(message)

        download = scope["type"] == "http" and scope["path"].startswith(_DOWNLOADS)
        await self.app(scope, receive, forgetting if download else send)
