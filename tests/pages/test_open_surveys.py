"""Every page, for offices whose surveys anyone could answer: no statistic of a random sample stands anywhere."""

import re

import pytest

from tests.pages.test_screens import NAMES, TODAY, examples, run

# Words of the rules stand on the pages that explain them, and in a measure's definition, which says what open surveys do not have.
EXPLAINS = {"definitions", "accessibility"}
DEFINES = "an open survey has none"
NEVER = re.compile(r"\bintervals?\b|\bsignifican|margin of error|\bp-value|\bconfidence level|±|statistically", re.IGNORECASE)

assert examples  # the fixture is used by its name


def said(app) -> list[str]:
    texts = [element.proto.body for element in app.get("html")]
    texts += [str(chart.proto) for chart in app.get("plotly_chart")]
    return [re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL) for text in texts if DEFINES not in text]


@pytest.mark.parametrize("page", [name for name in NAMES if name not in EXPLAINS])
def test_no_figure_of_an_open_survey_has_a_statistic_of_chance(page, examples, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(examples))
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", TODAY.isoformat())
    app = run(page, "cleveland", example=True)
    assert not app.exception
    shown = said(app)
    views = next((len(box.options) for box in app.selectbox if box.label == "Show"), 1)
    for view in range(1, views):
        next(box for box in app.selectbox if box.label == "Show").select_index(view).run()
        assert not app.exception
        shown += said(app)
    for text in shown:
        found = NEVER.search(text)
        assert not found, f"{page} says “{text[max(0, found.start() - 80) : found.end() + 40]}”"
