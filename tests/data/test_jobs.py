import threading

import pytest

from data.jobs import start


def test_work_gives_its_result():
    assert start(lambda a, b: a + b, 2, 3).result(timeout=5) == 5


def test_work_gives_its_error():
    with pytest.raises(ZeroDivisionError):
        start(lambda: 1 / 0).result(timeout=5)


def test_work_goes_on_beside_whoever_began_it():
    go = threading.Event()
    work = start(go.wait, 5)
    assert not work.done()
    go.set()
    assert work.result(timeout=5) is True
