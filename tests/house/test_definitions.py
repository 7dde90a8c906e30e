"""Every measure is defined where it is worked out, and gives the one shape whatever it is given."""

import inspect

import pytest

from analysis.measure import SHAPE, compute, measures
from data import frames as stored
from data import profile as profiles
from data.office import open_office
from tests.store import frames_of

NAMES = sorted(measures())


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_has_a_definition_a_unit_and_a_source(name):
    measure = measures()[name]
    assert len(measure.sentence.split()) >= 6 and measure.sentence.endswith((".", "alone.", "be."))
    assert measure.unit and measure.source and measure.title
    assert measure.kind in ("count", "share", "ratio", "worked out")
    assert measure.counts in ("records", "respondents")
    assert measure.good in ("up", "down", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_asks_only_for_frames_that_exist(name):
    kept = profiles.load("cleveland")
    known = (
        {function for function, _ in inspect.getmembers(stored, inspect.isfunction)}
        | set(stored.listed(kept))
        | {"window", "duty_history", "activity_dates", "outcomes_heard"}
    )
    assert set(measures()[name].needs) <= known


@pytest.mark.parametrize("office", ["cleveland", "nottinghamshire", "gwent"])
@pytest.mark.parametrize("name", NAMES)
def test_a_measure_gives_the_one_shape_on_an_empty_store(name, office):
    kept = profiles.load(office)
    with open_office(office, None) as store:
        result = compute(name, frames_of(store, kept))
    assert list(result.columns) == ["measure", *SHAPE]
    assert len(result) <= 1


def test_every_measure_is_reported_somewhere():
    reported = {aim.measure for office in profiles.available() for aim in (*profiles.load(office).aims, *profiles.load(office).watch)}
    sources = "".join(path.read_text(encoding="utf-8") for path in (profiles.FOLDER.parent.parent / "pages").rglob("*.py"))
    sources += "".join(
        path.read_text(encoding="utf-8") for path in (profiles.FOLDER.parent.parent / "analysis").rglob("*.py") if path.parent.name != "measures"
    )
    for name in NAMES:
        assert name in reported or f'"{name}"' in sources, f"{name} is worked out and never shown"
