import pytest

from data import frames as stored
from data.imports import put_back, withdraw
from data.office import open_office
from data.prepare import Choices
from data.problems import ImportRefused, StoreError
from data.profile import load
from data.upload import keep, look, open_upload
from tests.store import book

PROFILE = load("cleveland")
LOG = [["Activity", "Date", "Area"], *([f"Stall {i}", "14/05/2024", "Yarm"] for i in range(6))]
GROWN = [*LOG, ["Fair", "15/05/2024", "Hartlepool"]]


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def content(rows):
    return "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()


def test_a_file_goes_from_bytes_to_the_figures(store):
    opened = open_upload(store, PROFILE, "log.csv", content(LOG), Choices())
    assert [one.counted for one in opened.prepared] == ["6 activities"]
    assert not len(stored.activities(store)), "nothing is saved by looking"
    assert len(stored.activities(opened.preview)) == 6, "the preview holds this file alone"
    (receipt,) = keep(store, opened, "an officer")
    assert receipt.rows_kept == 6 and len(stored.activities(store)) == 6


def test_the_very_same_file_is_told_and_refused(store):
    keep(store, open_upload(store, PROFILE, "log.csv", content(LOG), Choices()), "an officer")
    again = open_upload(store, PROFILE, "renamed.csv", content(LOG), Choices())
    assert again.same.file_name == "log.csv" and again.same.status == "current"
    with pytest.raises(StoreError, match="already in the figures"):
        keep(store, again, "an officer")
    assert len(stored.activities(store)) == 6


def test_a_newer_copy_is_proposed_and_takes_the_older_ones_place(store):
    (first,) = keep(store, look(store, PROFILE, book(LOG), Choices()), "an officer")
    opened = look(store, PROFILE, book(GROWN), Choices())
    assert (opened.copies["Sheet1"].import_id, opened.copies["Sheet1"].shared) == (first.import_id, 6)
    (second,) = keep(store, opened, "an officer")
    assert second.replaced == first.import_id and len(stored.activities(store)) == 7


def test_a_file_that_only_resembles_another_may_be_kept_beside_it(store):
    keep(store, look(store, PROFILE, book(LOG), Choices()), "an officer")
    keep(store, look(store, PROFILE, book(GROWN), Choices()), "an officer", frozenset({"Sheet1"}))
    assert len(stored.activities(store)) == 13


def test_two_sheets_cannot_both_replace_one_earlier_file(store):
    keep(store, look(store, PROFILE, book(LOG), Choices()), "an officer")
    opened = look(store, PROFILE, book(GROWN, more={"Backup": LOG}), Choices())
    receipts = keep(store, opened, "an officer")
    assert sorted(bool(receipt.replaced) for receipt in receipts) == [False, True]
    assert (stored.imports(store)["status"] == "superseded").sum() == 1


def test_a_file_nobody_knows_is_asked_about_and_then_read(store):
    rows = [["Wer", "Wann", "Wo"], *LOG[1:]]
    assert look(store, PROFILE, book(rows), Choices()).unrecognised
    opened = look(store, PROFILE, book(rows), Choices(format="activity_log", fields={"title": 0, "held_on": 1}))
    assert not opened.unrecognised and opened.prepared[0].counted == "6 activities"


def test_a_file_without_rows_is_refused_in_words(store):
    opened = look(store, PROFILE, book([LOG[0]]), Choices())
    assert opened.refused.code == "E_NO_ROWS" and opened.prepared == ()


def test_bytes_that_are_no_table_are_refused(store):
    with pytest.raises(ImportRefused):
        open_upload(store, PROFILE, "picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(64), Choices())


def test_another_wave_joins_its_series_unless_the_officer_names_one(store):
    def wave(month, name):
        return book([["Response ID", "Date submitted", "Fair?"], [name, f"14/{month:02}/2024", "Yes"]], name)

    keep(store, look(store, PROFILE, wave(5, "Panel May.csv"), Choices(series="Residents panel")), "an officer")
    opened = look(store, PROFILE, wave(6, "zzz June 2024.csv"), Choices())
    assert (opened.prepared[0].series, opened.prepared[0].wave) == ("Residents panel", "June 2024")
    assert look(store, PROFILE, wave(6, "zzz June 2024.csv"), Choices(series="Another")).prepared[0].series == "Another"


def test_what_the_officer_settles_is_read_again(store):
    rows = [*LOG, ["Talk", "16/05/2024", "Darlo"]]
    assert len(look(store, PROFILE, book(rows), Choices()).prepared[0].reading.problems) == 1
    opened = look(store, PROFILE, book(rows), Choices(terms={("areas", "Darlo"): "Hartlepool"}))
    keep(store, opened, "an officer")
    assert opened.prepared[0].reading.problems == ()
    assert stored.activity_areas(store)["area"].tolist().count("Hartlepool") == 1


def test_an_upload_undone_can_be_done_again(store):
    (receipt,) = keep(store, look(store, PROFILE, book(LOG), Choices()), "an officer")
    withdraw(store, receipt.import_id, "an officer", "undone after saving")
    assert len(stored.activities(store)) == 0
    put_back(store, receipt.import_id, "an officer")
    assert len(stored.activities(store)) == 6


def test_a_column_settled_in_one_sheet_leaves_the_others_alone(store):
    both = book(LOG, more={"Plan": [["Planned activity", "Due by", "Area", "Where"], ["Fair", "31/01/2025", "", "Yarm"]]})
    before = look(store, PROFILE, both, Choices())
    assert [one.kind for one in before.prepared] == ["activities", "plan"]
    after = look(store, PROFILE, both, Choices(fields={("Plan", "areas"): 3}))
    assert [one.kind for one in after.prepared] == ["activities", "plan"]
    assert after.prepared[0].layout == before.prepared[0].layout and after.prepared[1].layout.fields["areas"] == 3
