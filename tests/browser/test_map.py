"""A file of boundaries from the drop to the map: drawn by the page alone, usable by everyone at every size, and nothing asked of anybody else."""

from data.office import choose_office, open_office, store_path
from data.profile import load
from tests.browser.conftest import TODAY, Server, open_page, settle, start
from tests.browser.every_page import serious
from tests.browser.test_pages import SIZES
from tests.data.made_boundaries import areas
from tests.data.made_export import export
from tests.store import saved


def test_boundaries_are_added_and_drawn_without_asking_anything_outside_this_computer(page, tmp_path, monkeypatch):
    folder = tmp_path / "mapped"
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(folder))
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", TODAY)
    choose_office("cleveland")
    with open_office("cleveland", store_path("cleveland")) as store:
        saved(store, export(300), load("cleveland"))
    process, address = start(folder)
    try:
        server = Server(address, folder)
        open_page(page, server, "upload", office="cleveland")
        page.set_input_files("input[type=file]", {"name": "LAD_BUC.geojson", "mimeType": "application/geo+json", "buffer": areas()})
        page.get_by_role("button", name="Save 4 outlines").first.click()
        page.get_by_role("link", name="See the map").click()
        page.wait_for_selector("text=Areas are numbered in the order of the bars", timeout=30_000)
        for label in ("Download CSV", "Download Excel"):
            with page.expect_download(timeout=20_000) as begun:
                page.get_by_role("button", name=label).first.click()
            assert begun.value.path().stat().st_size > 500, "a link that fades is still there for a click"
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            settle(page)
            drawn = page.locator("[data-testid=stPlotlyChart]").filter(has=page.locator(".js-fill"))
            assert drawn.count() == 1, name
            box = drawn.locator(".plot-container").bounding_box()
            assert 0 < box["width"] <= width and box["height"] < 500, name
            assert sorted(drawn.locator(".textpoint text").all_text_contents()) == ["1", "2", "3", "4"]
            assert serious(page) == [], name
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    finally:
        process.terminate()
        process.wait(timeout=15)
