"""A map of areas: the figures of the bars where the areas lie, told apart by number as well as by shade, and nothing else."""

import pytest

from analysis.charts import draw, legend
from analysis.charts.area_map import _SHADES
from analysis.charts.style import INK
from analysis.findings import ranked
from analysis.heard.area_map import on_a_map
from analysis.suppression import FEWEST
from tests.analysis.charts.test_charts import contrast
from tests.figures import published
from tests.store import rows

PEOPLE = (("North", 400), ("South", 100), ("East", 250), ("West", FEWEST - 3))


def squares(*areas):
    corners = ((0, 0), (1, 0), (1, 1), (0, 1))
    return rows("area outline longitude latitude", *((area, f"{area}.0", i + x, 54.0 + y) for i, area in enumerate(areas) for x, y in corners))


def by_area(people=PEOPLE):
    shown = published("responses_received", ("area",), *({"area": area, "numerator": n, "base": n} for area, n in people))
    return ranked(shown, "{top} answered most: {value}", "Responses by area.", "Source: survey answers")


def mapped(*areas, people=PEOPLE):
    return on_a_map(by_area(people), squares(*areas))


def test_areas_are_numbered_in_the_order_of_the_bars_and_the_key_says_their_figures():
    figure = draw(mapped("North", "South", "East", "West"))
    assert [key.words for key in legend(figure)] == ["1. North: 400", "2. East: 250", "3. South: 100", "4. West: fewer than 10 people"]
    assert list(figure.data[-1].text) == ["1", "2", "3", "4"]
    assert figure.data[-1].x[0] == 0.5 and figure.data[-1].y[0] == 54.5


def test_the_higher_the_figure_the_darker_and_what_is_hidden_is_hatched():
    figure = draw(mapped("North", "South", "East", "West"))
    assert [trace.fillcolor for trace in figure.data[:3]] == [_SHADES[3], _SHADES[2], _SHADES[0]]
    assert [key.look for key in legend(figure)] == ["filled", "filled", "filled", "hatched"]
    assert figure.data[3].fillpattern.shape == "/"


@pytest.mark.parametrize("shade", _SHADES)
def test_the_number_on_every_shade_can_be_read(shade):
    assert contrast(shade, "#ffffff" if shade in _SHADES[2:] else INK) >= 4.5


def test_areas_of_one_figure_have_one_shade():
    figure = draw(mapped("North", "South", people=(("North", 100), ("South", 100))))
    assert figure.data[0].fillcolor == figure.data[1].fillcolor


def test_an_area_without_a_figure_is_drawn_without_a_number():
    figure = draw(mapped("North", "Elsewhere"))
    assert [key.words for key in legend(figure)] == ["1. North: 400", "Elsewhere: nothing recorded"]


def test_what_is_on_no_map_is_named():
    found = mapped("North", "South")
    assert found.subtitle.endswith("Not on the map: East, West.")
    assert found.published is not None and found.name == "responses_received-by-area-map" and found.alt.startswith("Map: ")


def test_there_is_no_map_without_boundaries_without_their_areas_or_without_figures():
    assert on_a_map(by_area(), squares()) is None
    assert on_a_map(by_area(), squares("Elsewhere")) is None
    assert on_a_map(by_area((("North", 3),)), squares("North")) is None
    assert on_a_map(None, squares("North")) is None


def test_a_mile_is_as_long_northwards_as_eastwards_and_nothing_is_fetched():
    figure = draw(mapped("North", "South"))
    assert figure.layout.yaxis.scaleanchor == "x" and figure.layout.yaxis.scaleratio == pytest.approx(1.722, abs=0.001)  # 1 / cos 54.5°
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert figure.layout.hovermode is False
    assert "http" not in figure.to_json()
