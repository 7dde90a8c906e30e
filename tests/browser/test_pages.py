"""Every page, empty and filled, at the sizes people use: readable by everyone, and nothing out of place."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from app import PAGES
from tests.browser.conftest import open_page, settle

NAMES = [name for listed in PAGES.values() for name, _ in listed]
SIZES = {"laptop": (1366, 768), "projector": (1280, 720), "telephone": (320, 640)}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def path(name: str) -> str:
    return "" if name == "overview" else name


def serious(page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_page_can_be_used_by_everyone_at_every_size(page, example, name):
    open_page(page, example, path(name), office="cleveland", data="example")
    assert page.locator("h1").count() == 1
    assert "This app has encountered an error" not in page.inner_text("body")
    assert page.title().endswith("Sounding Board")
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        assert serious(page) == [], size
        assert page.evaluate("document.documentElement.scrollWidth") <= width, size


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_page_says_what_to_do(page, server, name):
    open_page(page, server, path(name), office="gwent")
    assert page.locator("h1").count() == 1
    assert serious(page) == []
    assert "error" not in page.inner_text("h1").lower()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "present"])
def test_every_chart_has_a_name_and_a_table_and_no_heading_level_is_skipped(page, example, name):
    open_page(page, example, path(name), office="cleveland", data="example")
    charts = page.locator("[data-testid=stPlotlyChart]")
    tables = page.locator("details.sb-details table")
    for i in range(charts.count()):
        named = charts.nth(i).locator("xpath=descendant-or-self::*[@aria-label]").first.get_attribute("aria-label")
        assert named and len(named) <= 200
    assert tables.count() >= charts.count()
    levels = [int(tag[1]) for tag in page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(one => one.tagName)")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
