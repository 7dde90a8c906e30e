from datetime import date, datetime

import pytest

from data.clock import LONDON, today


def test_today_is_the_day_in_london(monkeypatch):
    monkeypatch.delenv("SOUNDING_BOARD_TODAY", raising=False)
    before = datetime.now(LONDON).date()
    assert before <= today() <= datetime.now(LONDON).date()


def test_another_day_may_be_put_in_its_place(monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", "2024-03-31")
    assert today() == date(2024, 3, 31)


def test_a_day_that_is_none_is_an_error(monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", "31/03/2024")
    with pytest.raises(ValueError, match="isoformat"):
        today()
