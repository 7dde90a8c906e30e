import io
import re
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from data import frames as stored
from data.office import open_office
from data.parsing.book import read_content
from data.parsing.limits import limits_for
from data.prepare import Choices, prepare
from data.profile import load
from data.sheet import Book
from data.upload import keep, look
from publishing.mending import can_mend, mending_workbook
from tests.data.made_files import SURVEY
from tests.store import book

PROFILE = load("cleveland")
LOG = [
    ["Our log for the year"],
    ["Ref", "Activity", "Date", "Area", "Methodologies", "Number of people", "Notes for us"],
    ["A1", "Stall", "2024-05-14", "Middlesbrogh", "Focus group", "42", "keep"],
    ["A2", "=HYPERLINK(\"http://x\")", "2024-05-15", "Hartlepool", "Zzz", "lots", ""],
    ["A3", "@SUM(A1)", "soon", "Middlesbrogh", "", "", "007"],
]  # fmt: skip
OUTCOMES = [["You said", "We did", "Stage"], ["It is dark", "+lights", "nearly"]]


def made(rows=LOG, more=None, **settled):
    prepared = prepare(book(rows, more=more), PROFILE, Choices(**settled))
    return prepared, mending_workbook(prepared, PROFILE, settled.get("terms", {}))


def back(content, name="mended.xlsx"):
    """A workbook as an upload would find it, without the process of its own that opens it there."""
    sheets = read_content(content, limits_for(len(content)))[2]
    return Book(name, str(hash(content)), "xlsx", tuple(sheets))


def changed(content, changes):
    opened = load_workbook(io.BytesIO(content))
    for cell, value in changes.items():
        opened["Sheet1"][cell] = value
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def test_every_row_stands_where_the_officer_had_it():
    _, content = made()
    again = next(sheet for sheet in back(content).sheets if sheet.name == "Sheet1")
    padded = [[*row, *[""] * (7 - len(row))] for row in LOG]
    assert again.rows(0, 5) == padded


def test_a_cell_to_mend_is_coloured_commented_and_listed():
    prepared, content = made()
    opened = load_workbook(io.BytesIO(content))
    sheet, listed = opened["Sheet1"], opened["To mend"]
    asked = {problem.cell for problem in prepared[0].reading.problems if problem.done.startswith("left")}
    assert {"D3", "D5", "E4", "C5", "F4"} <= asked
    coloured = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert coloured == asked
    assert {cell.coordinate for row in sheet.iter_rows(min_row=3) for cell in row if cell.fill.fgColor.rgb == "00FFF2B2"} == asked
    assert "Middlesbrogh" in sheet["D3"].comment.text and "Nearest term: Middlesbrough" in sheet["D3"].comment.text
    assert {row[1].value for row in listed.iter_rows(min_row=6) if row[0].value == "Sheet1"} == asked
    assert listed["A1"].value == "5 cells to look at"
    assert {row[1].hyperlink.location for row in listed.iter_rows(min_row=6) if row[1].hyperlink} == {f"'Sheet1'!{cell}" for cell in asked}


def test_a_cell_of_a_list_offers_the_strategys_own_terms():
    _, content = made()
    opened = load_workbook(io.BytesIO(content))
    rules = {str(rule.sqref).split("3:")[0]: rule.formula1 for rule in opened["Sheet1"].data_validations.dataValidation}
    assert rules["D"] == "list_areas" and rules["E"] == "list_methods" and rules["C"].startswith("DATE")
    assert "list_areas" in opened.defined_names


def test_nothing_in_the_workbook_can_run():
    _, content = made(more={"=cmd": OUTCOMES})
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            assert not re.search("vba|macro|externalLink", name, re.IGNORECASE)
            text = parts.read(name)
            assert not re.search(rb"<f[ >]", text)
            assert b'TargetMode="External"' not in text
    opened = load_workbook(io.BytesIO(content))
    assert opened["Sheet1"]["B4"].value == LOG[3][1] and opened["Sheet1"]["B4"].data_type == "s" and opened["Sheet1"]["B4"].quotePrefix


def test_a_repair_settled_before_is_written_in_for_all_alike():
    _, content = made(terms={("areas", "Middlesbrogh"): "Middlesbrough"})
    sheet = load_workbook(io.BytesIO(content))["Sheet1"]
    assert sheet["D3"].value == sheet["D5"].value == "Middlesbrough" and sheet["D3"].comment is None


def test_what_the_office_says_of_a_log_comes_back_the_same():
    prepared, content = made(more={"Outcomes 2024": OUTCOMES})
    again = prepare(back(content), PROFILE)
    assert [one.kind for one in again] == [one.kind for one in prepared] == ["activities", "outcomes"]
    for one, other in zip(prepared, again, strict=True):
        for table, rows in one.reading.tables.items():
            assert rows.astype(str).equals(other.reading.tables[table].astype(str)), table


def test_a_workbook_is_known_for_ours_even_when_its_headings_say_nothing():
    _, content = made([["Wer", "Wann"], ["Stall", "2024-05-14"]], format="activity_log", fields={"title": 0, "held_on": 1})
    (one,) = prepare(back(content), PROFILE, Choices(fields={"title": 0, "held_on": 1}))
    assert one.kind == "activities"


def test_a_mended_workbook_shows_what_it_changes_before_it_replaces_anything(store):
    keep(store, look(store, PROFILE, book(LOG), Choices()), "an officer")
    _, content = made()
    opened = look(
        store, PROFILE, back(changed(content, {"D3": "Middlesbrough", "D5": "Middlesbrough", "B5": "Fair", "E4": "Focus group"})), Choices()
    )
    found = opened.differences["Sheet1"]
    assert (found.changed, found.added, found.gone, found.same) == (3, 0, 0, 0)
    assert found.words == "3 rows changed"
    assert {(change.row, change.heading, change.before, change.after) for change in found.changes} >= {(3, "Areas", "", "Middlesbrough")}
    assert set(stored.activity_areas(store)["area"]) == {"Hartlepool"}, "nothing is replaced by looking"
    keep(store, opened, "an officer")
    assert sorted(stored.activity_areas(store)["area"]) == ["Hartlepool", "Middlesbrough", "Middlesbrough"]
    assert len(stored.activities(store)) == 3


def test_a_workbook_made_from_a_file_is_its_copy_however_much_was_rewritten(store):
    keep(store, look(store, PROFILE, book(LOG), Choices()), "an officer")
    _, content = made()
    rewritten = changed(content, {f"{column}{row}": f"new {row}" for column in "AB" for row in (3, 4, 5)})
    opened = look(store, PROFILE, back(rewritten), Choices())
    assert opened.copies["Sheet1"].file_name == "Made up.csv"


def test_a_survey_is_mended_in_its_own_tool():
    prepared = prepare(book(SURVEY), PROFILE)
    assert not can_mend(prepared)


def test_a_file_too_long_to_mend_by_hand_is_not_offered():
    (one,) = prepare(book(LOG), PROFILE)

    class Long:
        height, width = 100_000, 40

    assert can_mend([one]) and not can_mend([replace(one, sheet=Long())])
