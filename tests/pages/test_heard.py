"""Crosstabs, trends, measures and results as an officer meets them, on weighted quota waves."""

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.office import choose_office, open_office, store_path
from data.profile import load
from tests.pages.made_waves import CONFIDENCE, save_wave
from tests.store import saved

ROOT = Path(__file__).resolve().parents[2]
BEFORE, AFTER = date(2025, 9, 30), date(2026, 3, 31)


def run(page, **query):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in ({"office": "cleveland"} | query).items():
        app.query_params[name] = value
    app.run()
    app = app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return app


def words(app):
    text = " ".join(element.proto.body for element in app.get("html") if "<style" not in element.proto.body)
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", text))


@pytest.fixture
def waves(monkeypatch):
    """A function that saves two waves, the later with whatever is changed, and gives their ids."""
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", "2026-09-30")
    choose_office("cleveland")

    def save(**changed):
        profile = load("cleveland")
        with open_office("cleveland", store_path("cleveland")) as store:
            return save_wave(store, profile, 1, BEFORE, confident=0.45), save_wave(store, profile, 2, AFTER, **({"confident": 0.65} | changed))

    return save


def test_a_change_between_waves_that_asked_alike_is_called_real(waves):
    waves()
    said = words(run("trends"))
    assert "Confidence in the police rose by" in said and "A real change" in said


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"wording": "How confident are you in the police where you live?"}, "The wording of the question changed"),
        ({"scale": (CONFIDENCE[0], "Quite confident", *CONFIDENCE[2:])}, "The answers offered changed"),
        ({"mode": "online"}, "The way people answered changed, from telephone to online"),
        ({"evidence": "open"}, "There is no earlier wave"),
        ({"evidence": "probability"}, "There is no earlier wave"),
    ],
)
def test_a_planted_change_blocks_the_arrow_and_is_named(waves, changed, why):
    waves(**changed)
    said = words(run("trends"))
    assert why in said
    assert "Confidence in the police rose" not in said and "Confidence in the police fell" not in said


def test_self_selected_waves_never_get_an_arrow(monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", "2026-09-30")
    choose_office("cleveland")
    with open_office("cleveland", store_path("cleveland")) as store:
        for seed, day, confident in ((1, BEFORE, 0.3), (2, AFTER, 0.8)):
            save_wave(store, load("cleveland"), seed, day, evidence="open", confident=confident)
    said = words(run("trends"))
    assert "No two waves can be compared yet" in said and " rose " not in said


def test_what_stands_out_is_said_and_nothing_where_nothing_does(waves):
    _, survey = waves()
    by_sex = words(run("crosstabs", survey=survey, question=f"{survey}.1", by="sex"))
    assert re.search("(Female|Male): [0-9]+% said", by_sex) and "of everyone else" in by_sex
    by_age = words(run("crosstabs", survey=survey, question=f"{survey}.1", by="age"))
    assert "No group stands out from everyone else" in by_age and "Nothing stands out" in by_age
    assert re.search(r"holds in \d of \d ways of counting", by_sex)


def test_a_selection_in_the_address_narrows_the_figures_and_can_be_undone(waves):
    _, survey = waves()
    everybody = words(run("survey_results", survey=survey))
    app = run("survey_results", survey=survey, only="sex:Female")
    some = words(app)
    assert "Only Sex: Female" in some and "Only Sex: Female" not in everybody
    base = [int(found) for found in re.findall(r"Base: (\d+) respondents", some)]
    assert max(base) < max(int(found) for found in re.findall(r"Base: (\d+) respondents", everybody))
    app = app.button(key="only.clear").click().run()
    assert "Only Sex: Female" not in words(app) and "only" not in app.query_params


def test_a_selection_this_survey_cannot_give_is_said(waves):
    _, survey = waves()
    said = words(run("survey_results", survey=survey, only="race:White|sex:Female"))
    assert "Not known in this survey, so left out" in said and "Only Sex: Female" in said


def test_weights_the_officer_uses_hold_on_the_overview_and_on_trends_alike(monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_TODAY", "2026-03-31")
    choose_office("nottinghamshire")
    with open_office("nottinghamshire", store_path("nottinghamshire")) as store:
        for seed, day, confident in ((1, BEFORE, 0.45), (2, date(2026, 3, 20), 0.65)):
            save_wave(store, load("nottinghamshire"), seed, day, confident=confident)
    plain = re.search(r"Confidence in the police (\d+%) (\S+)", words(run("overview", office="nottinghamshire")))
    assert plain and plain[2] != "weighted"
    app = run("trends", office="nottinghamshire")
    app = app.toggle[0].set_value(True).run()
    assert not app.exception
    share = re.search(r"Confidence in the police rose by \d+ points to (\d+%)", words(app))
    assert share
    card = re.search(r"Confidence in the police (\d+%) (\S+)", words(run("overview", office="nottinghamshire")))
    assert card and (card[1], card[2]) == (share[1], "weighted")
    measured = words(run("measure", office="nottinghamshire", measure="Confidence in the police"))
    assert share[1] in measured and "weighted by the weights in the survey's file" in measured.replace("&#39;", "'")
    again = words(run("trends", office="nottinghamshire"))
    assert share[0] in again, "it is remembered"


def test_a_published_series_is_drawn_beside_the_waves_it_is_chosen_for(waves):
    waves()
    assert "the template for a published series" in words(run("trends"))
    rows = [["Series", "Source", "Period", "Value", "Unit"], ["Police do a good job", "Crime Survey", "2025/26", "48", "%"]]
    with open_office("cleveland", store_path("cleveland")) as store:
        saved(store, rows, load("cleveland"), "csew.csv")
    app = run("trends")
    assert "Dashed line" not in words(app)
    app = app.selectbox(key="trends.context").select("Police do a good job (Crime Survey)").run()
    said = words(app)
    assert not app.exception and "Dashed line: Crime Survey" in said and "Police do a good job, 2025/26" in said


def test_weighted_stands_beside_unweighted_where_the_file_has_weights(waves):
    _, survey = waves()
    assert "Weighted beside unweighted" in words(run("survey_results", survey=survey))
    app = run("crosstabs", survey=survey, question=f"{survey}.1", by="sex")
    app = app.toggle(key=f"weighted.{survey}").set_value(True).run()
    assert not app.exception and "Weighted by the weights" in words(app) and "unweighted" in words(app)
