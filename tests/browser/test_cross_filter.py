"""Choosing a bar in a real browser: everything on the page is then of those people, the address says so, and it is undone."""

import re
from urllib.parse import unquote

from tests.browser.conftest import open_page, settle

ONLY = re.compile(r"[?&]only=")


def responses(page) -> str:
    return page.inner_text(".sb-words") if page.locator(".sb-words").count() else ""


def test_a_bar_chosen_looks_at_those_people_only_the_address_keeps_it_and_it_is_undone(page, example):
    open_page(page, example, "crosstabs", office="cleveland", data="example")
    assert not ONLY.search(page.url)
    before = page.inner_text(".sb-crosstab")
    bar = page.locator("[data-testid=stPlotlyChart] .barlayer .trace").first.locator(".point path").first
    bar.scroll_into_view_if_needed()
    # A layer over the drawing takes the click and finds the bar under it, once the pointer has rested there.
    box = bar.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y, steps=4)
    page.wait_for_timeout(500)
    page.mouse.click(x, y)
    page.wait_for_selector(".sb-words:has-text('Only')")
    settle(page)
    assert ONLY.search(unquote(page.url))
    assert page.inner_text(".sb-crosstab") != before
    address = page.url
    page.reload()
    page.wait_for_selector(".sb-words:has-text('Only')")
    settle(page)
    assert page.url == address
    page.get_by_role("button", name="Look at everybody again").click()
    page.wait_for_selector(".sb-words:has-text('Only')", state="detached")
    settle(page)
    assert not ONLY.search(page.url)
    assert page.inner_text(".sb-crosstab") == before
