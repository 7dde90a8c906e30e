"""A file's way in: one that no format knows, a large one, and one that was mended in a spreadsheet."""

import io
import random
import re

import pandas as pd
from openpyxl import load_workbook

from tests.browser.conftest import open_page, settle
from tests.browser.made_survey import smartsurvey_csv, wide_smartsurvey_csv

MOST_CLICKS = 6


def drop(page, name: str, content: bytes) -> None:
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})


def unknown_export(respondents: int) -> bytes:
    """Columns named as no survey tool names them, and no word that says a respondent stands in a row."""
    drawn = random.Random(7)
    rows = [
        {"ref": f"A{i:04}", "conf": drawn.choice(("High", "Middling", "Low")), "seen": drawn.choice(("Yes", "No")), "where": drawn.choice("NSEW")}
        for i in range(respondents)
    ]
    return pd.DataFrame(rows).to_csv(index=False).encode()


def test_an_export_no_format_knows_is_charted_in_six_clicks_with_nothing_typed(page, fresh_server):
    open_page(page, fresh_server, "upload", office="cleveland")
    drop(page, "unknown.csv", unknown_export(150))
    asked = page.get_by_text("What is in this file?")
    save = page.get_by_role("button", name=re.compile("^Save "))
    asked.or_(save).first.wait_for(timeout=30_000)
    clicks = 0
    if asked.count():
        page.get_by_label("It holds").click()
        page.get_by_role("option", name="Survey answers").click()
        clicks += 2
    save.first.wait_for(timeout=30_000)
    save.first.click()
    page.get_by_role("link", name="See the results").click(timeout=30_000)
    clicks += 2
    page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", timeout=30_000)
    settle(page)
    assert clicks <= MOST_CLICKS
    assert "150 responses" in page.inner_text("[data-testid=stMain]")


def test_five_thousand_answers_to_sixty_questions_are_saved_and_charted_within_a_minute(page, fresh_server):
    open_page(page, fresh_server, "upload", office="cleveland")
    drop(page, "large survey.csv", wide_smartsurvey_csv(5_000, 60))
    page.get_by_role("button", name="Save 5,000 responses").click(timeout=60_000)
    page.get_by_role("link", name="See the results").click(timeout=60_000)
    page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg", timeout=60_000)
    settle(page, timeout=60_000)
    assert "5,000 responses" in page.inner_text("[data-testid=stMain]")


def test_a_workbook_mended_in_a_spreadsheet_comes_back_and_shows_its_difference(page, fresh_server):
    rows = [
        {"Date": f"{1 + i:02}/06/2026", "Title": f"Meeting {i}", "Method": "Public meeting", "Area": "Hartlepool", "People engaged": 10 + i}
        for i in range(12)
    ]
    rows[3]["Area"] = "Hartlypool"
    rows[5]["People engaged"] = "a good crowd"
    open_page(page, fresh_server, "upload", office="cleveland")
    drop(page, "our log.csv", pd.DataFrame(rows).to_csv(index=False).encode())
    page.get_by_role("button", name=re.compile("^Save ")).first.click(timeout=30_000)
    page.wait_for_selector("text=Receipt", timeout=30_000)
    with page.expect_download() as got:
        page.get_by_role("button", name="Download your rows with the cells to mend marked").click()
    book = load_workbook(io.BytesIO(got.value.path().read_bytes()))
    log = book[book.sheetnames[1]]
    mended = {"Hartlypool": "Hartlepool", "a good crowd": 40}
    for cell in (cell for row in log.iter_rows() for cell in row if cell.value in mended):
        cell.value = mended[cell.value]
    out = io.BytesIO()
    book.save(out)
    page.get_by_role("button", name="Add another file").click()
    settle(page)
    drop(page, "our log mended.xlsx", out.getvalue())
    page.get_by_role("button", name=re.compile("^Save ")).first.wait_for(timeout=30_000)
    settle(page)
    said = page.inner_text("[data-testid=stMain]")
    assert "2 rows changed" in said, said
    page.get_by_role("button", name=re.compile("^Save ")).first.click()
    page.wait_for_selector("text=Receipt", timeout=30_000)
    open_page(page, fresh_server, "imports", office="cleveland")
    assert "1 of 2 files" in page.inner_text("h1")


def test_erasing_can_be_read_by_everyone_and_can_be_left(page, example):
    from tests.browser.test_pages import serious

    open_page(page, example, "imports", office="cleveland", data="example")
    page.get_by_role("button", name="Erase…").first.click()
    page.get_by_role("button", name="Erase for good").wait_for(timeout=15_000)
    settle(page)
    page.mouse.move(0, 0)
    assert serious(page) == []
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Erase for good").wait_for(state="detached", timeout=15_000)


def test_a_small_survey_is_previewed_without_empty_charts(page, fresh_server):
    open_page(page, fresh_server, "upload", office="cleveland")
    drop(page, "few.csv", smartsurvey_csv(4))
    page.get_by_role("button", name="Save 4 responses").wait_for(timeout=30_000)
    settle(page)
    assert page.locator("[data-testid=stPlotlyChart]").count() == 0
    assert "Fewer than 10 people answered" not in page.inner_text("[data-testid=stMain]")
