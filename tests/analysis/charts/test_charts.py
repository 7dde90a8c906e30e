import re
from html import unescape
from html.parser import HTMLParser

import numpy as np
import pytest

from analysis.charts import DRAWN, SCREEN, WALL, draw
from analysis.charts.bars import over_time
from analysis.charts.style import BLUE, GREY, INK, ORANGE, PINK, SOFT, TURQUOISE, tick
from analysis.statistics.intervals import wilson
from analysis.suppression import Published
from analysis.text import label
from tests.figures import counted, finding, published

HOSTILE = (
    '<a href="https://evil.example">Click</a>', "<img src=x onerror=alert(1)>", "$\\href{javascript:alert(1)}{x}$", "x" * 300, "word " * 60,
    "\u202eevil\u2066", "Total", "[c]", "fewer than 10 people", "two\nlines\r\n\ttabs", "<b>bold</b><br><script>alert(1)</script>", "%{x} {y} {{z}}",
    "R&D &lt;b&gt; &amp;amp;", "'quotes' and \"more\"", "", "\x00\x1b[31m", "Not recorded",
)  # fmt: skip
LETS_THROUGH = {"br"}  # What `tick` itself puts between lines.


def bars(*labels):
    return published("activities_held", ("method",), *({"method": text, **counted(i + 1)} for i, text in enumerate(labels)))


def columns(*labels):
    return published("activities_held", ("year",), *({"year": text, **counted(i + 1)} for i, text in enumerate(labels)))


def wave_rows(*labels):
    rows = []
    for i, text in enumerate(labels):
        lower, upper = wilson(0.5, 200 + i)
        rows.append({"wave": text, "numerator": 100, "denominator": 200 + i, "lower": lower, "upper": upper})
    return published("public_confidence", ("wave",), *rows)


def ratings(*labels):
    rows = [{"category": text, "answer": answer, "numerator": 60, "denominator": 120} for text in labels for answer in ("Agree", "Disagree")]
    return published("answers", ("category", "answer"), *rows)


def dots(*labels):
    rows = [
        {"category": text, "who": who, "numerator": people, "denominator": 4 * people}
        for text in labels
        for who, people in (("Respondents", 60), ("Residents", 9000))
    ]
    return published("answers", ("category", "who"), *rows)


def scale(*labels):
    return published("answers", ("answer",), *({"answer": text, "numerator": 60, "denominator": 60 * len(labels)} for text in labels))


MADE = {
    "rating": scale, "ranked": bars, "over time": columns, "waves": wave_rows, "process": columns, "stacked": ratings, "gaps": dots, "map": bars,
}  # fmt: skip
KINDS = sorted(DRAWN)


def inside(thing):
    """Everything a figure is made of, however deep."""
    yield thing
    if isinstance(thing, (dict, list, tuple, np.ndarray)):
        for part in thing.values() if isinstance(thing, dict) else thing:
            yield from inside(part)


def texts_of(figure):
    return [part for part in inside(figure.to_dict()) if isinstance(part, str)]


def contrast(one, other):
    def luminance(colour):
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_each_kind_of_chart_has_figures_to_be_tested_with():
    assert set(MADE) == set(DRAWN)


@pytest.mark.parametrize("size", [SCREEN, WALL], ids=["screen", "wall"])
@pytest.mark.parametrize("rows", [0, 1, 7, 40])
@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_draws_nothing_one_thing_and_many(kind, rows, size):
    figure = draw(finding(MADE[kind](*(f"label {i}" for i in range(rows))), kind), size)
    assert "NaN" not in figure.to_json() and "Infinity" not in figure.to_json()
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        assert axis.range is None or all(end == end for end in axis.range)
    assert figure.layout.height >= 24


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_draws_what_is_all_hidden_or_not_recorded(kind):
    shown = MADE[kind]("one", "two")
    columns_ = ["numerator", "value", "lower", "upper"]
    blank = shown.rows.assign(**dict.fromkeys(columns_, np.nan), flag="hidden")
    for flag in ("hidden", "too few", "nothing recorded", "not known yet"):
        figure = draw(finding(Published(shown.measure, shown.by, blank.assign(flag=flag)), kind))
        assert "NaN" not in figure.to_json()


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        assert not attrs


