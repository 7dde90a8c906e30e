from pathlib import Path

import pytest

from data.imports import save
from data.office import open_office
from data.prepare import prepare
from data.profile import load
from data.reading import read_file
from tests.store import prepared

PROFILE = load("cleveland")
SHARED = (Path(__file__).resolve().parents[3] / "shared" / "activity").resolve()
UNDERSTOOD = {
    "20+": (20, None, "at least"),
    "50+": (50, None, "at least"),
    "100+": (100, None, "at least"),
    "50-100": (50, 100, "estimated"),
    "~30": (30, 30, "estimated"),
    "TBC": (None, None, "not recorded"),
    "Unknown": (None, None, "not recorded"),
    "#N/A": (None, None, "not recorded"),
    "": (None, None, "not recorded"),
}


@pytest.mark.skipif(not SHARED.exists(), reason="the public logs of events are not at hand: real activity logs are not read")
@pytest.mark.parametrize(("year", "activities"), [(2014, 200), (2016, 265), (2018, 406), (2022, 153)])
def test_real_logs_of_events_are_activity_logs_read_whole(year, activities):
    name = f"Events {year}.csv"
    (one,) = prepare(read_file(name, (SHARED / name).read_bytes()), PROFILE)
    reading = one.reading
    assert (one.format, reading.rows_kept, reading.rows_read) == ("activity_log", activities, activities)
    said = one.sheet.column(one.layout.fields["participants"]).to_pylist()
    met = set()
    for row in reading.tables["activities"].astype(object).itertuples():
        text = said[row.source_row - 1]
        if text in UNDERSTOOD:
            low, high, how = UNDERSTOOD[text]
            assert (row.participants_how, row.participants_low == low, row.participants_high == high) == (how, low is not None, high is not None)
            met.add(text)
    assert met >= ({"20+", "50-100", "~30"} if year == 2014 else {"#N/A"} if year == 2018 else {""})
    assert not {"Organizers", "Organisers", "organisers"} & set(one.layout.fields)
    with open_office("cleveland", None) as store:
        (receipt,) = save(store, [one], "an officer")
        assert receipt.rows_kept == store.frame("SELECT count(*) AS n FROM activities")["n"][0]


@pytest.mark.parametrize(("text", "count"), UNDERSTOOD.items())
def test_numbers_as_those_logs_write_them(text, count):

    rows = [["Program", "Place", "Number of Participants"], ["Talk", "Yarm", text], ["Fair", "Yarm", "12"]]
    (row, _) = prepared(rows, PROFILE).reading.tables["activities"].astype(object).itertuples()
    low, high, how = count
    assert (row.participants_how, row.participants_low == low, row.participants_high == high) == (how, low is not None, high is not None)
