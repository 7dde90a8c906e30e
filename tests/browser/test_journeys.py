"""What people come to do, from the first screen to the figure, in a real browser."""

import re

from tests.browser.conftest import open_page, settle
from tests.browser.made_survey import smartsurvey_csv


def headline(page) -> str:
    return page.inner_text("h1")


def test_one_click_from_nothing_to_a_filled_overview(page, fresh_server):
    open_page(page, fresh_server)
    page.get_by_role("button", name="Try OPCC for Gwent").click()
    page.wait_for_selector(".sb-cards", timeout=60_000)
    settle(page)
    assert page.locator(".sb-card").count() >= 6
    assert "Example data" in page.inner_text(".sb-banner")


def test_a_deep_link_opened_first_gets_its_page_and_its_frame(page, fresh_server):
    open_page(page, fresh_server, "definitions", office="cleveland")
    assert "worked out" in headline(page)
    assert page.get_by_role("link", name="Overview").count() == 1, "the navigation of app.py is there"


def test_leadership_sees_every_status_and_what_needs_attention_without_scrolling(page, example):
    page.set_viewport_size({"width": 1366, "height": 625})
    open_page(page, example, office="cleveland", data="example")
    lowest = page.evaluate(
        """Math.max(...[...document.querySelectorAll('.st-key-overview .sb-card, .sb-tight')].map(one => one.getBoundingClientRect().bottom))"""
    )
    assert lowest <= 625


def test_a_smartsurvey_file_is_charted_in_three_clicks_with_nothing_typed(page, fresh_server):
    open_page(page, fresh_server, "upload", office="cleveland")
    page.set_input_files("input[type=file]", {"name": "town survey 2026.csv", "mimeType": "text/csv", "buffer": smartsurvey_csv(120)})
    page.wait_for_selector("text=We read 120 responses", timeout=30_000)
    page.get_by_role("button", name="Save 120 responses").click()
    page.wait_for_selector("text=Receipt", timeout=30_000)
    page.get_by_role("link", name="See the results").click()
    page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", timeout=30_000)
    settle(page)
    assert "120 responses" in page.inner_text("[data-testid=stMain]")
    assert "jo.bloggs" not in page.content()


def test_the_same_file_again_changes_nothing(page, fresh_server):
    content = smartsurvey_csv(60)
    for _ in range(2):
        open_page(page, fresh_server, "upload", office="cleveland")
        page.set_input_files("input[type=file]", {"name": "town.csv", "mimeType": "text/csv", "buffer": content})
        page.wait_for_selector("text=/We read|added before/", timeout=30_000)
        if page.get_by_role("button", name="Save 60 responses").count():
            page.get_by_role("button", name="Save 60 responses").click()
            page.wait_for_selector("text=Receipt", timeout=30_000)
    assert "added before" in headline(page)


def test_an_import_is_withdrawn_and_put_back_and_every_figure_returns(page, example):
    def figures() -> str:
        open_page(page, example, "activities", office="cleveland", data="example")
        return re.sub(r"\s+", " ", " ".join(page.locator(".sb-cards, details.sb-details").all_text_contents()))

    before = figures()
    open_page(page, example, "imports", office="cleveland", data="example")
    log = page.locator("[class*=st-key-import-]").filter(has_text="activity-log")
    log.get_by_role("button", name="Withdraw").click()
    log.get_by_role("button", name="Put back").wait_for()
    settle(page)
    open_page(page, example, "activities", office="cleveland", data="example")
    assert "No activity" in headline(page)
    open_page(page, example, "imports", office="cleveland", data="example")
    page.locator("[class*=st-key-import-]").filter(has_text="activity-log").get_by_role("button", name="Put back").click()
    page.locator("[class*=st-key-import-]").filter(has_text="activity-log").get_by_role("button", name="Withdraw").wait_for()
    settle(page)
    assert figures() == before


def test_a_meeting_is_shown_by_keyboard_alone(page, example):
    page.set_viewport_size({"width": 1280, "height": 720})
    open_page(page, example, "present", office="cleveland", data="example")
    seen = [headline(page)]
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "said => document.querySelector('h1') && document.querySelector('h1').innerText !== said", arg=seen[-1], timeout=15_000
        )
        settle(page)
        seen.append(headline(page))
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= 720, seen[-1]
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("said => document.querySelector('h1').innerText === said", arg=seen[-2], timeout=15_000)
    page.keyboard.press("Escape")
    page.wait_for_selector(".sb-cards", timeout=15_000)
    assert page.get_by_role("link", name="Overview").count() == 1


def test_text_in_a_meeting_is_large_enough_for_the_back_row(page, example):
    page.set_viewport_size({"width": 1280, "height": 720})
    open_page(page, example, "present", office="cleveland", data="example")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", timeout=15_000)
    settle(page)
    sizes = page.evaluate(
        """[...document.querySelectorAll('.sb-slide h1, .sb-slide p, [data-testid=stPlotlyChart] svg text')]
           .filter(one => one.textContent.trim()).map(one => [one.tagName, parseFloat(getComputedStyle(one).fontSize)])"""
    )
    assert all(size >= {"H1": 40, "P": 20, "text": 28}[tag] for tag, size in sizes), sizes


def test_a_link_shows_the_same_figures(page, example):
    open_page(page, example, office="cleveland", data="example", period="2025-26", area="Middlesbrough")
    assert "2025/26" in page.inner_text(".sb-eyebrow")
    assert "area=Middlesbrough" in page.url and "period=2025-26" in page.url


def test_nothing_hides_under_the_header_when_walking_back_by_keyboard(page, example):
    open_page(page, example, "activities", office="cleveland", data="example")
    page.locator(".sb-foot").scroll_into_view_if_needed()
    page.get_by_role("button", name="Download Excel").last.focus()
    hidden = 0
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        page.wait_for_timeout(30)
        hidden += page.evaluate(
            """() => { const one = document.activeElement.getBoundingClientRect();
                 const head = document.querySelector('[data-testid=stHeader]').getBoundingClientRect();
                 return document.activeElement.closest('[data-testid=stMain]') && one.height > 0 && one.bottom <= head.bottom ? 1 : 0 }"""
        )
    assert hidden == 0
