"""A store made for a server, and the server on it: for readers only or for the officer, stopped when the test is over."""

from contextlib import contextmanager

import pytest

from data.office import choose_office, open_office, store_path
from tests.browser.conftest import TODAY, start


@contextmanager
def store_of(folder, office="cleveland"):
    """The store of an office in a folder, which is the office the folder opens from then on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDING_BOARD_STORE", str(folder))
        patch.setenv("SOUNDING_BOARD_TODAY", TODAY)
        choose_office(office)
        with open_office(office, store_path(office)) as store:
            yield store


@contextmanager
def serving(folder, whom):
    """The address of a server on that folder."""
    process, address = start(folder, *(["--readers"] if whom == "reader" else []))
    try:
        yield address
    finally:
        process.terminate()
        process.wait(timeout=15)


def logged(folder):
    """What a server that has stopped wrote down."""
    return next(folder.parent.glob("server-*.log")).read_text(encoding="utf-8")
