"""A published series beside the waves: named, placed in time, in the table, and never part of what is tested."""

from dataclasses import replace
from datetime import date

import pandas as pd

from analysis.answered.context import beside, offered
from analysis.answered.tracked import line, together
from analysis.answered.tracked_findings import of_line
from analysis.charts import draw
from publishing.table import table
from tests.analysis.answered.test_tracked import AFTER, BEFORE, wave

SERIES = pd.DataFrame(
    {
        "series": ["Police do a good job"] * 4 + ["Crimes"],
        "source": ["Crime Survey for England and Wales"] * 4 + ["Police recorded crime"],
        "period": ["2019/20", "2024/25", "2025/26", "some day", "2024/25"],
        "value": [0.55, 0.48, 0.47, 0.5, 9000.0],
        "unit": ["per cent"] * 4 + ["crimes"],
        "ends_on": pd.to_datetime(["2020-03-31", "2025-11-15", "2026-03-31", None, "2025-03-31"]),
    }
)


def lines():
    asked = [replace(one, closed_on=day) for one, day in ((BEFORE, date(2025, 5, 31)), (AFTER, date(2026, 5, 31)))]
    return together([line("Confidence", "Residents", [wave(asked[0], 200, 500), wave(asked[1], 320, 500)])])[0]


def found():
    return beside(of_line(lines()), lines(), offered(SERIES)[0])


def test_only_a_series_in_per_cent_can_stand_beside_shares():
    assert [one.name for one in offered(SERIES)] == ["Police do a good job (Crime Survey for England and Wales)"]


def test_figures_stand_between_the_waves_they_fall_between_and_others_only_in_the_table():
    places = [point.place for point in found().context.points]
    assert places[0] is None and places[3] is None
    assert abs(places[1] - 168 / 365) < 0.01 and 0.8 < places[2] < 0.85
    assert "Of the 4 figures of Police do a good job, 2 of another time" in found().notes[-1]


def test_nothing_that_is_said_of_the_waves_changes():
    alone, together_ = of_line(lines()), found()
    assert (alone.headline, alone.base) == (together_.headline, together_.base)
    pd.testing.assert_frame_equal(alone.published.rows, together_.published.rows)
    assert together_.description.startswith(alone.description) and "not tested against the waves" in together_.description
    assert together_.source.endswith("Dashed line: Crime Survey for England and Wales")


def test_the_table_has_its_figures_marked_as_somebody_elses():
    rows = table(found())
    assert rows.shown[-3][:2] == ("Police do a good job, 2024/25", "48%") and set(rows.rows[-3][2:]) == {"[z]"}
    assert any("somebody else" in words for words in rows.explained)


def test_it_is_drawn_dashed_and_grey_with_its_name_beside_it():
    drawn = draw(found())
    dashed = [trace for trace in drawn.data if trace.line.dash == "dash"]
    assert [list(trace.y) for trace in dashed] == [[0.48, 0.47]] and dashed[0].line.color == "#8A8D90"
    assert "Police do a good job" in drawn.layout.annotations[0].text.replace("<br>", " ")
    assert not [trace for trace in draw(of_line(lines())).data if trace.line.dash == "dash"]
