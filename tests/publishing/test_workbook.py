import io
import re
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from publishing.cell import clean, could_run
from publishing.table import table
from publishing.workbook import workbook
from tests.figures import finding, published
from tests.publishing.made_findings import INJECTIONS, KINDS, made

OFFICE = "Office of the Police and Crime Commissioner for Cleveland"
DAY = date(2025, 5, 14)


def content(found, example=False):
    return workbook(found, OFFICE, DAY, example)


def opened(found):
    return load_workbook(io.BytesIO(content(found)))


def parts(found):
    with zipfile.ZipFile(io.BytesIO(content(found))) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def marked(book):
    (one,) = book["Table"].tables.values()
    return book["Table"][one.ref]


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheets_are_a_cover_the_notes_and_one_table(kind):
    book = opened(made(kind, "one", "two"))
    assert book.sheetnames == ["Cover", "Notes", "Table"]
    assert [len(sheet.tables) for sheet in book] == [0, 0, 1]
    assert all(sheet.sheet_state == "visible" and sheet.max_row > 1 for sheet in book)


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_holds_what_the_page_shows(kind):
    found = made(kind, "one", "two")
    rows = [tuple(cell.value for cell in row) for row in marked(opened(found))]
    assert rows[0] == table(found).headings
    assert rows[1:] == list(table(found).rows)


@pytest.mark.parametrize("kind", KINDS)
def test_the_workbook_keeps_to_the_checklist_for_accessible_spreadsheets(kind):
    found = made(kind, "one", "two")
    book = opened(found)
    for sheet in book:
        assert not sheet.merged_cells.ranges, "no merged cells"
        column = [cell.value for cell in sheet["A"]]
        assert all(column), "no blank row, and column A is used"
        assert not sheet.freeze_panes and not sheet.auto_filter.ref
        assert not sheet._images and not sheet._charts and not sheet.conditional_formatting
        assert not any(dimension.hidden for dimension in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
        assert not sheet.oddHeader.center.text and not sheet.oddFooter.center.text
        assert sheet.sheet_view.selection[0].activeCell == "A1"
    sheet = book["Table"]
    (one,) = sheet.tables.values()
    first, last = one.ref.split(":")
    assert first.startswith("A") and last == sheet.dimensions.split(":")[1], "the table is flush left and nothing stands below or beside it"
    above = [cell.value for cell in sheet["A"][: int(first[1:]) - 1]]
    assert above[0] == found.headline and "one table" in above[1] and "Notes" in above[1] and above[-1] == found.source
    cells = [cell for row in marked(book) for cell in row]
    assert all(cell.value not in (None, "") for cell in cells), "no empty cell in the table"
    headings = [cell.value for cell in marked(book)[0]]
    assert len(set(headings)) == len(headings) and all(isinstance(heading, str) for heading in headings)
    assert book.properties.title == found.headline and book.properties.creator == OFFICE and book.properties.language == "en-GB"
    assert book.properties.subject == found.subtitle


def test_numbers_are_numbers_in_their_own_writing():
    row = marked(opened(made("waves", "May 2024")))[1]
    assert [cell.number_format for cell in row[1:]] == ["0%", "#,##0", "0%", "0%", "#,##0"]
    assert row[1].value == 0.5 and row[1].data_type == "n"
    assert marked(opened(made("money", "2024/25")))[1][1].number_format == "£#,##0.00"


def assert_inert(found):
    for name, xml in parts(found).items():
        assert "<f>" not in xml and "<f " not in xml and "<hyperlink" not in xml.lower(), name
    for sheet in opened(found):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type in ("s", "n", "inlineStr") and cell.hyperlink is None and cell.comment is None
            assert cell.data_type == "n" or cell.quotePrefix == could_run(cell.value)


@pytest.mark.parametrize("kind", KINDS)
def test_no_label_becomes_a_formula_or_a_link(kind):
    found = made(kind, *INJECTIONS)
    assert_inert(found)
    kept = {" ".join(str(row[0].value).split()) for row in marked(opened(found))}
    assert {" ".join(clean(text).split()) for text in INJECTIONS} <= kept, "XML writes every line end alike, and nothing else is changed"


@pytest.mark.parametrize("text", INJECTIONS[::4], ids=range(len(INJECTIONS[::4])))
def test_the_words_beside_a_table_cannot_run_either(text):
    assert_inert(finding(made("ranked", "a").published, headline=text, source=text, subtitle=text, description=text))


def test_nothing_but_text_and_numbers_is_in_the_file():
    names = set(parts(made("ranked", "a", "b")))
    assert not [
        name for name in names if re.search("vba|macro|externalLink|drawing|media|pivot|comments|embeddings|customXml|printer", name, re.IGNORECASE)
    ]
    assert not load_workbook(io.BytesIO(content(made("ranked", "a")))).defined_names


@pytest.mark.parametrize("label", ["x" * 40000, "bell \x07 and \x1b", "two\nlines", "_x000D_", "[c]"])
def test_a_strange_label_does_not_cost_the_file(label):
    rows = marked(opened(made("ranked", label, "b")))
    assert len(rows) == 3


def test_a_figure_with_nothing_in_it_is_still_a_file():
    book = opened(finding(published("activities_held", ("method",)), source=""))
    assert not book["Table"].tables and "Nothing is recorded" in book["Table"]["A2"].value
    assert all(cell.value for cell in book["Cover"]["A"])


def test_example_data_says_so_on_the_cover_and_in_the_notes():
    book = load_workbook(io.BytesIO(content(made("ranked", "a"), example=True)))
    for sheet in ("Cover", "Notes"):
        assert "Example data: not real results." in [cell.value for cell in book[sheet]["A"]]


def test_the_day_it_was_made_is_written_out():
    assert "Made on 14 May 2025" in [cell.value for cell in opened(made("ranked", "a"))["Cover"]["A"]]
