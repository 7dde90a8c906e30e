"""One visitor's upload, from the drop to the receipt: what was settled, what is being worked on, what came of it."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from data.imports import Receipt
from data.jobs import start
from data.prepare import Choices
from data.settled.memory import forget
from data.upload import Opened, keep, look, open_upload
from pages.parts import session

# Most files are read while one would still be waiting for the page; only longer work shows its progress.
_PATIENCE = 2.0


@dataclass
class Upload:
    """`round` changes the uploader's key, which is how it is emptied; `replaces` is the import the next file is to take the place of."""

    round: int = 0
    name: str = ""
    choices: Choices = field(default_factory=Choices)
    opened: Opened | None = None
    receipts: list[Receipt] = field(default_factory=list)
    working: Future[Any] | None = None
    words: str = ""
    beside: frozenset[str] = frozenset()
    replaces: str = ""

    def read(self, name: str, content: bytes) -> None:
        """Begin to read a file."""
        self.name, self.choices, self.opened = name, Choices(), None
        self._begin(f"Reading {name}", open_upload, session.store(), session.profile(), name, content, self.choices, self.replaces)

    def settle(self, **settled: Any) -> None:
        """Read the file again as now settled, and draw the page anew; nothing happens where nothing new was settled."""
        choices = replace(self.choices, **settled)
        if choices != self.choices and self.opened:
            self.choices = choices
            self._again()

    def forget(self) -> None:
        """Forget what was settled before about files with these headings, and read the file as if it were the first."""
        if self.opened:
            forget(session.store(), {fact.fingerprint for fact in self.opened.recalled}, session.WHO)
            self.choices = Choices()
            self.round += 1
            self._again()

    def save(self) -> None:
        """Begin to save; the store keeps all of it or nothing."""
        if self.opened:
            self._begin("Saving", keep, session.store(), self.opened, session.WHO, self.beside)

    def clear(self) -> None:
        """Forget this upload and be ready for the next."""
        self.__init__(round=self.round + 1)  # type: ignore[misc]

    def settled(self) -> bool:
        """Take in the result of the work under way; false while it goes on. Raises what the work raised."""
        if self.working is None:
            return True
        try:
            result = self.working.result(timeout=_PATIENCE)
        except TimeoutError:
            return False
        finally:
            if self.working.done():
                self.working = None
        if isinstance(result, Opened):
            self.opened = result
        else:
            self.receipts = result
        return True

    def _again(self) -> None:
        assert self.opened is not None
        self._begin("Reading it again", look, session.store(), session.profile(), self.opened.book, self.choices, self.replaces)
        st.rerun()

    def _begin(self, words: str, work: Callable[..., Any], *arguments: Any) -> None:
        self.words = words
        self.working = start(work, *arguments)


def upload() -> Upload:
    """The visitor's upload for the office in view."""
    key = f"upload.{session.office()}.{session.is_example()}"
    if key not in st.session_state:
        st.session_state[key] = Upload()
    kept: Upload = st.session_state[key]
    return kept