@pytest.mark.parametrize("kind", KINDS)
def test_no_label_becomes_markup_or_a_formula(kind):
    figure = draw(finding(MADE[kind](*HOSTILE), kind))
    for found in texts_of(figure):
        tags = Tags()
        tags.feed(found)
        assert tags.found <= LETS_THROUGH, found
        assert not re.search(r"\$.*\$", found), "a formula between dollars"
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\x00-\x08\x1b\n]", found)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_label_reads_as_it_was_typed(text):
    """Once plotly has put its entities back the label is what was typed: it knows amp, lt, gt and numbers, and no quot."""
    shown = tick(text, SCREEN)
    assert "&quot;" not in shown
    lines = [unescape(line) for line in shown.split("<br>")]
    assert all(len(line) <= SCREEN.label for line in lines) and len(lines) <= 3
    if len(label(text)) <= SCREEN.label:
        assert lines == [label(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_legend_is_escaped_too(kind):
    figure = draw(finding(MADE[kind]("<b>x</b>", "y"), kind, terms={"Agree": "<a href='x'>Agree</a>", "y": "$y$"}))
    assert not any("<a" in text or "<b>" in text or "$y$" in text for text in texts_of(figure))


def test_text_and_marks_stand_out_from_what_is_behind_them():
    for mark in (BLUE, TURQUOISE, PINK, ORANGE, GREY):
        assert contrast(mark, "#ffffff") >= 3, mark
    for words in (INK, SOFT):
        assert contrast(words, "#ffffff") >= 4.5


@pytest.mark.parametrize(("size", "least"), [(SCREEN, 14), (WALL, 28)], ids=["screen", "wall"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_smaller_than_can_be_read(kind, size, least):
    figure = draw(finding(MADE[kind]("one", "two", "three"), kind), size)
    assert figure.layout.font.size >= least
    fonts = [value for part in inside(figure.to_dict()) if isinstance(part, dict) for name, value in part.items() if name.endswith("font")]
    sizes = [font["size"] for font in fonts if "size" in font]
    assert sizes and min(sizes) >= least
    assert all(trace.constraintext == "none" for trace in figure.data if trace.type == "bar"), "or plotly would shrink it to fit"


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_has_no_borrowed_look_and_asks_for_no_pointer(kind):
    figure = draw(finding(MADE[kind]("one", "two"), kind))
    assert not figure.to_dict()["layout"].get("template", {}).get("layout")
    assert not re.search("plotly_white|plotly_dark|ggplot2|seaborn|simple_white|presentation", figure.to_json())
    assert figure.layout.hovermode is False and figure.layout.dragmode is False
    assert all(trace.hovertemplate is None and trace.customdata is None and trace.texttemplate is None for trace in figure.data)


def test_bars_and_columns_begin_at_nought():
    ranked = draw(finding(bars("a", "b"), "ranked"))
    assert ranked.layout.xaxis.range[0] == 0 and ranked.layout.xaxis.range[1] > 2
    assert draw(finding(columns("a", "b"), "over time")).layout.yaxis.range[0] == 0
    assert draw(finding(ratings("a"), "stacked")).layout.xaxis.range == (0, 1)
    axis = draw(finding(wave_rows("a", "b"), "waves")).layout.yaxis
    assert axis.range[0] == 0 and 0.5 < axis.range[1] <= 1


def test_what_is_not_recorded_stands_grey():
    figure = draw(finding(bars("a", None), "ranked"))
    assert list(figure.data[0].marker.color) == [BLUE, GREY]


def test_a_bar_says_why_it_has_no_value():
    rows = [{"answer": a, "numerator": n, "denominator": d} for a, n, d in (("Yes", 120, 200), ("No", 3, 200), ("Unasked", 0, 0), ("Few", 11, 20))]
    figure = draw(finding(published("answers", ("answer",), *rows), "ranked"))
    assert list(figure.data[0].text) == ["60%", "hidden: small numbers", "not recorded", "too few answered"]
    people = published("responses_received", ("area",), {"area": "x", **counted(4, base=4)})
    assert list(draw(finding(people, "ranked")).data[0].text) == ["fewer than 10 people"]


def test_many_columns_are_labelled_now_and_then():
    figure = over_time(finding(columns(*(f"20{i}" for i in range(10, 40))), "over time"), SCREEN)
    labelled = [i for i, text in enumerate(figure.data[0].text) if text]
    assert labelled == list(figure.layout.xaxis.tickvals) and len(labelled) <= 12
    assert len(figure.data[0].y) == 30


def test_waves_that_cannot_be_compared_are_not_joined():
    joined = draw(finding(wave_rows("a", "b"), "waves")).data[0]
    apart = draw(finding(wave_rows("a", "b"), "waves", comparable="Not comparable between waves: people chose to answer")).data[0]
    assert "lines" in joined.mode and "lines" not in apart.mode


def test_a_survey_without_an_interval_has_no_whiskers():
    rows = [{"wave": wave, "numerator": 100, "denominator": 200} for wave in ("a", "b")]
    trace = draw(finding(published("public_confidence", ("wave",), *rows), "waves")).data[0]
    assert list(trace.error_y.array) == [0, 0] and list(trace.error_y.arrayminus) == [0, 0]


def test_a_gap_is_said_in_points_and_a_hidden_one_is_not_drawn():
    rows = [
        {"category": c, "who": who, "numerator": n, "denominator": d}
        for c, own, there in (("Female", 120, 5000), ("Male", 77, 4900), ("Other", 3, 100))
        for who, n, d in (("Respondents", own, 200), ("Residents", there, 10000))
    ]
    figure = draw(finding(published("answers", ("category", "who"), *rows), "gaps"))
    assert [note.text for note in figure.layout.annotations][-3:] == ["+10 points", "\N{MINUS SIGN}11 points", "hidden: small numbers"]
    assert sum(trace.mode == "lines" for trace in figure.data) == 2
    assert figure.data[-1].x[2] is None or np.isnan(figure.data[-1].x[2])
