"""Boundaries on their way through the upload: matched to the office's areas, saved, replaced, withdrawn, put back and erased."""

import pytest

from data import frames as stored
from data.imports import put_back, withdraw
from data.office import open_office
from data.prepare import Choices
from data.privacy.erasure import erase
from data.problems import ImportRefused
from data.profile import load
from data.settled.readers import readers_store
from data.upload import keep, open_upload
from tests.data.made_boundaries import CLEVELAND, areas, collection, feature, square
from tests.store import prepared, rows_held

PROFILE = load("cleveland")


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def opened(store, content):
    return open_upload(store, PROFILE, "LAD_BUC.geojson", content, Choices())


def added(store, content):
    (receipt,) = keep(store, opened(store, content), "an officer")
    return receipt


def drawn(store):
    return stored.boundaries(store)["area"].value_counts().to_dict()


def test_boundaries_are_matched_by_code_and_other_areas_are_set_aside(store):
    receipt = added(store, areas((*CLEVELAND, ("E07000027", "Barrow-in-Furness"))))
    assert (receipt.rows_read, receipt.rows_kept, receipt.rows_aside) == (5, 4, 1)
    assert drawn(store) == {name: 4 for _, name in CLEVELAND}
    assert stored.set_aside(store, receipt.import_id)["reason"].tolist() == ["not one of the office's areas"]


def test_boundaries_without_codes_are_matched_by_name(store):
    content = collection(feature([square()], LAD23NM="Redcar & Cleveland"), feature([square(-1.4)], LAD23NM="County Durham"))
    added(store, content)
    assert drawn(store) == {"Redcar and Cleveland": 4}


def test_wards_stand_in_the_area_whose_code_is_beside_theirs(store):
    wards = [feature([square(-1.5 + i / 10)], WD25CD=f"E0500000{i}", WD25NM=f"Ward {i}", LAD25CD="E06000004") for i in range(3)]
    assert opened(store, collection(*wards)).prepared[0].counted == "3 outlines"
    added(store, collection(*wards))
    corners = stored.boundaries(store)
    assert set(corners["area"]) == {"Stockton-on-Tees"} and corners["outline"].nunique() == 3


def test_a_file_of_other_peoples_areas_is_refused_and_the_areas_wanted_are_named(store):
    with pytest.raises(ImportRefused, match=r"None of the office's areas.*Hartlepool, Middlesbrough"):
        raise opened(store, areas((("E07000027", "Barrow-in-Furness"),))).refused


def test_one_corner_far_away_does_not_stretch_the_map(store):
    far = [*square()[:2], [0.0, 0.0], *square()[2:]]
    added(store, collection(feature([far], LAD23CD="E06000001"), feature([square()], LAD23CD="E06000002")))
    assert drawn(store) == {"Middlesbrough": 4}


def test_a_table_that_only_looks_like_boundaries_brings_nothing_in(store):
    rows = [["LAD23CD", "Outline"], ["E06000001", "-1.5 54.5,-1.4 54.5,-1.4 54.6"], ["E06000002", "=HYPERLINK(1)"], ["E06000003", "1 2,3 4,5 900"]]
    one = prepared(rows, PROFILE)
    assert one.kind == "boundaries" and one.reading.rows_kept == 1 and len(one.reading.aside) == 2


def test_a_newer_file_takes_the_older_ones_place_and_can_be_taken_out_and_put_back(store):
    first = added(store, areas())
    again = opened(store, areas().replace(b"-1.5,", b"-1.55,"))
    assert again.copies[""].import_id == first.import_id and again.differences[""].words == "1 row added, 1 row no longer there"
    (second,) = keep(store, again, "an officer")
    assert drawn(store) == {name: 4 for _, name in CLEVELAND}
    withdraw(store, second.import_id, "an officer")
    assert drawn(store) == {}
    put_back(store, first.import_id, "an officer")
    assert drawn(store) == {name: 4 for _, name in CLEVELAND}


def test_erased_boundaries_leave_nothing_behind(store):
    erase(store, added(store, areas()).import_id, "an officer")
    assert rows_held(store)["boundaries"] == 0 and drawn(store) == {}


def test_readers_have_the_boundaries_too(store):
    added(store, areas())
    with readers_store(store) as own:
        assert drawn(own) == drawn(store) != {}
