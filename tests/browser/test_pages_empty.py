"""Every page before anything was uploaded."""

import pytest

from tests.browser.conftest import open_page
from tests.browser.every_page import NAMES, path, serious


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_page_says_what_to_do(page, server, name):
    open_page(page, server, path(name), office="gwent")
    assert page.locator("h1").count() == 1
    assert serious(page) == []
    assert "error" not in page.inner_text("h1").lower()
