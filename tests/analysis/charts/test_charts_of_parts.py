"""Bars cut into parts: every part can be read, what is hidden is one part without a number, and the legend says each colour once."""

import pytest

from analysis.charts import draw, legend
from analysis.charts.stacked import shades
from analysis.charts.style import BLUE, ORANGE
from tests.analysis.charts.test_charts import bars, contrast, dots
from tests.figures import finding, published


@pytest.mark.parametrize("answers", range(2, 7))
def test_the_words_in_every_part_of_a_rating_can_be_read(answers):
    rows = [{"category": "c", "answer": f"a{i}", "numerator": 600 // answers, "denominator": 600} for i in range(answers)]
    figure = draw(finding(published("answers", ("category", "answer"), *rows), "stacked"))
    assert len(set(shades(answers))) == answers
    for trace in figure.data:
        assert contrast(trace.marker.color, trace.textfont.color) >= 4.5
        assert trace.text[0] and trace.marker.line.color == "#ffffff" and trace.marker.line.width == 2


def test_a_part_too_small_for_its_number_has_none():
    rows = [{"category": "c", "answer": a, "numerator": n, "denominator": 600} for a, n in (("Agree", 570), ("Disagree", 30))]
    agree, disagree = draw(finding(published("answers", ("category", "answer"), *rows), "stacked")).data
    assert (agree.text[0], disagree.text[0]) == ("95%", "")


def test_what_is_not_shown_is_one_last_part_that_fills_the_bar():
    shares = (("A", (("Good", 112), ("Neither", 80), ("Bad", 8))), ("B", (("Good", 60), ("Neither", 100), ("Bad", 40))))
    rows = [{"category": c, "answer": a, "numerator": n, "denominator": 200} for c, answers in shares for a, n in answers]
    figure = draw(finding(published("answers", ("category", "answer"), *rows), "stacked"))
    assert [trace.name for trace in figure.data] == ["Good", "Neither", "Bad", "Not shown: small numbers"]
    assert [sum(trace.x[bar] for trace in figure.data) for bar in (0, 1)] == pytest.approx([1, 1])
    left = figure.data[-1]
    assert list(left.x) == pytest.approx([0.05, 0]) and left.text is None and left.marker.pattern.shape == "/"


def test_several_hidden_parts_are_not_told_apart():
    def drawn(*people):
        rows = [{"answer": f"a{i}", "numerator": n, "denominator": 200} for i, n in enumerate(people)]
        return draw(finding(published("answers", ("answer",), *rows), "rating")).to_json()

    assert drawn(100, 86, 6, 8) == drawn(100, 86, 9, 5)


def test_a_bar_with_nothing_hidden_has_no_such_part_however_its_shares_round():
    rows = [{"answer": a, "numerator": 67, "denominator": 201} for a in ("Yes", "No", "Neither")]
    assert len(draw(finding(published("answers", ("answer",), *rows), "rating")).data) == 3


def test_a_legend_says_each_colour_once_as_it_is_drawn():
    both = legend(draw(finding(dots("one", "two"), "gaps")))
    assert [(key.words, key.look, key.colour) for key in both] == [("Residents (census)", "open", ORANGE), ("Respondents", "filled", BLUE)]
    rows = [{"answer": a, "numerator": n, "denominator": 200} for a, n in (("R&D <b>", 110), ("Neither", 85), ("Bad", 5))]
    keys = legend(draw(finding(published("answers", ("answer",), *rows), "rating")))
    assert [(key.words, key.look) for key in keys] == [
        ("R&D <b>", "filled"), ("Neither", "filled"), ("Bad", "filled"), ("Not shown: small numbers", "hatched")
    ]  # fmt: skip
    assert legend(draw(finding(bars("a", "b"), "ranked"))) == []
