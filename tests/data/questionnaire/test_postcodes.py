import csv
import re

import pytest

from data.profile import available, load
from data.questionnaire.postcodes import LISTED, area_of_outcode, outcode_of


@pytest.mark.parametrize(
    ("text", "outcode"),
    [
        ("TS24 8BT", "TS24"), ("ts24 8bt", "TS24"), ("TS248BT", "TS24"), ("TS24 8", "TS24"), ("TS24", "TS24"), (" ts 24 8bt ", "TS24"),
        ("TS1 3AB", "TS1"), ("TS13AB", "TS1"), ("TS13 3AB", "TS13"), ("TS1", "TS1"), ("NG1-5AA", "NG1"), ("S80 1AA", "S80"), ("S801AA", "S80"),
        ("EC1A 1BB", "EC1A"), ("W1A0AX", "W1A"), ("CF83", "CF83"), ("np20\u00a04aa", "NP20"),
    ],
)  # fmt: skip
def test_the_first_half_of_a_postcode_is_read_however_much_was_written(text, outcode):
    assert outcode_of(text) == outcode


@pytest.mark.parametrize("text", ["", "Hartlepool", "24", "TS", "TS24 8BT 7", "8BT", "N/A", "TS24 8B", "Prefer not to say", "TSX 1AA"])
def test_what_is_no_postcode_has_no_first_half(text):
    assert outcode_of(text) is None


def test_an_outcode_in_one_authority_is_placed_there():
    assert area_of_outcode("TS24") == "E06000001"
    assert area_of_outcode("ts1") == "E06000002"
    assert area_of_outcode("NG7") == "E06000018"
    assert area_of_outcode("NP20") == "W06000022"


def test_an_outcode_that_reaches_into_several_authorities_is_not_placed():
    for outcode in ("NG6", "NG2", "NG5", "NG11", "TS3", "TS7", "TS23", "NP11", "NP26"):
        assert area_of_outcode(outcode) is None


def test_an_outcode_elsewhere_is_not_placed():
    for outcode in ("EH1", "NG10", "TS9", "TS28", "", "nonsense"):
        assert area_of_outcode(outcode) is None


def test_the_list_names_known_areas_once_each_and_stays_within_one_force():
    with LISTED.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    force = {area.code: office for office in available() for area in load(office).areas if area.code}
    pairs = [(row["outcode"], row["area_code"]) for row in listed]
    assert len(pairs) == len(set(pairs))
    assert all(re.fullmatch(r"[A-Z]{1,2}\d{1,2}", outcode) for outcode, _ in pairs)
    assert {area for _, area in pairs} == set(force)
    assert all(len({force[area] for found, area in pairs if found == outcode}) == 1 for outcode, _ in pairs)
    assert {row["known_from"] for row in listed} == {"ONS Postcode Directory", "places it serves"}
