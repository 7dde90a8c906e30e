"""Every filled page, at the sizes people use: readable by everyone, and nothing out of place."""

from itertools import pairwise

import pytest

from tests.browser.conftest import open_page, settle, window_of
from tests.browser.every_page import NAMES, path, serious

SIZES = {"laptop": (1366, 768), "projector": (1280, 720), "telephone": (320, 640)}


@pytest.fixture(scope="module", params=NAMES)
def filled(request, chromium, example):
    """Each page with the example in it, opened once for all that is asked of it."""
    with window_of(chromium) as page:
        open_page(page, example, path(request.param), office="cleveland", data="example")
        yield page


def test_every_chart_has_a_name_and_a_table_and_no_heading_level_is_skipped(filled):
    charts = filled.locator("[data-testid=stPlotlyChart]")
    tables = filled.locator("details.sb-details table")
    for i in range(charts.count()):
        named = charts.nth(i).locator("xpath=descendant-or-self::*[@aria-label]").first.get_attribute("aria-label")
        assert named and len(named) <= 200
    # Present shows one finding large and keeps its table for the page the finding comes from.
    if not filled.locator(".st-key-present-stage").count():
        assert tables.count() >= charts.count()
    levels = [int(tag[1]) for tag in filled.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(one => one.tagName)")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


def test_a_filled_page_can_be_used_by_everyone_at_every_size(filled):
    assert filled.locator("h1").count() == 1
    assert "This app has encountered an error" not in filled.inner_text("body")
    assert filled.title().endswith("Sounding Board")
    for size, (width, height) in SIZES.items():
        filled.set_viewport_size({"width": width, "height": height})
        settle(filled)
        assert serious(filled) == [], size
        assert filled.evaluate("document.documentElement.scrollWidth") <= width, size
