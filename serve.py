"""Start Sounding Board on this computer: `python serve.py [--port 8501] [--no-browser] [--readers]`.

Everything Streamlit serves passes through the headers below. Nothing listens beyond this computer: the address is not an option.
"""

import argparse
import base64
import hashlib
import os
import re
import threading
import time
import urllib.request
import webbrowser
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.parts.doors import LinksFade, OwnPagesOnly, ReadersBringNothing
from pages.parts.failed import failed

ADDRESS = "127.0.0.1"


def inline_scripts() -> str:
    """The hashes of the scripts that stand in Streamlit's own page, so that these and no others may run from inside a page."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)


# Scripts come from this server alone (blob: is how Streamlit starts a component of our own); no frame may hold the page, and
# nothing is fetched from elsewhere.
HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {inline_scripts()}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "manifest-src 'self'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class PlainHeaders:
    """Adds the headers to every answer, and tells the browser to keep nothing but Streamlit's own unchanging files."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if not scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, send_with_headers)


app = st.App(
    "app.py",
    middleware=[
        Middleware(TrustedHostMiddleware, allowed_hosts=[ADDRESS, "localhost"]),
        Middleware(OwnPagesOnly),
        Middleware(ReadersBringNothing),
        Middleware(LinksFade),
        Middleware(PlainHeaders),
    ],
    on_script_error=failed,
)


def main() -> None:
    options = argparse.ArgumentParser(description="Start Sounding Board on this computer.")
    options.add_argument("--port", type=int, default=8501)
    options.add_argument("--no-browser", action="store_true", help="do not open a browser window")
    options.add_argument("--readers", action="store_true", help="serve readers only: released figures, and none of the officer's rooms")
    chosen = options.parse_args()
    if chosen.readers:
        os.environ["SOUNDING_BOARD_ROLE"] = "reader"
    address = f"http://{ADDRESS}:{chosen.port}"
    if not chosen.no_browser:
        threading.Thread(target=_open_when_ready, args=(address,), daemon=True).start()
    print(f"Sounding Board is at {address} – only people at this computer can see it. Stop it with Ctrl+C.", flush=True)
    app.run(config={"server.address": ADDRESS, "server.port": chosen.port})


def _open_when_ready(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            webbrowser.open(address)
            return
        except OSError:
            time.sleep(0.2)


if __name__ == "__main__":
    main()
