"""A change between waves in a real browser: an arrow only where the waves asked the same thing in the same way."""

from datetime import date

import pytest

from data.office import choose_office, open_office, store_path
from data.profile import load
from tests.browser.conftest import Server, open_page, settle, start
from tests.pages.made_waves import CONFIDENCE, save_wave

FIRST, SECOND = {"seed": 1, "closed": date(2025, 6, 30), "confident": 0.4}, {"seed": 2, "closed": date(2026, 6, 30), "confident": 0.7}
OTHER_SCALE = ("Extremely confident", *CONFIDENCE[1:])
OTHER_WORDING = "Overall, how much confidence do you have in the police in your area these days?"
ARROWS = ("▲", "▼", "↑", "↓")
# What is planted in the second wave → what the page says of it; None where the waves are alike.
PLANTED = {
    "nothing": ({}, {}, None),
    "wording": ({}, {"wording": OTHER_WORDING}, "The wording of the question changed"),
    "scale": ({}, {"scale": OTHER_SCALE}, "The answers offered changed"),
    "mode": ({}, {"mode": "online"}, "The way people answered changed, from telephone to online"),
    "weighting": ({}, {"weights": False}, "The weighting changed"),
    "open": ({"evidence": "open"}, {"evidence": "open"}, "People chose whether to take part"),
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A server for each planting, its store filled before it starts."""
    running = []

    def serving(planted: str) -> Server:
        before, after, _ = PLANTED[planted]
        folder = tmp_path_factory.mktemp(planted) / "store"
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOUNDING_BOARD_STORE", str(folder))
            choose_office("cleveland")
            profile = load("cleveland")
            with open_office("cleveland", store_path("cleveland", example=False)) as store:
                save_wave(store, profile, **FIRST | before)
                save_wave(store, profile, **SECOND | after)
        process, address = start(folder)
        running.append(process)
        return Server(address, folder)

    yield serving
    for process in running:
        process.terminate()
        process.wait(timeout=15)


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_change_of_how_it_was_asked_blocks_the_arrow(planted, prepared, page):
    server, why = prepared(planted), PLANTED[planted][2]
    open_page(page, server, "trends", office="cleveland")
    if planted == "weighting":
        page.get_by_text("Use the weights in the surveys' files").click()
        page.wait_for_selector("td:has-text('Not comparable')", timeout=20_000)
        settle(page)
    row = page.locator("tr", has_text="onfidence in the police").first.inner_text()
    if why is None:
        assert "A real change" in row and "Not comparable" not in row
        assert "rose by" in page.inner_text("[data-testid=stMain]")
        return
    assert "Not comparable" in row and why in row
    said = page.inner_text("[data-testid=stMain]")
    assert "A real change" not in said and "rose by" not in said and "fell by" not in said and not any(arrow in said for arrow in ARROWS)
    open_page(page, server, "overview", office="cleveland")
    cards = page.locator(".sb-card", has_text="onfidence")
    for card in cards.all_inner_texts():
        assert not any(arrow in card for arrow in ARROWS) and "Improving" not in card
