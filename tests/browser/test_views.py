"""The views behind the first of the pages too long for one: an address opens each, and everyone can use it."""

import pytest

from tests.browser.conftest import open_page, settle
from tests.browser.every_page import serious

VIEWS = [
    (name, view)
    for name, views in {
        "activities": ("methods", "people", "kinds"),
        "duties": ("consultations",),
        "gaps": ("warnings", "figures"),
        "load": ("unanswered", "asked", "surveys"),
        "measure": ("parts", "records", "definition"),
        "next_engagement": ("lacking",),
        "options": ("first-days",),
        "outcomes": ("threads", "counts", "services", "tell"),
        "plan": ("list", "slipped", "covered", "clashes"),
        "value": ("hours", "known"),
    }.items()
    for view in views
]


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_a_view_can_be_used_by_everyone_and_on_a_telephone(page, example, name, view):
    open_page(page, example, name, office="cleveland", data="example", view=view)
    assert f"view={view}" in page.url
    assert serious(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_view_is_chosen_with_the_keyboard_and_kept_in_the_address(page, example):
    open_page(page, example, "load", office="cleveland", data="example")
    page.get_by_role("combobox", name="Show").focus()
    for key in ("Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(200)
    page.wait_for_url("**view=unanswered**")
    settle(page)
    assert "Pairs of fieldwork that overlapped" in page.inner_text("[data-testid=stMain]")
